"""A qualifier that two readers would measure differently."""

from .base import Hit, RowCase, at


def check(case: RowCase) -> Hit | None:
    return at(case, "vague", "indikator") if case.reading.vague else None
