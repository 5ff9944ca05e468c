"""Numbers as Indonesian officials write them: 12.500; 85,5; 85.5; 7,500,000,000; Rp1,25 M."""

import re

NUMBER = r"\d+(?:[.,]\d+)*"
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_GROUPED_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+")

#: Decimals beyond these are noise of the computer, not of the writer.
DECIMALS = 6
_SIGNS = str.maketrans(".,", ",.")


def parse_number(raw: str, decimal_dot: bool = False) -> float | None:
    """The value of a written number, None where the digits make no sense.

    A comma is decimal; a dot before exactly three digits groups thousands, unless `decimal_dot` says that
    the measure has a small scale (an index, a ratio, per cent) or the number begins with zero. With both
    marks the last one is decimal; a mark that occurs twice groups thousands.
    """
    dots, commas = raw.count("."), raw.count(",")
    if dots and commas:
        if raw.rfind(",") > raw.rfind("."):
            plain = raw.replace(".", "").replace(",", ".") if commas == 1 else ""
        else:
            plain = raw.replace(",", "") if dots == 1 else ""
    elif commas:
        many = commas > 1 and _GROUPED_COMMA.fullmatch(raw)
        plain = raw.replace(",", "") if many else raw.replace(",", ".")
    elif dots:
        grouped = _GROUPED.fullmatch(raw) and not raw.startswith("0") and not (decimal_dot and dots == 1)
        plain = raw.replace(".", "") if grouped else raw
    else:
        plain = raw
    try:
        return float(plain)
    except ValueError:
        return None


def figure(number: float) -> str:
    """A number as it stands in the reviewer's sentences: 2.000 and 85,5; a whole number has no decimals."""
    text = f"{number:,.{DECIMALS}f}" if isinstance(number, float) else f"{number:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SIGNS)
