"""What a review says: readings, verdicts and findings, as plain values (design contract, section 3)."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How sure we are that an evaluator would send it back."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Axis(StrEnum):
    """The question a rule belongs to."""

    ALIGNMENT = "alignment"
    MEASURABILITY = "measurability"
    COMPLETENESS = "completeness"


class Principle(StrEnum):
    """The six principles of the bimtek; they name the dimensions of the score."""

    KESELARASAN = "keselarasan"
    RELEVANSI = "relevansi"
    TERUKUR = "terukur"
    AKUNTABEL = "akuntabel"
    TRANSPARAN = "transparan"
    BERKELANJUTAN = "berkelanjutan"


class Level(StrEnum):
    """Level of result, from what is spent to what changes in society (domain 2.4)."""

    INPUT = "input"
    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Direction(StrEnum):
    """Which way is better for a measure."""

    UP = "up"
    DOWN = "down"
    STABLE = "stable"


class Verdict(StrEnum):
    """Does the indicator show that its objective is reached."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"
    NA = "na"


class ObjectiveKind(StrEnum):
    """What the sasaran cell really says."""

    RESULT = "result"
    EFFORT = "effort"  # "Peningkatan ...", "Optimalisasi ...": a process named by a noun
    ORDER = "order"  # "Melaksanakan ...", "Menyusun ..."
    OUTPUT = "output"  # "Terlaksananya ...", "Tersusunnya ..."
    TOPIC = "topic"  # "Efisiensi anggaran"
    UNIT = "unit"  # "Bidang Pelayanan"
    PROGRAMME = "programme"  # "Program ..."
    INDICATOR = "indicator"  # "Persentase ..."
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a field as typed: Python string positions, `start <= end`."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """Numbers of a target in the row's unit; both None where the target is a grade such as WTP."""

    low: float | None
    high: float | None
    comparator: str | None = None  # ">=", ">", "<=", "<", "=", or "range"
    grade: str | None = None  # "WTP", "BB", "Level 3", "A"
    unit: str | None = None  # a unit written in the target cell
    problem: str | None = None  # why target_ok is False, a key that rules know


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row says, read once; rules look at this and never at the words again.

    The first eight fields are the contract; the rest are places and reasons for the rules.
    """

    is_measure: bool
    level: Level
    vague: bool
    double: bool
    target_ok: bool | None
    sasaran_is_result: bool | None
    unit: str | None
    target: Target | None
    direction: Direction | None
    objective_kind: ObjectiveKind | None = None
    readable: bool = True  # False: nonsense, another language, nothing that can be read as Indonesian
    measure_noun: str | None = None  # folded head: "persentase", "jumlah", "indeks"; None for bare measures
    spans: dict[str, tuple[Span, ...]] = field(
        default_factory=dict
    )  # by reason: "vague", "double", "head", ...
    reasons: dict[str, str] = field(default_factory=dict)  # by reason: a short Indonesian phrase
    slips: tuple[str, ...] = ()  # what was probably meant, in the order of spans["slip"]
    baseline: Target | None = None
    population: bool | None = None  # for a percentage: whether it says of whom or what; None otherwise
    objective_direction: Direction | None = None  # which way the verb of the sasaran wants things to go
    time_bound: bool = False  # a year or period is named in the row


@dataclass(frozen=True, slots=True)
class Alignment:
    """Whether the indicator shows that the sasaran is reached, and why, in words a person understands."""

    verdict: Verdict
    score: float | None  # 0..1, None with na
    because: tuple[str, ...] = ()
    relation: str = ""  # "direct", "proxy", "aspect", "same-field", "other-field", "repeats", "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: what is wrong here (`message`), what to write instead (`advice`), and where."""

    rule: str
    severity: Severity
    principle: Principle
    axis: Axis
    message: str
    advice: str
    field: str = ""  # a member of document.FIELDS, or "" for the row or the table as a whole
    start: int = 0
    end: int = 0
    suggestion: str = ""  # a rewrite that may be taken over, clearly marked as ours
    points: int = 0  # zero or negative; filled in by score.py
    where: str = ""  # the part of an agreement, a cascade or a chain; empty for a row and a table
