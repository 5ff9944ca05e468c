"""The rules about cascades in reading order: what a box says, how it hangs on the one above, the whole tree.

A new rule is NAME.py and NAME.md in this folder, and one line here.
"""

from dataclasses import replace

from . import (
    ROW_RULES,
    box_empty,
    box_is_activity,
    box_is_programme,
    box_is_unit_name,
    box_key_twice,
    box_without_condition,
    box_without_indicator,
    box_without_parent,
    branch_missing,
    cascade_empty,
    cascade_in_a_circle,
    cause_not_seen,
    condition_copied,
    holder_missing,
    indicator_copied_from_parent,
    indicator_in_two_boxes,
    leaf_missing,
    level_skipped,
    only_child,
    parent_unknown,
    position_turned_round,
    result_turned_round,
    same_condition_twice,
    several_roots,
    top_missing,
    unit_at_two_levels,
)
from .documents import InnerRule, PartRule

#: Rules of a table's row, and the rule of a box that speaks in their place: a box holds a condition, always.
INSTEAD = {
    "indicator-missing": "box-without-indicator",
    "sasaran-missing": "box-without-condition",
    "sasaran-is-activity": "box-is-activity",
    "sasaran-is-programme": "box-is-programme",
    "sasaran-is-unit-name": "box-is-unit-name",
}

_SAYS_NOTHING = ("box-empty", "box-without-condition", "box-without-indicator", "unreadable-text")
_NO_CONDITION = (*_SAYS_NOTHING, "box-is-programme", "box-is-unit-name", "sasaran-unreadable")
_BROKEN = ("parent-unknown", "cascade-in-a-circle", "box-without-parent")

#: What a box says; they come before the rules of every indicator table.
BOX_RULES = (
    InnerRule("box-empty", box_empty.check),
    InnerRule("box-without-condition", box_without_condition.check, silent_after=("box-empty",)),
    InnerRule("box-without-indicator", box_without_indicator.check, silent_after=("box-empty",)),
    InnerRule("box-is-activity", box_is_activity.check),
    InnerRule("box-is-programme", box_is_programme.check),
    InnerRule("box-is-unit-name", box_is_unit_name.check),
)

#: The rules of an indicator table's row that also hold for a box.
ROW_RULES_OF_A_BOX = tuple(
    replace(
        rule,
        silent_after=(
            *(INSTEAD.get(name, name) for name in rule.silent_after),
            "box-empty",
            *(("box-without-indicator",) if rule.name == "target-missing" else ()),
            *(("box-is-activity",) if rule.name == "sasaran-is-output" else ()),
            *(
                ("box-without-condition",)
                if rule.cell == "sasaran" or rule.name == "placeholder-left"
                else ()
            ),
        ),
    )
    for rule in ROW_RULES
    if rule.name not in INSTEAD
)

#: How a box hangs on the one above; they come after the rules of every indicator table.
LINK_RULES = (
    InnerRule("condition-copied", condition_copied.check, silent_after=_NO_CONDITION, cell="sasaran"),
    InnerRule(
        "indicator-copied-from-parent",
        indicator_copied_from_parent.check,
        silent_after=(*_SAYS_NOTHING, "condition-copied"),
    ),
    InnerRule(
        "result-turned-round",
        result_turned_round.check,
        silent_after=(*_SAYS_NOTHING, "level-too-high", "condition-copied"),
    ),
    InnerRule(
        "cause-not-seen",
        cause_not_seen.check,
        silent_after=(*_NO_CONDITION, "condition-copied", "other-field"),
        cell="sasaran",
    ),
)

CASCADE_RULES = (
    # Is it a tree?
    PartRule("cascade-empty", cascade_empty.check),
    PartRule("box-key-twice", box_key_twice.check),
    PartRule("parent-unknown", parent_unknown.check),
    PartRule("cascade-in-a-circle", cascade_in_a_circle.check),
    PartRule("top-missing", top_missing.check),
    PartRule("box-without-parent", box_without_parent.check),
    PartRule("several-roots", several_roots.check),
    # Does it follow the offices?
    PartRule("position-turned-round", position_turned_round.check),
    PartRule("level-skipped", level_skipped.check),
    PartRule("unit-at-two-levels", unit_at_two_levels.check),
    PartRule("holder-missing", holder_missing.check),
    # Is every result unfolded, and only once?
    PartRule("branch-missing", branch_missing.check, silent_after=_BROKEN),
    PartRule("leaf-missing", leaf_missing.check, silent_after=_BROKEN),
    PartRule("only-child", only_child.check, silent_after=_BROKEN),
    PartRule("same-condition-twice", same_condition_twice.check),
    PartRule("indicator-in-two-boxes", indicator_in_two_boxes.check, silent_after=("same-condition-twice",)),
)
