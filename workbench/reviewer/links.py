"""How the subject of an indicator stands to the subject of its sasaran in the ontology."""

from dataclasses import dataclass

from workbench.reviewer.concepts import NAMED, Subject
from workbench.reviewer.ontology import StandardIndicator, ontology

FAR = 3  # steps between concepts beyond which nobody would see the connection


@dataclass(frozen=True, slots=True)
class Link:
    """How the indicator's concept stands to the sasaran's: same, part, wider, sibling, field or none."""

    kind: str = "none"
    steps: int = 0
    concept: str = ""  # of the indicator
    wanted: str = ""  # of the sasaran


def about_fields(about: Subject, standard: StandardIndicator | None) -> dict[str, float]:
    """The fields of an indicator by strength: of the measure it names first, then of its words."""
    if standard is None:
        return about.fields
    served = {ontology().concepts[key].field: 1.5 for key in standard.serves}
    return {**about.fields, **served, standard.field: 2.0}


def served_by(about: Subject, standard: StandardIndicator | None) -> list[str]:
    """The concepts that an indicator measures: of the measure it names first, then of its words."""
    served = list(standard.serves) if standard else []
    return served + [key for key, how in about.concepts.items() if how == NAMED and key not in served]


def find_link(about: Subject, wanted: Subject, standard: StandardIndicator | None) -> Link:
    """The closest connection between what the indicator measures and what the sasaran names."""
    known = ontology()
    served = served_by(about, standard)
    named = [key for key, how in wanted.concepts.items() if how == NAMED]
    for key in standard.serves if standard else served:
        if key in named:
            return Link("same", 0, key, key)
    up = [(known.above[key][top], key, top) for key in served for top in named if top in known.above[key]]
    if up and min(up)[0] < FAR:
        return Link("part", *min(up))
    main = served[:1]
    down = [(known.above[top][key], key, top) for key in main for top in named if key in known.above[top]]
    if down and min(down)[0] < FAR:
        return Link("wider", *min(down))
    for key in main:
        for top in named:
            if {p for p, n in known.above[key].items() if n == 1} & {
                p for p, n in known.above[top].items() if n == 1
            }:
                return Link("sibling", 1, key, top)
    fields = about_fields(about, standard).keys()
    return Link("field") if fields & wanted.fields.keys() else Link()


def named_both(about: Subject, wanted: Subject, standard: StandardIndicator | None) -> bool:
    """Whether both texts name a subject, so that they can be compared."""
    return bool(served_by(about, standard)) and any(how == NAMED for how in wanted.concepts.values())


def unmet(about: Subject, wanted: Subject, standard: StandardIndicator | None) -> int:
    """Subjects that the sasaran names and nothing in the indicator belongs to."""
    above = ontology().above
    served = set(served_by(about, standard))
    met = served.union(*(above[key] for key in served)) if served else set()
    return sum(1 for key, how in wanted.concepts.items() if how == NAMED and key not in met)
