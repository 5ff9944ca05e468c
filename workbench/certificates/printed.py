"""What a certificate prints: put together once, kept with it, and never computed again."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import force_locale

from workbench import formats
from workbench.certificates.words import spelled
from workbench.cohorts import numbering
from workbench.cohorts.models import Cohort
from workbench.people.models import Membership

Fields = dict[str, Any]


def common(cohort: Cohort, module_titles: Sequence[str], on: date, base_url: str) -> Fields:
    """What every certificate of a class has in common, in Indonesian whatever the language of the page."""
    with force_locale("id"):
        return {
            "body": cohort.body,
            "title": cohort.title,
            "dates": formats.days(cohort.starts_on, cohort.ends_on),
            "place": cohort.place,
            "jp": cohort.jp,
            "jp_words": spelled(cohort.jp),
            "signatory_name": cohort.signatory_name,
            "signatory_title": cohort.signatory_title,
            "issued": formats.day(on),
            "verify_at": f"{base_url.rstrip('/')}/verifikasi/",
            "topics": topics(cohort, module_titles),
        }


def topics(cohort: Cohort, module_titles: Sequence[str]) -> list[Fields]:
    """The list on the back: the sessions with their JP where these add up to the JP on the front.

    Otherwise the modules without JP, so that front and back never contradict each other. Sessions that count
    no JP (an opening, a prayer) are not topics; sessions of one title are one topic.
    """
    scheduled: dict[str, int] = {}
    for item in cohort.sessions:
        if item.jp:
            scheduled[item.title] = scheduled.get(item.title, 0) + item.jp
    if scheduled and sum(scheduled.values()) == cohort.jp:
        return [{"title": title, "jp": jp} for title, jp in scheduled.items()]
    return [{"title": title, "jp": None} for title in module_titles]


def personal(shared: Fields, cohort: Cohort, member: Membership, n: int, code: str, on: date) -> Fields:
    """The fields of the n-th certificate of a class."""
    return shared | {
        "number": numbering.number(cohort.number_pattern, n, on),
        "name": member.user.name,
        "unit": member.unit,
        "code": code,
        "url": f"{shared['verify_at']}{code}",
    }


def sample(shared: Fields, cohort: Cohort, on: date) -> Fields:
    """What the first certificate would look like, without a code and marked as a sample."""
    return shared | {
        "number": numbering.number(cohort.number_pattern, 1, on),
        "name": "Nama Lengkap Peserta, S.E., M.Si.",
        "unit": "Nama OPD",
        "code": "",
        "url": "",
    }
