"""Who fulfils what a class asks for, and what is missing, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from workbench.cohorts import attendance
from workbench.cohorts.attendance import Presence
from workbench.cohorts.models import Cohort
from workbench.db import session
from workbench.exercises import library as exercise_library
from workbench.exercises.models import Standing
from workbench.modules import library as module_library
from workbench.modules import reading
from workbench.people.models import Membership, Role, User

#: More titles than these are counted instead of listed.
LISTED = 3


@dataclass(frozen=True, slots=True)
class Required:
    """What has to be read and practised: slug and title, in order."""

    modules: tuple[tuple[str, str], ...]
    exercises: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How one participant stands against the criteria of their class, each in a sentence."""

    membership: Membership
    fulfilled: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Nothing is missing."""
        return not self.missing


def required() -> Required:
    """Everything in the libraries of the running application."""
    return Required(
        modules=tuple((module.slug, module.title) for module in module_library.current()),
        exercises=tuple(
            (slug, exercise.title) for slug, exercise in exercise_library.current().exercises.items()
        ),
    )


def fulfilments(cohort: Cohort, needed: Required) -> list[Fulfilment]:
    """Every participant by OPD and name; five queries, however many they are."""
    members = session().scalars(
        select(Membership)
        .join(User)
        .where(Membership.cohort_id == cohort.id, Membership.role == Role.PARTICIPANT)
        .order_by(Membership.unit, User.name)
        .options(joinedload(Membership.user))
    )
    return _judged(cohort, members.all(), needed)


def standing_for(membership: Membership, needed: Required | None = None) -> Fulfilment:
    """The same for one participant: what their own box shows."""
    return _judged(membership.cohort, [membership], needed or required())[0]


def _judged(cohort: Cohort, members: Sequence[Membership], needed: Required) -> list[Fulfilment]:
    ids = [member.id for member in members]
    read = reading.states_of(ids)
    scores: dict[int, dict[str, int | None]] = {}
    rows = session().execute(
        select(Standing.membership_id, Standing.exercise, Standing.best_score).where(
            Standing.membership_id.in_(ids)
        )
    )
    for membership_id, exercise, best in rows:
        scores.setdefault(membership_id, {})[exercise] = best
    presences = attendance.presences(cohort)
    judged = []
    for member in members:
        finished = {
            slug for slug, state in read.get(member.id, {}).items() if state is reading.State.FINISHED
        }
        sentences = [
            *_reading(cohort, needed, finished),
            *_practice(cohort, needed, scores.get(member.id, {})),
            *_presence(cohort, presences.get(member.id, Presence(0, 0))),
        ]
        judged.append(
            Fulfilment(
                member,
                fulfilled=tuple(sentence for good, sentence in sentences if good),
                missing=tuple(sentence for good, sentence in sentences if not good),
            )
        )
    return judged


def _reading(cohort: Cohort, needed: Required, finished: set[str]) -> Iterable[tuple[bool, str]]:
    if not cohort.modules_required or not needed.modules:
        return
    unread = [title for slug, title in needed.modules if slug not in finished]
    if not unread:
        yield True, _("Semua modul sudah dibaca (%(n)s)", n=len(needed.modules))
    elif len(unread) == len(needed.modules):
        yield False, _("Belum membaca satu modul pun (dari %(n)s)", n=len(needed.modules))
    else:
        yield False, _("Modul belum dibaca: %(what)s", what=_listed(unread))


def _practice(cohort: Cohort, needed: Required, best: dict[str, int | None]) -> Iterable[tuple[bool, str]]:
    minimum = cohort.minimum_score
    if minimum == 0 or not needed.exercises:
        return
    untouched = [title for slug, title in needed.exercises if best.get(slug) is None]
    low = [
        f"{title} ({score})"
        for slug, title in needed.exercises
        if (score := best.get(slug)) is not None and score < minimum
    ]
    if not untouched and not low:
        yield (
            True,
            _(
                "Semua latihan bernilai %(minimum)s atau lebih (%(n)s)",
                minimum=minimum,
                n=len(needed.exercises),
            ),
        )
    if len(untouched) == len(needed.exercises):
        yield False, _("Belum mengirim satu latihan pun (dari %(n)s)", n=len(untouched))
    elif untouched:
        yield False, _("Latihan belum dikirim: %(what)s", what=_listed(untouched))
    if low:
        yield False, _("Nilai di bawah %(minimum)s: %(what)s", minimum=minimum, what=_listed(low))


def _presence(cohort: Cohort, share: Presence) -> Iterable[tuple[bool, str]]:
    minimum = cohort.minimum_attendance
    if minimum == 0:
        return
    if share.total == 0:
        yield False, _("Jadwal kelas masih kosong, jadi kehadiran belum dapat dihitung")
        return
    attended = _(
        "Kehadiran %(percent)s%% (%(jp)s dari %(total)s JP)",
        percent=share.percent,
        jp=share.jp,
        total=share.total,
    )
    if share.reaches(minimum):
        yield True, attended
    else:
        yield False, _("%(attended)s, perlu %(minimum)s%%", attended=attended, minimum=minimum)


def _listed(titles: Sequence[str]) -> str:
    if len(titles) <= LISTED:
        return ", ".join(titles)
    some = ", ".join(titles[: LISTED - 1])
    return str(_("%(some)s, dan %(n)s lainnya", some=some, n=len(titles) - LISTED + 1))
