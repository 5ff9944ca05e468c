"""The rules about agreements in reading order: who promises, when, what, and with which money.

A new rule is NAME.py and NAME.md in this folder, and one line here.
"""

from . import (
    activities_missing,
    annex_unit_missing,
    budget_in_thousands,
    budget_not_a_number,
    date_missing,
    date_outside_year,
    date_unreadable,
    iku_left_out,
    indicator_near_iku,
    indicator_outside_iku,
    nip_damaged,
    nip_under_elected_head,
    office_against_form,
    parties_equal,
    party_incomplete,
    party_missing,
    place_missing,
    plans_missing,
    programme_is_activity,
    programme_is_result,
    programme_without_budget,
    programme_without_name,
    programmes_missing,
    same_as_superior,
    same_programme_twice,
    second_party_for_regional_head,
    signed_before_budget,
    signed_late,
    superior_copied,
    superior_implausible,
    total_does_not_add_up,
    total_missing,
    year_differs,
    year_missing,
)
from .documents import InnerRule, PartRule

_NOTHING = ("indicator-missing", "unreadable-text")

#: About one row of the first table; they come after the rules of every indicator table.
AGREEMENT_ROW_RULES = (
    InnerRule("indicator-outside-iku", indicator_outside_iku.check, silent_after=_NOTHING),
    InnerRule("indicator-near-iku", indicator_near_iku.check, silent_after=_NOTHING),
    InnerRule("same-as-superior", same_as_superior.check, silent_after=_NOTHING),
)

AGREEMENT_RULES = (
    # Who promises to whom.
    PartRule("party-missing", party_missing.check),
    PartRule("party-incomplete", party_incomplete.check),
    PartRule("second-party-for-regional-head", second_party_for_regional_head.check),
    PartRule("parties-equal", parties_equal.check),
    PartRule("office-against-form", office_against_form.check),
    PartRule(
        "superior-implausible",
        superior_implausible.check,
        silent_after=("parties-equal", "office-against-form"),
    ),
    PartRule("nip-under-elected-head", nip_under_elected_head.check),
    PartRule("nip-damaged", nip_damaged.check),
    # Which year, where and when.
    PartRule("year-missing", year_missing.check),
    PartRule("year-differs", year_differs.check),
    PartRule("annex-unit-missing", annex_unit_missing.check),
    PartRule("place-missing", place_missing.check),
    PartRule("date-missing", date_missing.check),
    PartRule("date-unreadable", date_unreadable.check),
    PartRule("date-outside-year", date_outside_year.check),
    PartRule("signed-before-budget", signed_before_budget.check, silent_after=("date-outside-year",)),
    PartRule("signed-late", signed_late.check, silent_after=("date-outside-year",)),
    # Whether what is promised is the unit's own.
    PartRule("plans-missing", plans_missing.check),
    PartRule("iku-left-out", iku_left_out.check),
    PartRule("superior-copied", superior_copied.check),
    # With which programmes and money.
    PartRule("programmes-missing", programmes_missing.check),
    PartRule("activities-missing", activities_missing.check),
    PartRule("programme-without-name", programme_without_name.check),
    PartRule("programme-is-result", programme_is_result.check),
    PartRule("programme-is-activity", programme_is_activity.check),
    PartRule("same-programme-twice", same_programme_twice.check),
    PartRule("programme-without-budget", programme_without_budget.check),
    PartRule("budget-not-a-number", budget_not_a_number.check),
    PartRule("budget-in-thousands", budget_in_thousands.check),
    PartRule("total-missing", total_missing.check),
    PartRule("total-does-not-add-up", total_does_not_add_up.check),
)
