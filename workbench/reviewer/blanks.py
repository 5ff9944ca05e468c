"""What was typed, and what only holds a place."""

import re

from .targets import is_blank

_DOTS = re.compile(r"[\s.…_\-–—/()\[\]]+")
_HOLDER = re.compile(r"[\[(<{](?:isi|nama|jabatan|sebutkan|tanggal|tempat)[^\])>}]*[\])>}]", re.IGNORECASE)


def typed(text: str) -> str:
    """What was typed, empty for blanks, dashes, dotted lines and “[isi nama]”."""
    shown = " ".join(text.split())
    if not _DOTS.sub("", _HOLDER.sub("", shown)) or is_blank(shown):
        return ""
    return shown
