"""The class page of each role, the facilitator's matrix, and one participant for the staff."""

from collections.abc import Iterable, Sequence

import segno
from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workbench.certificates import criteria
from workbench.cohorts.models import Cohort
from workbench.db import now
from workbench.exercises import attempts, objections, standings
from workbench.exercises.feedback import title_of
from workbench.exercises.library import current as exercises
from workbench.modules import reading
from workbench.modules.library import current as modules
from workbench.people import access
from workbench.people.models import Membership, Role
from workbench.progress import classroom, matrix
from workbench.progress.path import Step, next_step, path
from workbench.reviewer import rules
from workbench.reviewer.findings import Severity

bp = Blueprint("progress", __name__, url_prefix="/kelas/<int:cohort_id>")


def _steps(membership_id: int) -> tuple[Step, ...]:
    library = exercises().exercises
    return path(
        modules(), library, reading.states(membership_id), standings.of_membership(membership_id, library)
    )


@bp.get("/")
def home(cohort_id: int) -> ResponseReturnValue:
    """The class as this person needs it."""
    membership = access.membership(cohort_id)
    match membership.role:
        case Role.FACILITATOR:
            return _facilitator(membership)
        case Role.ORGANISER:
            return _organiser(membership)
    return _participant(membership)


def _participant(membership: Membership) -> str:
    steps = _steps(membership.id)
    return render_template(
        "progress/participant.html",
        cohort=membership.cohort,
        steps=steps,
        following=next_step(steps),
        unseen=attempts.unseen(membership.id, membership.user_id),
        decided=objections.unseen(membership.id),
        title_of=title_of,
        fulfilment=criteria.standing_for(membership),
        certificate=classroom.certificate_of(membership.id),
        title_of_exercise=_exercise_title,
        planned=classroom.next_session(membership.cohort, now()),
        moment=now(),
    )


def _facilitator(membership: Membership) -> str:
    lines = classroom.class_lines(membership.cohort_id, list(exercises().exercises))
    return render_template(
        "progress/facilitator.html",
        cohort=membership.cohort,
        overview=_overview(lines),
        waiting=matrix.ordered((line for line in lines if line.stuck or not line.begun), matrix.Order.HELP),
        replies=classroom.unseen_replies(membership.cohort_id),
        objections=objections.waiting(membership.cohort_id),
        numbers=_numbers,
        join=_joining(membership.cohort),
        library=exercises().exercises,
        modules=list(modules()),
        title_of=title_of,
        planned=classroom.next_session(membership.cohort, now()),
        moment=now(),
    )


def _organiser(membership: Membership) -> str:
    lines = classroom.class_lines(membership.cohort_id, list(exercises().exercises))
    certified = classroom.certified(membership.cohort_id)
    judged = criteria.fulfilments(membership.cohort, criteria.required())
    return render_template(
        "progress/organiser.html",
        ready=sum(one.ready and one.membership.id not in certified for one in judged),
        issued=len(certified),
        cohort=membership.cohort,
        overview=_overview(lines),
        recorded=classroom.recorded_sessions(membership.cohort_id),
        join=_joining(membership.cohort),
        library=exercises().exercises,
        modules=list(modules()),
        title_of=title_of,
        planned=classroom.next_session(membership.cohort, now()),
        moment=now(),
    )


def _joining(cohort: Cohort) -> dict[str, str] | None:
    """Where people join, for a screen and as a QR code; None while joining is closed."""
    if not cohort.join_open:
        return None
    address = url_for("people.join", kode=cohort.join_code, _external=True)
    return {
        "address": address,
        "shown": url_for("people.join", _external=True).split("://")[1],
        "picture": segno.make(address, micro=False).svg_data_uri(border=2, scale=6, light="#fff"),
    }


def _overview(lines: Sequence[matrix.Line]) -> matrix.Overview:
    """Rules that only advise come after those that ask for a change, however many people meet them."""
    advice = {
        name for name in rules.names() if (page := rules.page(name)) and page.severity == Severity.ADVICE
    }
    return matrix.overview(lines, list(exercises().exercises), advice)


def _numbers(slugs: Iterable[str]) -> str:
    library = exercises().exercises
    return ", ".join(str(library[slug].number) for slug in slugs)


def _exercise_title(slug: str) -> str:
    exercise = exercises().get(slug)
    return exercise.title if exercise else slug


@bp.get("/matriks", endpoint="matrix")
def matrix_page(cohort_id: int) -> ResponseReturnValue:
    """Participants and exercises. `?opd=`, `?tampil=belum|macet`, `?latihan=`, `?aturan=`, `?urut=`.

    `?layar=proyektor` is for the whole room to see: bigger, no names, and nothing that leads to a person.
    """
    membership = access.membership(cohort_id, *access.STAFF)
    library = exercises().exercises
    everybody = classroom.class_lines(cohort_id, list(library))
    chosen = matrix.Choice.of(request.args)
    of_unit = [line for line in everybody if chosen.unit in {"", line.person.unit}]
    shown = matrix.ordered((line for line in of_unit if chosen.shows(line)), chosen.order)
    return render_template(
        "progress/matrix.html",
        cohort=membership.cohort,
        lines=shown,
        overview=_overview(of_unit),
        units=sorted({line.person.unit for line in everybody}),
        chosen=chosen,
        orders=list(matrix.Order),
        projected=request.args.get("layar") == "proyektor",
        library=library,
        title_of=title_of,
    )


@bp.get("/matriks/<int:membership_id>")
def person(cohort_id: int, membership_id: int) -> ResponseReturnValue:
    """One participant: what they have read and every attempt, for the staff of their class."""
    viewer = access.membership(cohort_id, *access.STAFF)
    member = access.member_of(cohort_id, membership_id)
    if member.role != Role.PARTICIPANT:
        abort(404)
    made: dict[str, list[object]] = {}
    for attempt in classroom.attempts_of(member.id):
        made.setdefault(attempt.exercise, []).append(attempt)
    return render_template(
        "progress/person.html",
        cohort=viewer.cohort,
        member=member,
        steps=_steps(member.id),
        made=made,
    )
