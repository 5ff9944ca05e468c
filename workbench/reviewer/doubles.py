"""Two measures in one indicator: two counted objects or two facets joined by "dan".

"Dan" alone is a poor sign: most coordinations are names, fixed pairs or stacked criteria on one object.
"""

from dataclasses import dataclass

from workbench.reviewer.measures import Head, noun_at
from workbench.reviewer.phrases import phrases
from workbench.reviewer.text import Text
from workbench.reviewer.vocabulary import words

_JOINTS = frozenset({"dan", "serta", "maupun", "beserta"})


@dataclass(frozen=True, slots=True)
class Double:
    """The joining word (or punctuation) at `joint`, the second object at words `start` to `end`."""

    joint: int
    start: int
    end: int
    why: str


def _is_fixed(first: str, second: str) -> bool:
    pairs = words("pairs", "fixed")
    return f"{first} {second}" in pairs or f"{second} {first}" in pairs


def find_double(text: Text, head: Head) -> Double | None:
    """The second thing measured, if there is one."""
    plain = text.plain
    if not head.is_measure and head.statement is None and not plain:
        return None
    for joint in range(head.start + 1, len(plain) - 1):
        word = plain[joint]
        listed = word in _JOINTS
        comma = not listed and text.words[joint].lead in {",", ";", "-", "–", "&"}
        if not listed and not comma:
            continue
        if text.words[joint].inside:
            continue
        second = joint + 1 if listed else joint
        found = _second(text, head, joint, second, listed)
        if found:
            return found
    return None


def _second(text: Text, head: Head, joint: int, second: int, listed: bool) -> Double | None:
    plain = text.plain
    if joint == 0 or second >= len(plain):
        return None
    end = second + 1
    before, after = plain[joint - 1], plain[second]
    facets = words("pairs", "facets")
    if listed and before in facets and after in facets and before != after:
        return Double(joint, second, end, f"dua ukuran: {before} dan {after}")
    noun = noun_at(text, second)
    strong = noun and noun[1] in {"share", "count", "score"} and noun[0].end - second >= 1
    if strong and noun and noun[0].phrase not in {"nilai", "tingkat", "total"} and head.is_measure:
        return Double(joint, second, noun[0].end, f"ukuran kedua: {noun[0].phrase}")
    if not listed:
        return None
    if _is_fixed(before, after):
        return None
    body = plain[head.body] if head.body < joint else ""
    if after == body and joint - head.body >= 2 and not text.words[head.body].capitals:
        return Double(joint, second, end, f"dua hal yang dihitung: {body} ... dan {after} ...")
    papers = phrases("objects", "deliverable")
    first_paper, second_paper = papers.at(plain, head.body), papers.at(plain, second)
    apart = joint - head.body >= 2 and second + 1 < len(plain) and plain[second + 1] != "yang"
    if head.kind == "count" and first_paper and second_paper and apart:
        if "yang" not in plain[head.body : joint] and second_paper.phrase != first_paper.phrase:
            return Double(
                joint,
                second,
                second_paper.end,
                f"dua keluaran: {first_paper.phrase} dan {second_paper.phrase}",
            )
    return _two_clauses(text, head, joint, second)


def _two_clauses(text: Text, head: Head, joint: int, second: int) -> Double | None:
    """*sekolah terakreditasi dan guru bersertifikat*: each thing with its own predicate."""
    plain = text.plain
    said = phrases("predicates", "outcome", "output")
    first = said.within(plain, head.body + 1, joint)
    if first is None or not head.is_measure:
        return None
    for index in range(second + 1, min(second + 4, len(plain))):
        if plain[index] == "yang" or said.at(plain, index):
            if said.at(plain, second) or plain[second].startswith(("di", "ter", "me", "ber", "tidak")):
                return None
            if plain[second] == plain[joint - 1] or "yang" in plain[head.body : joint]:
                return None
            return Double(joint, second, index + 1, "dua hal dengan syarat masing-masing")
    return None
