"""The rules in reading order: what the reviewer looks at, from the whole row to the whole table.

A new rule is NAME.py (the check) and NAME.md (its page) in this folder, and one line here. What a rule is
silent after has already told the same cause. Rules about agreements, cascades and chains are listed in
`agreements.py`, `cascades.py` and `chains.py`.
"""

from functools import cache

from . import (
    absorption_as_performance,
    acronym_unexplained,
    activity_as_output,
    activity_as_result,
    activity_only_set,
    baseline_cell_empty,
    baseline_missing,
    baseline_not_a_number,
    change_without_baseline,
    column_missing,
    copied_objective,
    double_barrelled,
    formula_missing,
    formula_repeats_name,
    formula_without_denominator,
    grade_without_scale,
    hidden_negative,
    index_in_percent,
    indicator_missing,
    input_as_result,
    level_too_high,
    level_too_low,
    link_unclear,
    many_indicators,
    measure_without_object,
    not_a_measure,
    number_without_grade,
    open_ended_target,
    other_field,
    other_object,
    outcome_missing,
    output_as_outcome,
    overlong_indicator,
    owner_is_everybody,
    owner_missing,
    percent_without_population,
    placeholder_left,
    polarity_missing,
    quality_without_instrument,
    same_indicator_for_two_sasaran,
    same_indicator_twice,
    sasaran_as_effort,
    sasaran_as_order,
    sasaran_is_activity,
    sasaran_is_indicator,
    sasaran_is_output,
    sasaran_is_programme,
    sasaran_is_topic,
    sasaran_is_unit_name,
    sasaran_missing,
    sasaran_unreadable,
    sasaran_without_indicator,
    service_grade_below_a,
    small_aspect,
    source_missing,
    source_too_general,
    table_empty,
    target_against_direction,
    target_below_baseline,
    target_equals_baseline,
    target_in_indicator,
    target_missing,
    target_not_a_number,
    target_out_of_scale,
    target_outside_plausible_range,
    target_two_values,
    targets_all_hundred,
    time_as_target,
    too_many_indicators,
    typing_slip,
    unit_against_target,
    unit_contradicts_noun,
    unit_missing,
    units_mixed,
    unreadable_text,
    vague_words,
    weak_proxy,
    year_in_indicator,
    zero_for_goods,
)
from .base import RowRule, TableRule
from .pages import Page, Problem, front, full, problems_of

_NOTHING = ("indicator-missing", "unreadable-text")
_STATEMENT = (*_NOTHING, "measure-without-object", "copied-objective", "not-a-measure")
_LEVEL = (
    *_STATEMENT,
    "absorption-as-performance",
    "activity-as-result",
    "input-as-result",
    "output-as-outcome",
    "level-too-low",
    "level-too-high",
    "activity-as-output",
)
_UNRELATED = (*_NOTHING, "sasaran-unreadable", "sasaran-is-unit-name", "copied-objective")
#: After these it is the sasaran that has to be written anew; how the indicator meets it is told afterwards.
_NO_SASARAN = (
    *_UNRELATED,
    "sasaran-is-indicator",
    "sasaran-is-programme",
    "sasaran-is-activity",
    "sasaran-is-output",
)

ROW_RULES = (
    # Is there anything to judge?
    RowRule("indicator-missing", indicator_missing.check),
    RowRule("unreadable-text", unreadable_text.check),
    RowRule("placeholder-left", placeholder_left.check, silent_after=_NOTHING),
    RowRule("overlong-indicator", overlong_indicator.check, silent_after=("unreadable-text",)),
    # What the sasaran says.
    RowRule("sasaran-missing", sasaran_missing.check),
    RowRule("sasaran-unreadable", sasaran_unreadable.check, silent_after=("unreadable-text",)),
    RowRule("sasaran-is-indicator", sasaran_is_indicator.check),
    RowRule("sasaran-is-programme", sasaran_is_programme.check),
    RowRule("sasaran-is-unit-name", sasaran_is_unit_name.check),
    RowRule("sasaran-is-activity", sasaran_is_activity.check),
    RowRule("sasaran-is-output", sasaran_is_output.check),
    RowRule("sasaran-is-topic", sasaran_is_topic.check),
    RowRule("sasaran-as-effort", sasaran_as_effort.check),
    RowRule("sasaran-as-order", sasaran_as_order.check),
    # What the indicator says: a measure, of what, at which level of result.
    RowRule("measure-without-object", measure_without_object.check, silent_after=_NOTHING),
    RowRule("copied-objective", copied_objective.check, silent_after=_NOTHING, cell="sasaran"),
    RowRule(
        "not-a-measure",
        not_a_measure.check,
        silent_after=(*_NOTHING, "measure-without-object", "copied-objective"),
    ),
    RowRule("absorption-as-performance", absorption_as_performance.check, silent_after=_STATEMENT),
    RowRule(
        "activity-as-result",
        activity_as_result.check,
        silent_after=(*_STATEMENT, "absorption-as-performance"),
    ),
    RowRule(
        "input-as-result", input_as_result.check, silent_after=(*_STATEMENT, "absorption-as-performance")
    ),
    RowRule("output-as-outcome", output_as_outcome.check, silent_after=_STATEMENT),
    RowRule("level-too-low", level_too_low.check, silent_after=_STATEMENT),
    RowRule("level-too-high", level_too_high.check, silent_after=_STATEMENT),
    RowRule("activity-as-output", activity_as_output.check, silent_after=_STATEMENT),
    RowRule("double-barrelled", double_barrelled.check, silent_after=_STATEMENT),
    RowRule("quality-without-instrument", quality_without_instrument.check, silent_after=_LEVEL),
    RowRule("vague-words", vague_words.check, silent_after=(*_STATEMENT, "quality-without-instrument")),
    RowRule(
        "percent-without-population",
        percent_without_population.check,
        silent_after=(*_LEVEL, "vague-words", "double-barrelled"),
    ),
    RowRule("target-in-indicator", target_in_indicator.check, silent_after=_STATEMENT),
    RowRule("year-in-indicator", year_in_indicator.check, silent_after=(*_NOTHING, "target-in-indicator")),
    RowRule("acronym-unexplained", acronym_unexplained.check, silent_after=_NOTHING),
    RowRule("typing-slip", typing_slip.check, silent_after=_NOTHING),
    # Whether the indicator shows that the sasaran is reached.
    RowRule(
        "other-field",
        other_field.check,
        silent_after=(*_UNRELATED, *_LEVEL),
        cell="sasaran",
    ),
    RowRule("other-object", other_object.check, silent_after=(*_NO_SASARAN, *_LEVEL), cell="sasaran"),
    RowRule("link-unclear", link_unclear.check, silent_after=(*_NO_SASARAN, *_LEVEL), cell="sasaran"),
    RowRule("weak-proxy", weak_proxy.check, silent_after=(*_NO_SASARAN, *_LEVEL), cell="sasaran"),
    RowRule("small-aspect", small_aspect.check, silent_after=(*_NO_SASARAN, *_LEVEL), cell="sasaran"),
    # Unit and target.
    RowRule("unit-contradicts-noun", unit_contradicts_noun.check, silent_after=_STATEMENT),
    RowRule("index-in-percent", index_in_percent.check, silent_after=(*_NOTHING, "unit-contradicts-noun")),
    RowRule(
        "unit-against-target", unit_against_target.check, silent_after=(*_NOTHING, "unit-contradicts-noun")
    ),
    RowRule("unit-missing", unit_missing.check, silent_after=_STATEMENT),
    RowRule("target-missing", target_missing.check),
    RowRule("open-ended-target", open_ended_target.check, silent_after=("target-missing",)),
    RowRule(
        "target-not-a-number", target_not_a_number.check, silent_after=("target-missing", "open-ended-target")
    ),
    RowRule("target-two-values", target_two_values.check),
    RowRule("target-out-of-scale", target_out_of_scale.check, silent_after=_NOTHING),
    RowRule("change-without-baseline", change_without_baseline.check),
    RowRule("time-as-target", time_as_target.check, silent_after=_STATEMENT),
    RowRule("zero-for-goods", zero_for_goods.check, silent_after=_STATEMENT),
    RowRule("grade-without-scale", grade_without_scale.check, silent_after=_STATEMENT),
    RowRule("number-without-grade", number_without_grade.check, silent_after=_STATEMENT),
    RowRule("target-against-direction", target_against_direction.check, silent_after=_NOTHING),
    RowRule(
        "target-below-baseline",
        target_below_baseline.check,
        silent_after=(*_NOTHING, "target-against-direction"),
    ),
    RowRule("target-equals-baseline", target_equals_baseline.check, silent_after=_NOTHING),
    RowRule(
        "target-outside-plausible-range",
        target_outside_plausible_range.check,
        silent_after=(
            *_NOTHING,
            "target-out-of-scale",
            "unit-contradicts-noun",
            "unit-against-target",
            "target-below-baseline",
        ),
    ),
    RowRule("service-grade-below-a", service_grade_below_a.check, silent_after=_NOTHING),
    # What the sheet says besides.
    RowRule("hidden-negative", hidden_negative.check, silent_after=_NOTHING),
    RowRule("polarity-missing", polarity_missing.check),
    RowRule("baseline-cell-empty", baseline_cell_empty.check),
    RowRule("baseline-not-a-number", baseline_not_a_number.check),
    RowRule("source-missing", source_missing.check),
    RowRule("source-too-general", source_too_general.check),
    RowRule("owner-missing", owner_missing.check),
    RowRule("owner-is-everybody", owner_is_everybody.check),
    RowRule("formula-missing", formula_missing.check),
    RowRule("formula-repeats-name", formula_repeats_name.check),
    RowRule(
        "formula-without-denominator",
        formula_without_denominator.check,
        silent_after=("formula-repeats-name",),
    ),
)

TABLE_RULES = (
    TableRule("table-empty", table_empty.check),
    TableRule("column-missing", column_missing.check),
    TableRule("baseline-missing", baseline_missing.check),
    TableRule("sasaran-without-indicator", sasaran_without_indicator.check),
    TableRule("many-indicators", many_indicators.check),
    TableRule("too-many-indicators", too_many_indicators.check),
    TableRule("same-indicator-twice", same_indicator_twice.check),
    TableRule("same-indicator-for-two-sasaran", same_indicator_for_two_sasaran.check),
    TableRule("units-mixed", units_mixed.check),
    TableRule("activity-only-set", activity_only_set.check),
    TableRule("outcome-missing", outcome_missing.check, silent_after=("activity-only-set",)),
    TableRule("targets-all-hundred", targets_all_hundred.check),
)


@cache
def names() -> tuple[str, ...]:
    """The names of all rules in reading order: rows, tables, agreements, cascades, chains."""
    from .agreements import AGREEMENT_ROW_RULES, AGREEMENT_RULES  # loaded only when they are asked for
    from .cascades import BOX_RULES, CASCADE_RULES, LINK_RULES
    from .chains import CHAIN_RULES

    tables = (ROW_RULES, TABLE_RULES)
    documents = (AGREEMENT_RULES, AGREEMENT_ROW_RULES, BOX_RULES, LINK_RULES, CASCADE_RULES, CHAIN_RULES)
    return tuple(rule.name for rules in (*tables, *documents) for rule in rules)


def page(name: str) -> Page | None:
    """The catalogue page of a rule by its name or a former name; None where there is none."""
    if name in names():
        return full(name)
    return next((full(other) for other in names() if name in front(other).formerly), None)


def problems() -> list[Problem]:
    """Everything that keeps a page of the catalogue from being complete."""
    return [problem for name in names() for problem in problems_of(name)]
