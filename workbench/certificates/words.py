"""Whole numbers in Indonesian words, as certificates print them."""

UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def spelled(number: int) -> str:
    """16 is "enam belas"; 0 to 999.

    :raises ValueError: outside that range.
    """
    if not 0 <= number <= 999:
        raise ValueError(number)
    if number == 0:
        return "nol"
    hundreds, rest = divmod(number, 100)
    parts = ["seratus" if hundreds == 1 else f"{UNITS[hundreds]} ratus"] if hundreds else []
    if rest:
        parts.append(_under_hundred(rest))
    return " ".join(parts)


def _under_hundred(number: int) -> str:
    if number < 10:
        return UNITS[number]
    if number in {10, 11}:
        return "sepuluh" if number == 10 else "sebelas"
    tens, unit = divmod(number, 10)
    if tens == 1:
        return f"{UNITS[unit]} belas"
    return f"{UNITS[tens]} puluh {UNITS[unit]}".strip()
