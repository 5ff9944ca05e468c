"""Issuing certificates: all of them or none, each person once, with the bytes that were printed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import func, select, update
from sqlalchemy.orm import joinedload

from workbench.certificates import codes, criteria, drawing, printed
from workbench.certificates.criteria import Fulfilment, Required
from workbench.certificates.models import Certificate
from workbench.cohorts import founding, numbering
from workbench.cohorts.models import Cohort
from workbench.db import now, refusing_duplicates, session
from workbench.people.models import Membership, User
from workbench.reviewer import RULESET


class ListChanged(Exception):
    """Who gets a certificate is no longer what the organiser was shown; nothing was issued."""


class NotPossible(Exception):
    """Something has to be mended first; the message says what. Nothing was issued."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A class before and after issuing: who is due, who lacks what, and what was issued."""

    due: list[Fulfilment]
    lacking: list[Fulfilment]
    issued: list[Certificate]
    obstacles: list[str]

    @property
    def fingerprint(self) -> str:
        """Changes when the list of those who are due changes, or a name on it."""
        listed = [(item.membership.id, item.membership.user.name) for item in self.due]
        return hashlib.sha256(repr(listed).encode()).hexdigest()[:24]

    @property
    def valid(self) -> list[Certificate]:
        """What was issued and not revoked."""
        return [certificate for certificate in self.issued if certificate.revoked_at is None]

    def may_be_replaced(self, certificate: Certificate) -> bool:
        """A revoked certificate whose owner has no valid one."""
        return certificate.revoked_at is not None and all(
            other.membership_id != certificate.membership_id for other in self.valid
        )


def overview(cohort: Cohort, needed: Required) -> Overview:
    """Where a class stands. Somebody whose certificate was revoked is not due: that takes a decision."""
    issued = certificates(cohort)
    had = {certificate.membership_id for certificate in issued}
    judged = [item for item in criteria.fulfilments(cohort, needed) if item.membership.id not in had]
    due = [item for item in judged if item.ready]
    return Overview(
        due=due,
        lacking=[item for item in judged if not item.ready],
        issued=issued,
        obstacles=obstacles(cohort, [item.membership for item in due]),
    )


def certificates(cohort: Cohort) -> list[Certificate]:
    """Every certificate of a class by number, without the PDFs."""
    return list(
        session().scalars(
            select(Certificate)
            .where(Certificate.cohort_id == cohort.id)
            .order_by(Certificate.sequence)
            .options(joinedload(Certificate.membership))
        )
    )


def valid_for(membership_id: int) -> Certificate | None:
    """The valid certificate of a participant, if they have one."""
    return session().scalar(
        select(Certificate).where(
            Certificate.membership_id == membership_id, Certificate.revoked_at.is_(None)
        )
    )


def obstacles(cohort: Cohort, members: Sequence[Membership]) -> list[str]:
    """What has to be mended before anything can be issued, in words."""
    found = []
    if not cohort.signatory_name.strip():
        found.append(_("Nama penanda tangan belum diisi."))
    if not cohort.signatory_title.strip():
        found.append(_("Jabatan penanda tangan belum diisi."))
    if not cohort.body.strip():
        found.append(_("Lembaga penyelenggara belum diisi."))
    nameless = [member.user.username for member in members if not member.user.name.strip()]
    if nameless:
        found.append(_("Nama belum diisi untuk akun: %(who)s.", who=", ".join(nameless)))
    try:
        numbers = _numbers(cohort, len(members))
    except ValueError as error:
        return [*found, str(error)]
    taken = session().scalar(
        select(Certificate.number).where(Certificate.number.in_(numbers)).order_by(Certificate.sequence)
    )
    if taken:
        found.append(
            _(
                "Nomor %(number)s sudah dipakai kelas lain. Ubah pola nomor di Pengaturan, misalnya menjadi "
                "%(pattern)s.",
                number=taken,
                pattern=founding.fresh_pattern(),
            )
        )
    return found


def today(cohort: Cohort) -> date:
    """The day that certificates issued now carry: today, in the zone of the class."""
    return now().astimezone(founding.zone_of(cohort)).date()


def _first_free(cohort: Cohort) -> int:
    last = session().scalar(select(func.max(Certificate.sequence)).where(Certificate.cohort_id == cohort.id))
    return (last or 0) + 1


def _numbers(cohort: Cohort, how_many: int) -> list[str]:
    first, on = _first_free(cohort), today(cohort)
    return [numbering.number(cohort.number_pattern, first + step, on) for step in range(how_many)]


def issue(cohort: Cohort, needed: Required, who: User, fingerprint: str) -> list[Certificate]:
    """A certificate for everybody who is due, in one transaction, committed.

    :raises ListChanged: when the list is not the one with this fingerprint, or somebody else issued first.
    :raises NotPossible: when something has to be mended first.
    """
    found = overview(cohort, needed)
    if found.fingerprint != fingerprint:
        raise ListChanged
    return _issue(cohort, needed, [item.membership for item in found.due], who)


def replace(certificate: Certificate, needed: Required, who: User) -> Certificate:
    """A new certificate, with a new number and code, for the owner of a revoked one; committed.

    :raises ListChanged: when there is a valid one already.
    :raises NotPossible: when something has to be mended first.
    """
    member = certificate.membership
    if certificate.revoked_at is None or valid_for(member.id):
        raise ListChanged
    return _issue(member.cohort, needed, [member], who)[0]


def _issue(cohort: Cohort, needed: Required, members: Sequence[Membership], who: User) -> list[Certificate]:
    wrong = obstacles(cohort, members)
    if wrong:
        raise NotPossible(" ".join(wrong))
    moment, on, first = now(), today(cohort), _first_free(cohort)
    shared = printed.common(
        cohort, [title for _slug, title in needed.modules], on, current_app.config["WORKBENCH"].public_url
    )
    drawn = []
    for n, member in enumerate(members, first):  # drawn before the first write: nobody waits for it
        fields = printed.personal(shared, cohort, member, n, codes.fresh(), on)
        pdf = drawing.draw(fields, moment)
        drawn.append(
            Certificate(
                cohort_id=cohort.id,
                membership_id=member.id,
                sequence=n,
                number=fields["number"],
                code=fields["code"],
                fields=fields,
                pdf=pdf,
                sha256=hashlib.sha256(pdf).hexdigest(),
                ruleset=RULESET,
                issued_at=moment,
                issued_by_id=who.id,
            )
        )
    with refusing_duplicates() as broken:
        session().add_all(drawn)
    if broken:  # another organiser, or the same button twice: the unique constraints decided who was first
        session().rollback()
        raise ListChanged
    session().commit()
    return drawn


def revoke(certificate: Certificate, reason: str, who: User) -> bool:
    """Withdraw a certificate for a reason that the public page shows; committed.

    :returns: False when it had been revoked before.
    """
    changed = session().execute(
        update(Certificate)
        .where(Certificate.id == certificate.id, Certificate.revoked_at.is_(None))
        .values(revoked_at=now(), revoked_by_id=who.id, revoked_reason=reason),
        execution_options={"synchronize_session": False},
    )
    session().commit()
    session().refresh(certificate)
    return bool(getattr(changed, "rowcount", 0))
