"""Whom and which period a measure covers, and the unit that an indicator names itself."""

from workbench.reviewer.measures import Head
from workbench.reviewer.text import Text
from workbench.reviewer.units import Unit, kind_of, read_unit
from workbench.reviewer.vocabulary import words


def has_population(text: Text, head: Head) -> bool | None:
    """For a share: whether it says of whom or what; None for other measures.

    *Persentase jalan mantap* does, *Persentase kepuasan* does not.
    """
    if head.kind != "share":
        return None
    rest = [word for word in text.plain[head.body :] if not word.isdigit()]
    if words("measures", "population") & set(rest):
        return True
    return len(rest) >= 2


def is_time_bound(*cells: Text) -> bool:
    """Whether a year or a period is named."""
    for cell in cells:
        if words("measures", "periods") & set(cell.plain):
            return True
        if any(word.isdigit() and len(word) == 4 and word.startswith("20") for word in cell.plain):
            return True
    return False


def named_unit(text: Text) -> Unit | None:
    """A unit at the end of the indicator: "... %", "(%)", "(juta ton)"."""
    source = text.source.rstrip(" .")
    if source.endswith("%"):
        return read_unit("%")
    if not source.endswith(")") or "(" not in source:
        return None
    inside = source[source.rfind("(") + 1 : -1]
    # "(SR)" after a name is its short form, no unit
    if len(inside) > 60 or (inside.isupper() and inside.isalpha()):
        return None
    unit = read_unit(inside)
    if unit is None or not unit.kind or len(unit.word.split()) > 5:
        return None
    known = unit.kind in {"percent", "rate"} or unit.scale > 1 or kind_of(unit.word, whole=True)
    return unit if known or "/" in inside else None
