"""All valid certificates of a class in one ZIP, made while it is sent."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import IO, cast

from sqlalchemy import select

from workbench.certificates.models import Certificate
from workbench.db import session

#: Longest part of a name in a file name: some disks and mail programs stop at 100.
LONGEST = 60


class _Outlet:
    """Where the ZIP writer writes; what it wrote is taken away at once."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        """Keep a piece until it is taken."""
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        """Everything written since the last time."""
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data


def file_name(certificate: Certificate) -> str:
    """A name for the PDF that every system can store; the running number keeps namesakes apart."""
    plain = unicodedata.normalize("NFKD", certificate.fields["name"]).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "peserta"
    return f"{certificate.sequence:03}-{name}.pdf"


def zipped(cohort_id: int) -> Iterator[bytes]:
    """The ZIP in pieces: one certificate is in memory at a time."""
    ids = session().scalars(
        select(Certificate.id)
        .where(Certificate.cohort_id == cohort_id, Certificate.revoked_at.is_(None))
        .order_by(Certificate.sequence)
    )
    outlet = _Outlet()
    with zipfile.ZipFile(cast(IO[bytes], outlet), "w", zipfile.ZIP_STORED) as archive:
        for certificate_id in ids.all():
            certificate = session().get_one(Certificate, certificate_id)
            moment = certificate.issued_at.timetuple()[:6]
            entry = zipfile.ZipInfo(file_name(certificate), moment)
            archive.writestr(entry, certificate.pdf)
            session().expunge(certificate)
            yield outlet.taken()
    yield outlet.taken()
