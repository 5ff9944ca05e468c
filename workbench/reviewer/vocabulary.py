"""Where the reviewer's words come from: one subject per YAML file in `lexicon/`.

Files are read once per process, when first asked for, so that importing the reviewer stays cheap.
What `load` returns is shared by every caller: read it, never change it.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "lexicon"


@cache
def load(name: str) -> Any:
    """The content of `lexicon/NAME.yaml`.

    Raises FileNotFoundError for a subject that has no file, yaml.YAMLError for a broken one.
    """
    # PyYAML wheels carry the C parser (ten times faster); a source build may lack it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (FOLDER / f"{name}.yaml").open(encoding="utf-8") as handle:
        return yaml.load(handle, Loader=loader)  # noqa: S506 - a safe loader, chosen above


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list KEY of `lexicon/NAME.yaml` as a set of folded words or phrases."""
    return frozenset(str(item) for item in load(name)[key])
