"""The kinds of exercise. A new kind is a module here (see `base`), a line in the table, a desk and a test."""

from workbench.exercises.kinds.agreement import Agreement
from workbench.exercises.kinds.base import Exercise
from workbench.exercises.kinds.cascade import Cascade
from workbench.exercises.kinds.classify import Classify
from workbench.exercises.kinds.indicator_table import IndicatorTable
from workbench.exercises.kinds.repair import Repair

#: The word after `kind:` and the model it names, in reading order.
KINDS: dict[str, type[Exercise]] = {
    "indicator-table": IndicatorTable,
    "repair": Repair,
    "classify": Classify,
    "agreement": Agreement,
    "cascade": Cascade,
}
