"""The agreement of one's own office: everything is the participant's, from the plans to the signature."""

import pytest

from workbench.exercises import attempts
from workbench.exercises.fields import GROUPS, PLANS, TEXTS

OWN, TABLE = "10-perjanjian-opd-saya", "06-iku-opd-saya"


@pytest.fixture
def exercise(library):
    """The agreement of one's own office."""
    return library.get(OWN)


def test_nothing_is_given_and_nothing_is_locked(exercise):
    assert exercise.plans
    assert exercise.locked == []
    blank = exercise.blank()
    assert {blank[name] for name in (*TEXTS, *PLANS)} == {""}
    assert {text for group in GROUPS for text in blank[group].values()} == {""}


def test_it_starts_from_the_table_of_exercise_six(app, ana, cast, library, room):
    table = library.get(TABLE)
    own = table.samples[0].answer
    with app.app_context():
        attempts.submit(cast.ana_membership, table, table.parse(own))
    text = ana.get(f"{room}/latihan/{OWN}").text
    assert "berasal dari tabel IKU Anda sendiri" in text
    for cells in own["rows"]:
        assert cells["indikator"] in text


def test_typed_objectives_are_the_upper_end_of_the_chain(exercise):
    """An objective of the Renstra that the promise leaves behind is told with both its ends."""
    good = exercise.samples[0].answer
    told = [finding["where"] for finding in _chain(exercise, good)]
    assert told == []
    more = {**good, "renstra": f"{good['renstra']}\nMeningkatnya kelancaran angkutan umum"}
    assert "renstra[4] → iku" in [finding["where"] for finding in _chain(exercise, more)]


def _chain(exercise, answer: dict) -> list[dict]:
    return [
        finding for finding in exercise.review(exercise.parse(answer))["findings"] if "→" in finding["where"]
    ]
