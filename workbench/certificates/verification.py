"""Is this certificate real? By its code, or by the bytes of the file."""

import hashlib
from enum import StrEnum

from sqlalchemy import select

from workbench.certificates import codes
from workbench.certificates.models import Certificate
from workbench.db import session


class Verdict(StrEnum):
    """The big word on the public page."""

    VALID = "valid"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    ALTERED = "altered"  # the code is real, the file is not what was issued


def by_code(typed: str) -> Certificate | None:
    """The certificate with a code, however it was typed."""
    code = codes.normalised(typed)
    return session().scalar(select(Certificate).where(Certificate.code == code)) if code else None


def by_file(data: bytes) -> Certificate | None:
    """The certificate whose issued PDF has exactly these bytes."""
    return session().scalar(
        select(Certificate).where(Certificate.sha256 == hashlib.sha256(data).hexdigest()).limit(1)
    )


def verdict(certificate: Certificate | None) -> Verdict:
    """What the record says."""
    if certificate is None:
        return Verdict.UNKNOWN
    return Verdict.REVOKED if certificate.revoked_at else Verdict.VALID
