"""Who may see what, in one place: fetch it or refuse.

Every page needs an account unless its endpoint is in `PUBLIC`. A class that somebody does not belong to
does not exist for them (404); a page of their class that is for another role is refused (403).
"""

from collections.abc import Iterable

from flask import Flask, abort, g, request
from flask import session as browser
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from workbench.db import session
from workbench.exercises.models import Attempt, Objection
from workbench.inspection.models import Inspection
from workbench.people.models import Membership, Role, User

#: Endpoints that need no account.
PUBLIC = frozenset(
    {
        "static",
        "bootstrap.static",
        "people.front",
        "people.sign_in",
        "people.join",
        "people.speak",
        "people.alive",
        "catalogue.index",
        "catalogue.rule",
        "certificates.verify",
        "certificates.shown",
    }
)

STAFF = (Role.FACILITATOR, Role.ORGANISER)

#: Where a browser keeps the class it opened last.
LAST = "class"

login = LoginManager()


def person() -> User:
    """The account of this request."""
    user = current_user._get_current_object()
    assert isinstance(user, User)
    return user


def membership(cohort_id: int, *roles: Role) -> Membership:
    """The part this person plays in a class, remembered for the page.

    :raises NotFound: when they do not belong to it.
    :raises Forbidden: when the page is for other roles (none given: for every member).
    """
    found = session().scalar(
        select(Membership).where(Membership.cohort_id == cohort_id, Membership.user_id == person().id)
    )
    if found is None:
        abort(404)
    g.membership = found
    if browser.get(LAST) != cohort_id:
        browser[LAST] = cohort_id
    if roles and found.role not in roles:
        abort(403)
    return found


def lately() -> Membership | None:
    """This person's part in the class they opened last, for pages that belong to no class."""
    cohort_id = browser.get(LAST)
    if not current_user.is_authenticated or not isinstance(cohort_id, int):
        return None
    return session().scalar(
        select(Membership).where(Membership.cohort_id == cohort_id, Membership.user_id == person().id)
    )


def staffed() -> list[Membership]:
    """This person's part in every class where they are staff, none for a visitor; by class."""
    if not current_user.is_authenticated:
        return []
    return list(
        session().scalars(
            select(Membership)
            .where(Membership.user_id == person().id, Membership.role.in_(STAFF))
            .order_by(Membership.cohort_id)
            .options(joinedload(Membership.cohort))
        )
    )


def member_of(cohort_id: int, membership_id: int) -> Membership:
    """Another person's part in the same class; the caller has already been let in.

    :raises NotFound: when there is no such participant in this class.
    """
    found = session().get(Membership, membership_id)
    if found is None or found.cohort_id != cohort_id:
        abort(404)
    return found


def attempt(cohort_id: int, attempt_id: int) -> tuple[Attempt, Membership]:
    """An attempt and the viewer's part in its class: its author, or staff of that class.

    :raises NotFound: for everybody else.
    """
    viewer = membership(cohort_id)
    found = session().get(Attempt, attempt_id)
    if found is None or found.membership.cohort_id != cohort_id:
        abort(404)
    if found.membership_id != viewer.id and viewer.role not in STAFF:
        abort(404)
    return found, viewer


def own_attempt(cohort_id: int, attempt_id: int) -> tuple[Attempt, Membership]:
    """A participant's own attempt and their part in its class.

    :raises Forbidden: for the staff of the class.
    :raises NotFound: for everybody else.
    """
    viewer = membership(cohort_id, Role.PARTICIPANT)
    found = session().get(Attempt, attempt_id)
    if found is None or found.membership_id != viewer.id:
        abort(404)
    return found, viewer


def objection(cohort_id: int, objection_id: int) -> Objection:
    """An objection raised in a class; the caller has already been let in.

    :raises NotFound: when there is none in this class, for example because it was withdrawn.
    """
    found = session().get(Objection, objection_id)
    if found is None or found.attempt.membership.cohort_id != cohort_id:
        abort(404)
    return found


def inspection(inspection_id: int) -> Inspection:
    """A kept review of this person's own document.

    :raises NotFound: for everybody else's.
    """
    found = session().get(Inspection, inspection_id)
    if found is None or found.user_id != person().id:
        abort(404)
    return found


def organiser() -> User:
    """This person, if they may create classes.

    :raises Forbidden: otherwise.
    """
    if not person().may_organise:
        abort(403)
    return person()


def accounts_within(organiser: User, user_ids: Iterable[int]) -> set[int]:
    """Those of the accounts that this organiser may rename or give a new password.

    Every class that such an account is in has to be theirs: otherwise a list with somebody's NIP would be a
    way into another organiser's class.
    """
    ids = set(user_ids) - {organiser.id}
    own = select(Membership.cohort_id).where(
        Membership.user_id == organiser.id, Membership.role == Role.ORGANISER
    )
    elsewhere = select(Membership.user_id).where(
        Membership.user_id == User.id, Membership.cohort_id.not_in(own)
    )
    return set(
        session().scalars(
            select(User.id).where(User.id.in_(ids), User.may_organise.is_(False), ~elsewhere.exists())
        )
    )


def _load(key: str) -> User | None:
    number, _, session_key = key.partition(":")
    user = session().get(User, int(number)) if number.isdigit() else None
    return user if user and user.session_key == session_key else None


def init_app(app: Flask) -> None:
    """Load accounts, and ask for one wherever it is needed."""
    login.init_app(app)

    login.user_loader(_load)

    @app.before_request
    def need_account() -> ResponseReturnValue | None:
        if request.endpoint is None or request.endpoint in PUBLIC or current_user.is_authenticated:
            return None
        from workbench.people.views import ask_to_sign_in

        return ask_to_sign_in()
