"""Two measures in one indicator: two counted objects or two facets joined by "dan".

"Dan" alone is a poor sign: most coordinations are names, fixed pairs or stacked criteria on one object.
"""

from dataclasses import dataclass

from workbench.reviewer.measures import Head, noun_at
from workbench.reviewer.phrases import Hit, phrases
from workbench.reviewer.text import Text
from workbench.reviewer.units import kind_of
from workbench.reviewer.vocabulary import load, words


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
    if kind in {"share", "count", "score"}:
        return hit.phrase not in {"nilai", "total"}
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
    facets = words("pairs", "facets")
    if listed and before in facets and after in facets and before != after:
        return Double(joint, second, end, f"dua ukuran: {before} dan {after}")
    noun = noun_at(text, second)
    if head.is_measure and noun and _is_second_measure(text, head, noun, joint):
        return Double(joint, second, noun[0].end, f"ukuran kedua: {noun[0].phrase}")
    if head.statement and not head.is_measure and head.statement.kind.startswith("result"):
        conditions = phrases("objectives", "conditions")
        if conditions.at(plain, head.body) and conditions.at(plain, second) and not _is_fixed(before, after):
            return Double(joint, second, end, f"dua keadaan: {plain[head.body]} dan {after}")
    if not listed:
        return None
    if _is_fixed(before, after):
        return None
    if _is_repeated(text, head, joint, second):
        return Double(joint, second, end, f"dua hal yang dihitung: {after} ... dan {after} ...")
    things = _two_things(text, head, joint, second)
    if things:
        return things
    return _two_works(text, head, joint, second) or _two_clauses(text, head, joint, second)


def _is_repeated(text: Text, head: Head, joint: int, second: int) -> bool:
    """*operator situs dan operator arsip*: the same noun said twice, each time with its own addition."""
    word = text.words[second]
    if word.capitals or word.word in words("pairs", "repeated") or second + 1 >= len(text.plain):
        return False
    again = (
        word.word in words("objects", "paper") and head.body < joint and text.plain[head.body] == word.word
    )
    return again or word.word in text.plain[max(0, joint - 3) : joint - 1]


def _two_things(text: Text, head: Head, joint: int, second: int) -> Double | None:
    """*Dokumen A dan Laporan B*, *sekolah dan puskesmas*: two kinds of thing in one count."""
    plain = text.plain
    if head.kind not in {"count", "share"} or "yang" in plain[head.body : joint]:
        return None
    if "lainnya" in plain[second : second + 3]:
        return None  # "gedung kantor dan bangunan lainnya": more of the same
    first = plain[head.body]
    families = _family(plain, head.body), _family(plain, second)
    if None not in families and families[0] != families[1]:
        return Double(joint, second, second + 1, f"dua hal yang dihitung: {first} dan {plain[second]}")
    kinds = kind_of(first, whole=True), kind_of(plain[second], whole=True)
    if joint - head.body == 1 and kinds == ("organisation", "organisation") and first != plain[second]:
        return Double(joint, second, second + 1, f"dua hal yang dihitung: {first} dan {plain[second]}")
    return _two_products(text, head, joint, second)


def _family(plain: tuple[str, ...], index: int) -> str | None:
    """What kind of thing stands at word `index`: a building, a vehicle, a person ..."""
    for name in load("families"):
        if phrases("families", name).at(plain, index):
            return str(name)
    return None


def _two_products(text: Text, head: Head, joint: int, second: int) -> Double | None:
    """Two papers or goods, each with an addition of its own or in a series with commas."""
    plain = text.plain
    goods, wrappers = phrases("objects", "deliverable"), words("objects", "wrapper")
    first, other = goods.at(plain, head.body), goods.at(plain, second)
    if first is None or other is None or first.phrase == other.phrase:
        return None
    if first.phrase in wrappers and other.phrase not in wrappers:
        return None  # "paket peralatan dan perlengkapan" is one package
    series = any(word.lead == "," for word in text.words[head.body : joint])
    added = second + 1 < len(plain) and plain[second + 1] != "yang"
    if not added or not (series or (head.kind == "count" and joint - head.body >= 2)):
        return None
    return Double(joint, second, other.end, f"dua keluaran: {first.phrase} dan {other.phrase}")


def _two_works(text: Text, head: Head, joint: int, second: int) -> Double | None:
    """*pemenuhan A dan penyelesaian B*: two pieces of work, each with its own object."""
    plain = text.plain
    works = phrases("predicates", "process_output", "process_outcome")
    begin = head.body - 1 if works.at(plain, head.body - 1) else head.body
    if head.kind != "share" or joint - begin < 2 or second + 1 >= len(plain):
        return None
    if not works.at(plain, begin) or not works.at(plain, second) or plain[begin] == plain[second]:
        return None
    return Double(joint, second, second + 1, f"dua pekerjaan: {plain[begin]} dan {plain[second]}")


def _two_clauses(text: Text, head: Head, joint: int, second: int) -> Double | None:
    """*sekolah terakreditasi dan guru bersertifikat*: each thing with its own predicate."""
    plain = text.plain
    both = "yang" in plain[head.body : joint] and "yang" in plain[second + 1 : second + 4]
    family = _family(plain, second)
    if both and family and family != _family(plain, head.body):
        return Double(joint, second, second + 1, "dua hal dengan syarat masing-masing")
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
