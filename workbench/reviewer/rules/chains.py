"""The rules about the whole chain, RPJMD to agreement, in reading order.

A new rule is NAME.py and NAME.md in this folder, and one line here.
"""

from . import (
    chain_too_short,
    iku_not_in_agreement,
    indicator_renamed,
    objective_not_carried_on,
    renstra_not_from_rpjmd,
    target_differs,
    unit_differs,
)
from .documents import PartRule

CHAIN_RULES = (
    PartRule("chain-too-short", chain_too_short.check),
    PartRule("renstra-not-from-rpjmd", renstra_not_from_rpjmd.check),
    PartRule("objective-not-carried-on", objective_not_carried_on.check),
    PartRule("iku-not-in-agreement", iku_not_in_agreement.check),
    PartRule("indicator-renamed", indicator_renamed.check),
    PartRule("target-differs", target_differs.check),
    PartRule("unit-differs", unit_differs.check),
)
