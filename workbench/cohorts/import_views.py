"""Importing a list in three steps: send it, look at every row, apply. Nothing is kept in between.

The looked-at rows travel in the page as JSON and are checked again when applied; rows with a problem are
fields that can be mended on the spot.
"""

import json
from dataclasses import replace
from typing import Any

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workbench.cohorts import enrolling, reading
from workbench.cohorts.enrolling import Outcome, Planned
from workbench.cohorts.forms import ImportForm
from workbench.cohorts.roster import FIELDS, LARGEST, Person, check, person_of
from workbench.cohorts.roster_views import applied
from workbench.cohorts.views import bp
from workbench.documents.unreadable import Unreadable
from workbench.people import access
from workbench.people.models import Membership, Role


@bp.route("/<int:cohort_id>/peserta/impor", methods=["GET", "POST"])
def import_roster(cohort_id: int) -> ResponseReturnValue:
    """Send a list, or answer its preview."""
    viewer = access.membership(cohort_id, Role.ORGANISER)
    if "rows" in request.form:
        return _previewed(viewer)
    form = ImportForm()
    if not form.is_submitted():
        return render_template("cohorts/import.html", cohort=viewer.cohort, form=form)
    if form.validate():
        upload = request.files.get("file")
        try:
            if upload and upload.filename:
                people = reading.read_file(upload.filename, upload.read())
            else:
                people = reading.read_text(form.pasted.data or "")
        except Unreadable as error:
            field = form.file if upload and upload.filename else form.pasted
            field.errors = [error.message]
        else:
            unit = form.unit.data or ""
            filled = [person if person.unit.strip() else _with(person, {"unit": unit}) for person in people]
            return _preview(viewer, filled)
    return render_template("cohorts/import.html", cohort=viewer.cohort, form=form), 422


def _previewed(viewer: Membership) -> ResponseReturnValue:
    """The preview was sent back: mended, or to be applied."""
    people = check(_carried())
    if request.form.get("step") != "apply":
        return _preview(viewer, people)
    left = _left_alone()
    planned = [
        _still_wrong(row) if row.person.line in left else row
        for row in enrolling.plan(viewer.cohort, viewer.user, people)
    ]
    good = [row.person for row in planned if row.outcome is not Outcome.PROBLEM]
    wrong = [row for row in planned if row.outcome is Outcome.PROBLEM]
    if not good:
        return _preview(viewer, people)
    return applied(viewer.cohort, viewer.user, good, _page(viewer, wrong) if wrong else None)


def _preview(viewer: Membership, people: list[Person]) -> ResponseReturnValue:
    rows = enrolling.plan(viewer.cohort, viewer.user, check(people))
    page = _page(viewer, rows)
    return render_template("cohorts/preview.html", **page), 422 if page["wrong"] else 200


def _page(viewer: Membership, rows: list[Planned]) -> dict[str, Any]:
    wrong = [row for row in rows if row.outcome is Outcome.PROBLEM]
    good = [row for row in rows if row.outcome is not Outcome.PROBLEM]
    return {
        "cohort": viewer.cohort,
        "wrong": wrong,
        "good": good,
        "useful": [row for row in good if row.outcome is not Outcome.SAME],
        "Outcome": Outcome,
        "rows": json.dumps(
            [
                [row.person.line, *(getattr(row.person, field) for field in FIELDS)]
                for row in sorted(rows, key=lambda row: row.person.line)
            ],
            ensure_ascii=False,
        ),
    }


def _carried() -> list[Person]:
    """The rows that travelled in the page, with what was mended in its fields."""
    try:
        rows = json.loads(request.form["rows"])
        people = [
            person_of(int(line), dict(zip(FIELDS, map(str, values), strict=True))) for line, *values in rows
        ]
    except (ValueError, TypeError):
        abort(400)
    if len(people) > LARGEST:
        abort(400)
    mended = []
    for person in people:
        if f"drop-{person.line}" in request.form:
            continue
        typed = {
            field: request.form[f"{field}-{person.line}"]
            for field in FIELDS
            if f"{field}-{person.line}" in request.form
        }
        mended.append(_with(person, typed))
    return mended


def _left_alone() -> set[int]:
    """Lines that were shown as wrong and came back as they were."""
    return {
        int(line)
        for line, *values in json.loads(request.form["rows"])
        if f"name-{line}" in request.form
        and all(
            request.form.get(f"{field}-{line}", "") == str(value)
            for field, value in zip(FIELDS, values, strict=True)
        )
    }


def _still_wrong(row: Planned) -> Planned:
    """A row that nobody mended is not brought in, also where only its reading was in doubt."""
    if row.outcome is Outcome.PROBLEM:
        return row
    told = _("Belum diperbaiki. Ubah isiannya, atau tekan “Periksa lagi” bila sudah benar.")
    return replace(row, person=replace(row.person, problems=(told,)), outcome=Outcome.PROBLEM)


def _with(person: Person, values: dict[str, str]) -> Person:
    """The row with other texts; complaints about its columns stay until its fields were sent."""
    kept = {field: getattr(person, field) for field in FIELDS} | values
    return person_of(person.line, kept, () if len(values) > 1 else person.problems)
