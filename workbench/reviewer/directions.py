"""Which way is better for a measure, and which way the objective wants it to go."""

from workbench.reviewer.findings import Direction
from workbench.reviewer.measures import Head, first_word
from workbench.reviewer.phrases import phrases
from workbench.reviewer.statements import statement_at
from workbench.reviewer.text import Text
from workbench.reviewer.vocabulary import words


def typed_direction(polarity: Text) -> Direction | None:
    """The direction that the polarity cell states, if it has one."""
    said = set(polarity.plain)
    if said & words("polarity", "cell_steady"):
        return Direction.STABLE
    if said & words("polarity", "cell_down"):
        return Direction.DOWN
    if said & words("polarity", "cell_up"):
        return Direction.UP
    return None


def read_direction(text: Text, head: Head, unit: str = "") -> Direction | None:
    """Up or down, by what is measured and the words that turn it round; None where nothing can be said.

    `unit` is the kind of the row's unit: a speed told in time is a duration.
    """
    plain = text.plain
    if not head.is_measure:
        return objective_direction(text)
    if head.kind == "magnitude":
        slow = phrases("polarity", "slow").within(plain, head.start, head.body)
        if slow or (head.noun == "kecepatan" and unit == "time"):
            return Direction.DOWN
    steady = phrases("polarity", "steady").within(plain, head.start, head.body + 2)
    if steady:
        return Direction.STABLE
    bad = phrases("polarity", "bad").within(plain, head.start)
    turned = phrases("polarity", "flips").within(plain, head.start) is not None
    turned ^= _negated(plain, bad.start if bad else None, bad.phrase if bad else "")
    if bad is None:
        return Direction.DOWN if _less(plain, head) else Direction.UP
    return Direction.UP if turned else Direction.DOWN


def _less(plain: tuple[str, ...], head: Head) -> bool:
    """A good thing said not to be there: *balita yang belum diimunisasi*."""
    negation = phrases("polarity", "negations").within(plain, head.body)
    return negation is not None


def _negated(plain: tuple[str, ...], index: int | None, phrase: str) -> bool:
    if index is None or phrase.startswith("tidak"):
        return False
    # "tidak mengajukan banding": the verb may stand between
    return bool(phrases("polarity", "negations").entries & set(plain[max(0, index - 2) : index]))


def objective_direction(text: Text) -> Direction | None:
    """Which way a sasaran wants things to go, by its verb; slips forgiven."""
    start = first_word(text)
    statement = statement_at(text, start)
    first = (statement.meant,) if statement and statement.meant else text.plain[start : start + 2]
    if phrases("polarity", "down_verbs").at(first, 0):
        return Direction.DOWN
    if phrases("polarity", "up_verbs").at(first, 0):
        return Direction.UP
    return None
