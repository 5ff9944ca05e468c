"""Accepted objections as labelled cases: what the reviewer said, what people decided, without names.

The file has the form of tests/reviewer/cases: one row of a table with seven labels, of which only the one
that the decision settles is given; the others are null, which means not scored. Whoever takes a case over
reads the row once more and fills them in.
"""

import re
from collections.abc import Iterable
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from workbench.db import session
from workbench.exercises.models import Attempt, Objection, ObjectionState
from workbench.exercises.objections import contested
from workbench.people.models import Membership, User

Case = dict[str, Any]

#: The cells and the labels that a case may have, in their order.
CELLS = ("sasaran", "indikator", "satuan", "target", "formula")
LABELS = ("is_measure", "level", "vague", "double", "target_ok", "aligned", "sasaran_is_result")

#: What an accepted objection to a finding of this rule settles: the label and its value.
SETTLED: dict[str, tuple[str, bool | str]] = {
    "not-a-measure": ("is_measure", True),
    "measure-without-object": ("is_measure", True),
    "double-barrelled": ("double", False),
    "vague-words": ("vague", False),
    "quality-without-instrument": ("vague", False),
    "open-ended-target": ("target_ok", True),
    "target-not-a-number": ("target_ok", True),
    "target-two-values": ("target_ok", True),
    "target-out-of-scale": ("target_ok", True),
    "unit-against-target": ("target_ok", True),
    "target-outside-plausible-range": ("target_ok", True),
    "weak-proxy": ("aligned", "yes"),
    "small-aspect": ("aligned", "yes"),
    "sasaran-is-indicator": ("sasaran_is_result", True),
    "sasaran-is-programme": ("sasaran_is_result", True),
    "sasaran-is-unit-name": ("sasaran_is_result", True),
    "sasaran-is-activity": ("sasaran_is_result", True),
    "sasaran-is-output": ("sasaran_is_result", True),
    "sasaran-is-topic": ("sasaran_is_result", True),
    "sasaran-as-effort": ("sasaran_is_result", True),
    "sasaran-as-order": ("sasaran_is_result", True),
}

_NUMBERS_AND_ADDRESSES = re.compile(r"\S+@\S+|\b\d(?:[ .\-]?\d){9,}\b")


def accepted() -> tuple[list[Case], int]:
    """The cases of all classes in the order they were raised, and how many were about a whole table.

    A case holds one row, so objections to a finding about the whole are only counted.
    """
    made = (
        session()
        .scalars(
            select(Objection)
            .where(Objection.state == ObjectionState.ACCEPTED)
            .options(joinedload(Objection.attempt).joinedload(Attempt.membership))
            .order_by(Objection.id)
        )
        .all()
    )
    names = _names({objection.attempt.membership.cohort_id for objection in made})
    cases = [_case(one, names[one.attempt.membership.cohort_id]) for one in made if contested(one).row]
    return cases, len(made) - len(cases)


def as_yaml(cases: Iterable[Case]) -> str:
    """The cases as the text of a file of labelled rows."""
    head = "# Keberatan yang diterima fasilitator. Baca ulang setiap baris sebelum dipakai sebagai kasus.\n"
    return head + yaml.safe_dump(list(cases), allow_unicode=True, sort_keys=False, width=110)


def _case(objection: Objection, names: "re.Pattern[str] | None") -> Case:
    about = contested(objection)
    row: dict[str, Any] = about.row or {}
    label, value = SETTLED.get(objection.rule, ("", None))
    return {
        "id": f"keberatan-{objection.id}",
        "position": objection.attempt.review.get("position", "kepala-opd"),
        **{name: row[name] for name in CELLS if name in row},
        "labels": {name: value if name == label else None for name in LABELS},
        "note": nameless(_note(objection, about.finding, row), names),
    }


def _note(objection: Objection, finding: dict[str, Any], row: dict[str, Any]) -> str:
    """What the reviewer read and found, and what was said for and against it."""
    reading = {**row.get("reading", {}), "aligned": row.get("alignment", {}).get("verdict")}
    read = ", ".join(f"{name} {str(reading.get(name)).lower()}" for name in LABELS)
    field = finding["field"]
    typed = f" Isi {field}: “{row[field]}”." if field in row and field not in CELLS else ""
    return (
        f"Aturan {objection.rule} (versi {objection.attempt.ruleset}) pada {field or 'baris'}: "
        f"{finding['message']}{typed} Penelaah membaca: {read}. "
        f"Peserta: {objection.reason} Fasilitator menerima: {objection.answer}"
    )


def nameless(text: str, names: "re.Pattern[str] | None") -> str:
    """A text without the names of people of the class, long numbers such as an NIP, and e-mail addresses."""
    plain = _NUMBERS_AND_ADDRESSES.sub("[…]", text)
    return names.sub("[nama]", plain) if names else plain


def _names(cohorts: Iterable[int]) -> "dict[int, re.Pattern[str] | None]":
    """For each class a pattern of every word of its people's names that is longer than two letters."""
    words: dict[int, set[str]] = {cohort: set() for cohort in cohorts}
    for cohort, name in session().execute(
        select(Membership.cohort_id, User.name)
        .join(User, User.id == Membership.user_id)
        .where(Membership.cohort_id.in_(words))
    ):
        words[cohort] |= set(re.findall(r"[^\W\d_]{3,}", name.split(",")[0]))
    return {
        cohort: re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(some)))})\b") if some else None
        for cohort, some in words.items()
    }
