"""After an attempt: a passed one leads on, one that did not pass leads back to the desk."""

import pytest

from workbench.exercises import attempts
from workbench.exercises.library import current


@pytest.mark.parametrize("passes", [True, False], ids=["passed", "not yet"])
def test_a_passed_attempt_leads_on(app, cast, ana, passes):
    with app.app_context():
        exercise = next(iter(current()))
        sample = next(
            sample for sample in exercise.samples if not sample.unreadable and sample.passes is passes
        )
        number = attempts.submit(cast.ana_membership, exercise, sample.answer).id
    page = ana.get(f"/kelas/{cast.cohort}/percobaan/{number}").text
    assert ("Langkah berikutnya" in page) is passes
    assert "Perbaiki draf" in page
