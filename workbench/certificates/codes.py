"""Verification codes: impossible to guess, easy to read from paper."""

import re
import secrets

#: Crockford's alphabet: I, L and O are left out, so that they can be read as 1, 1 and 0; five bits a sign.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 20  # 100 random bits
_MISREAD = str.maketrans("ILO", "110")


def fresh() -> str:
    """A new code in groups of four, such as 7K3M-QX0T-...: 100 bits from the system's random source."""
    return _grouped("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def normalised(typed: str) -> str | None:
    """The code as it is stored, from however it was typed or scanned; None for what cannot be one."""
    signs = re.sub(r"[\s\-‐-―.]+", "", typed.upper()).translate(_MISREAD)
    if len(signs) != LENGTH or set(signs) - set(ALPHABET):
        return None
    return _grouped(signs)


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + 4] for start in range(0, LENGTH, 4))
