"""Two measures in one indicator: two counted objects or two facets joined by "dan".

"Dan" alone is a poor sign: most coordinations are names, fixed pairs or stacked criteria on one object.
"""

from dataclasses import dataclass

from workbench.reviewer.counted import is_fixed, second_thing
from workbench.reviewer.measures import Head, noun_at
from workbench.reviewer.phrases import Hit, phrases
from workbench.reviewer.text import Text
from workbench.reviewer.units import kind_of
from workbench.reviewer.vocabulary import words


@dataclass(frozen=True, slots=True)
class Double:
    """The joining word (or punctuation) at `joint`, the second object at words `start` to `end`."""

    joint: int
    start: int
    end: int
    why: str


def find_double(text: Text, head: Head) -> Double | None:
    """The second thing measured, if there is one."""
    plain = text.plain
    if not head.is_measure and head.statement is None and not plain:
        return None
    listed_items = _dashed(text, head)
    if listed_items:
        return listed_items
    for joint in range(head.start + 1, len(plain) - 1):
        word = plain[joint]
        listed = word in words("pairs", "joints")
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


def _is_second_measure(text: Text, head: Head, noun: tuple[Hit, str, str], joint: int) -> bool:
    """*... dan persentase ...*, *Luas tanam dan produksi ...*; "dan tingkat desa" is a place."""
    hit, kind, _ = noun
    if hit.phrase == "tingkat":
        follower = text.plain[hit.end] if hit.end < len(text.plain) else ""
        return follower.startswith("ke") and follower.endswith("an") and not kind_of(follower)
    if kind == "acronym":
        return text.words[hit.start].capitals and not text.words[hit.start].lead
    if hit.phrase == "nilai":
        return text.plain[hit.end : hit.end + 1] != () and text.plain[hit.end] in words("pairs", "valued")
    if kind in {"share", "count", "score"}:
        return hit.phrase != "total"
    sized = {"magnitude", "quantity"}
    if hit.phrase == head.noun:
        return True  # "rata-rata nilai SD dan rata-rata nilai SMP"
    near = joint - head.start <= 4 and hit.phrase != "berat"  # "sedang dan berat"
    return kind in sized and head.kind in sized | {"count"} and near and head.noun != hit.phrase


def _dashed(text: Text, head: Head) -> Double | None:
    """A list written with dashes: *... - SD - SMP*."""
    dashed = [
        index
        for index in range(head.end, len(text.words))
        if text.words[index].lead in {"-", "–", "•"} and text.source[text.words[index].start - 1] == " "
    ]
    if len(dashed) < 2:
        return None
    return Double(
        dashed[1], dashed[1], dashed[1] + 1, "beberapa hal yang diukur, dirinci dengan tanda hubung"
    )


def _second(text: Text, head: Head, joint: int, second: int, listed: bool) -> Double | None:
    plain = text.plain
    if joint == 0 or second >= len(plain):
        return None
    end = second + 1
    before, after = plain[joint - 1], plain[second]
    judged = "terhadap" in plain[head.start : joint] or "atas" in plain[head.start : joint]
    # "informasi pasokan, harga dan akses" is information
    market = before in words("pairs", "market") and joint != head.body + 1
    if listed and not judged and not market and _are_facets(head, before, after):
        return Double(joint, second, end, f"dua ukuran: {before} dan {after}")
    noun = noun_at(text, second)
    if head.is_measure and noun and _is_second_measure(text, head, noun, joint):
        return Double(joint, second, noun[0].end, f"ukuran kedua: {noun[0].phrase}")
    if head.statement and not head.is_measure and head.statement.kind.startswith("result"):
        conditions = phrases("objectives", "conditions")
        if conditions.at(plain, head.body) and conditions.at(plain, second) and not is_fixed(before, after):
            return Double(joint, second, end, f"dua keadaan: {plain[head.body]} dan {after}")
    if not listed:
        return None
    if _is_listing(text, head, joint):
        return Double(joint, second, end, "beberapa urusan dalam satu pernyataan")
    found = second_thing(text, head, joint, second)
    return Double(joint, *found) if found else None


def _are_facets(head: Head, before: str, after: str) -> bool:
    """*kualitas dan kuantitas*, *kepuasan dan kepatuhan*; an index may be named after both."""
    facets = words("pairs", "facets")
    if before == after:
        return False
    if before in facets and after in facets:
        return True
    if is_fixed(before, after):
        return False
    levels = words("pairs", "school_levels")
    if before in levels and after in levels:
        return head.is_measure and head.kind in {"rate", "magnitude", "score", "acronym", "quality"}
    listed = ("quality", "weak", "quantity")
    qualities = words("pairs", "qualities").union(*(words("measures", key) for key in listed))
    named = head.noun in {"indeks", "nilai", "skor"}
    return head.is_measure and not named and before in qualities and after in qualities


def _is_listing(text: Text, head: Head, joint: int) -> bool:
    """*Tertib administrasi, kepegawaian, dan aset*: a virtue wished for a whole list of affairs."""
    virtue = phrases("vague", "heads").at(text.plain, head.start)
    commas = any(word.lead == "," for word in text.words[head.start + 1 : joint + 1])
    return not head.is_measure and virtue is not None and commas
