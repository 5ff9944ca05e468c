"""The rules about the whole chain, RPJMD to agreement, in reading order.

A new rule is NAME.py and NAME.md in this folder, and one line here.
"""

from collections.abc import Iterator

from ..following import Following
from . import (
    chain_too_short,
    iku_not_in_agreement,
    indicator_renamed,
    indicator_without_origin,
    objective_not_carried_on,
    objective_reworded,
    objective_without_root,
    target_differs,
    unit_differs,
)
from .base import Hit
from .documents import AgreementCase, PartRule

CHAIN_RULES: tuple[PartRule[Following], ...] = (
    PartRule("chain-too-short", chain_too_short.check),
    PartRule("objective-without-root", objective_without_root.check),
    PartRule("objective-not-carried-on", objective_not_carried_on.check),
    PartRule("iku-not-in-agreement", iku_not_in_agreement.check),
    PartRule("indicator-without-origin", indicator_without_origin.check),
    PartRule("indicator-renamed", indicator_renamed.check),
    PartRule("objective-reworded", objective_reworded.check),
    PartRule("target-differs", target_differs.check),
    PartRule("unit-differs", unit_differs.check),
)

#: What an agreement's own rules tell already: how its names meet the IKU list.
_TOLD = {"chain-too-short", "iku-not-in-agreement"}
_TOLD_OF_IKU = {"objective-not-carried-on", "indicator-without-origin", "indicator-renamed"}


def _beside(rule: PartRule[Following]) -> PartRule[AgreementCase]:
    """The rule, as an agreement is reviewed for the documents above it."""

    def check(case: AgreementCase) -> Iterator[Hit]:
        for hit in rule.check(case.following):
            upper, lower = (end.partition("[")[0] for end in hit.where.split(" → "))
            if (upper, lower) != ("iku", "perjanjian") or rule.name not in _TOLD_OF_IKU:
                yield hit

    return PartRule(rule.name, check)


#: The chain's rules for an agreement whose documents above are known.
ABOVE_AGREEMENT = tuple(_beside(rule) for rule in CHAIN_RULES if rule.name not in _TOLD)
