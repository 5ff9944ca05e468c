"""Reviews that their owner asked to keep."""

from sqlalchemy import select

from workbench.db import session
from workbench.exercises.kinds.base import Document
from workbench.inspection.linking import Linking
from workbench.inspection.models import Inspection
from workbench.inspection.subjects import Subject, restored

#: Most that one account keeps.
MOST = 20


def kept(user_id: int) -> list[Inspection]:
    """What somebody keeps, the latest first."""
    return list(
        session().scalars(
            select(Inspection).where(Inspection.user_id == user_id).order_by(Inspection.id.desc())
        )
    )


def keep(user_id: int, subject: Subject | Linking, review: Document) -> Inspection | None:
    """Keep a review and commit; None where there are `MOST` already. Keeping the same again keeps one."""
    content = subject.content()
    before = kept(user_id)
    names = (subject.file_name, subject.place, str(subject.position), review["ruleset"])
    alike = [one for one in before if (one.file_name, one.place, one.position, one.ruleset) == names]
    same = next((one for one in alike if one.content == content), None)
    if same:
        return same
    if len(before) >= MOST:
        return None
    inspection = Inspection(
        user_id=user_id,
        file_name=subject.file_name,
        kind=subject.kind,
        place=subject.place[:200],
        position=str(subject.position),
        content=content,
        review=review,
        ruleset=review["ruleset"],
        score=review["score"],
    )
    session().add(inspection)
    session().commit()
    return inspection


def subject_of(inspection: Inspection) -> Subject:
    """What was reviewed then."""
    one = inspection
    return restored(one.file_name, one.kind, one.place, one.position, one.content)


def forget(inspection: Inspection) -> None:
    """Delete it and commit."""
    session().delete(inspection)
    session().commit()
