"""From a Typst template and plain data to a PDF. The same data gives the same bytes."""

import json
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

#: The templates of this room.
TEMPLATES = Path(__file__).with_name("typst")

#: The moment written into files that carry no moment of their own, so that they can be compared.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)

_one_at_a_time = threading.Lock()


def pdf(
    template: Path,
    data: Any,
    *,
    inputs: Mapping[str, str] | None = None,
    made_at: datetime = UNDATED,
) -> bytes:
    """The template drawn with `data`, which reaches it as JSON text in `sys.inputs.data`, never as source.

    `inputs` are further texts for `sys.inputs`. The template reads nothing outside its own folder. The file
    is PDF/UA-1 where the fonts know every sign of the data, and tagged for screen readers in any case.
    """
    given = {"data": json.dumps(data, ensure_ascii=False), **(inputs or {})}
    compiler = _compiler(template)
    with _one_at_a_time:
        try:
            return _drawn(compiler, given, made_at, "ua-1")
        except typst.TypstError:
            # PDF/UA allows no sign without a glyph; a box in place of an emoji is better than no paper
            return _drawn(compiler, given, made_at, [])


def _drawn(
    compiler: Any, given: Mapping[str, str], made_at: datetime, standards: str | Sequence[str]
) -> bytes:
    drawn: bytes = compiler.compile(
        format="pdf", sys_inputs=given, timestamp=int(made_at.timestamp()), pdf_standards=standards
    )
    return drawn


@cache
def _fonts() -> Any:
    """Only the fonts that travel with typst: no font of the machine changes a document."""
    return typst.Fonts(include_system_fonts=False)


@cache
def _compiler(template: Path) -> Any:
    return typst.Compiler(str(template), root=str(template.parent), font_paths=_fonts())
