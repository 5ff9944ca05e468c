"""Two counted things in one indicator: *sekolah dan puskesmas*, *guru yang dilatih dan gedung yang dibangun*.

The second thing must stand beside the first, not beside something said of it: in *guru sekolah dasar dan
madrasah* one thing is counted, in *guru dan murid* two. Fixed pairs and stacked criteria stay one thing.
"""

from functools import cache

from workbench.reviewer.measures import Head, noun_at
from workbench.reviewer.phrases import Hit, Phrases, phrases
from workbench.reviewer.text import Text
from workbench.reviewer.units import kind_of
from workbench.reviewer.vocabulary import load, words

#: Words `start` to `end` of the second thing, and why the two are two.
Found = tuple[int, int, str] | None


def is_fixed(first: str, second: str) -> bool:
    """Whether "first dan second" names one thing."""
    pairs = words("pairs", "fixed")
    return f"{first} {second}" in pairs or f"{second} {first}" in pairs


def second_thing(text: Text, head: Head, joint: int, second: int) -> Found:
    """The second counted thing behind the joining word at `joint`."""
    if is_fixed(text.plain[joint - 1], text.plain[second]):
        return None
    for ask in (_twice, _two_things, _two_products, _side_by_side, _two_works, _two_trainings, _two_clauses):
        found = ask(text, head, joint, second)
        if found:
            return found
    return None


@cache
def _families() -> tuple[Phrases, dict[str, str]]:
    table: dict[str, str] = {}
    for name in load("families"):
        for phrase in words("families", name):
            table.setdefault(phrase, name)
    return Phrases(table), table


def _thing(plain: tuple[str, ...], index: int) -> tuple[Hit, str] | None:
    """The thing named at word `index` and its family: a building, a vehicle, a person ..."""
    listed, names = _families()
    hit = listed.at(plain, index)
    return (hit, names[hit.phrase]) if hit else None


def _twice(text: Text, head: Head, joint: int, second: int) -> Found:
    """*operator situs dan operator arsip*: the same noun said twice, each time with its own addition."""
    word = text.words[second]
    if word.capitals or word.word in words("pairs", "repeated") or second + 1 >= len(text.plain):
        return None
    if words("pairs", "within") & set(text.plain[head.body : joint]):
        return None
    paper = word.word in words("objects", "paper")
    again = paper and head.body < joint and text.plain[head.body] == word.word
    if again or word.word in text.plain[max(0, joint - 3) : joint - 1]:
        return second, second + 1, f"dua hal yang dihitung: {word.word} ... dan {word.word} ..."
    return None


def _begin(text: Text, head: Head) -> int:
    """Where the first thing stands: behind the measure, or behind the possession that is measured."""
    owned = words("pairs", "possessions")
    return head.body + (head.body < len(text.plain) and text.plain[head.body] in owned)


def _is_joined_inside(text: Text, begin: int, joint: int, family: str) -> bool:
    """Whether "dan" joins what is said of the first thing: its clause, its place, its own addition."""
    plain = text.plain
    if words("pairs", "behind") & set(plain[begin:joint]):
        return True
    additions = [index for index in range(begin, joint) if text.words[index].lead != ","]
    things = (_thing(plain, index) for index in additions)
    return any(thing is not None and thing[1] == family for thing in things)


def _two_things(text: Text, head: Head, joint: int, second: int) -> Found:
    """Two kinds of thing in one count; alike they must stand side by side (*kambing dan sapi*)."""
    plain = text.plain
    begin = _begin(text, head)
    counts = head.kind in {"count", "share"} or (head.statement and head.statement.kind == "delivered")
    counts = counts or (head.is_measure and _are_kinds_of_one(plain, begin, second))
    if not counts or "lainnya" in plain[second : second + 3]:
        return None  # "gedung kantor dan bangunan lainnya": more of the same
    first, other = _thing(plain, begin), _thing(plain, second)
    if first is None or other is None or first[0].phrase == other[0].phrase:
        return _two_bodies(plain, begin, joint, second) if head.is_measure else None
    if _is_joined_inside(text, first[0].end, joint, other[1]) or is_fixed(plain[begin], plain[second]):
        return None
    apart = first[1] != other[1] or first[1] == "record"
    if not head.is_measure and not (first[0].end == joint and apart):
        return None
    if first[1] == "conduct" and not (other[1] == "conduct" and head.kind == "count"):
        return None
    return second, other[0].end, f"dua hal yang dihitung: {first[0].phrase} dan {other[0].phrase}"


def _are_kinds_of_one(plain: tuple[str, ...], begin: int, second: int) -> bool:
    """*Produksi padi dan jagung*: two crops, herds or foodstuffs of which a size is told."""
    first, other = _thing(plain, begin), _thing(plain, second)
    grown = ("plant", "livestock", "nutrient", "staple", "young")
    return first is not None and other is not None and first[1] == other[1] in grown


def _side_by_side(text: Text, head: Head, joint: int, second: int) -> Found:
    """*hakim dan panitera yang ...*: two plain nouns right behind the measure, said together."""
    plain = text.plain
    if head.kind not in {"count", "share"} or joint - head.body != 1 or second + 1 >= len(plain):
        return None
    if plain[second + 1] != "yang" and not _is_said(plain, second + 1):
        return None
    works = phrases("objects", "activity", "support", "input", "paper", "wrapper")
    for index in (head.body, second):
        known = works.at(plain, index) or noun_at(text, index)
        if known or is_doing(plain[index]) or _is_said(plain, index) or text.words[index].is_number:
            return None
    if phrases("vague", "words", "predicates").at(plain, second):
        return None
    return second, second + 1, f"dua hal yang dihitung: {plain[head.body]} dan {plain[second]}"


def _two_bodies(plain: tuple[str, ...], begin: int, joint: int, second: int) -> Found:
    """*koperasi dan desa*: two kinds of organisation side by side."""
    first = plain[begin]
    kinds = kind_of(first, whole=True), kind_of(plain[second], whole=True)
    if joint - begin == 1 and kinds == ("organisation", "organisation") and first != plain[second]:
        return second, second + 1, f"dua hal yang dihitung: {first} dan {plain[second]}"
    return None


def _two_products(text: Text, head: Head, joint: int, second: int) -> Found:
    """Two papers or goods, each with an addition of its own or in a series with commas."""
    plain = text.plain
    delivered = head.statement is not None and head.statement.kind == "delivered" and not head.is_measure
    if not (delivered or head.kind in {"count", "share"}) or "yang" in plain[head.body : joint]:
        return None
    if "lainnya" in plain[second : second + 3]:
        return None
    goods, wrappers = phrases("objects", "deliverable"), words("objects", "wrapper")
    first, other = goods.at(plain, head.body), goods.at(plain, second)
    if first is None or other is None or first.phrase == other.phrase:
        return None
    if first.phrase in wrappers and other.phrase not in wrappers:
        return None  # "paket peralatan dan perlengkapan" is one package
    series = any(word.lead == "," for word in text.words[head.body : joint])
    added = second + 1 < len(plain) and plain[second + 1] != "yang"
    if not added or not (series or ((delivered or head.kind == "count") and joint - head.body >= 2)):
        return None
    return second, other.end, f"dua keluaran: {first.phrase} dan {other.phrase}"


def is_doing(word: str) -> bool:
    """A noun of doing: *penanganan*, not *peraturan*, *pertanian* or *pendapatan*."""
    doing = word.startswith(("pe", "pem", "pen")) and word.endswith("an") and len(word) > 7
    if not doing or word in words("pairs", "not_doing"):
        return False
    named = ("state", "deliverable", "money", "staff")
    return not any(word in words("objects", key) for key in named)


def _two_works(text: Text, head: Head, joint: int, second: int) -> Found:
    """*pemenuhan A dan penyelesaian B*: two pieces of work, each with its own object."""
    plain = text.plain
    works = phrases("predicates", "process_output", "process_outcome")

    def is_work(index: int) -> bool:
        return works.at(plain, index) is not None or is_doing(plain[index])

    begin = head.body - 1 if works.at(plain, head.body - 1) else head.body
    if head.kind != "share" or joint - begin < 2 or second + 1 >= len(plain):
        return None
    if not is_work(begin) or not is_work(second) or plain[begin] == plain[second]:
        return None
    within = plain[begin + 1 : joint]
    if is_work(joint - 1) or any(map(is_doing, within)) or words("pairs", "behind") & set(within):
        return None  # "penguatan pembinaan dan pengawasan": the two acts stand side by side
    return second, second + 1, f"dua pekerjaan: {plain[begin]} dan {plain[second]}"


def _two_trainings(text: Text, head: Head, joint: int, second: int) -> Found:
    """*mengikuti diklat teknis dan struktural*: who took the one has not taken the other."""
    kinds = words("pairs", "training_kinds")
    first, other = text.plain[joint - 1], text.plain[second]
    if first in kinds and other in kinds and words("pairs", "trainings") & set(text.plain[:joint]):
        return second, second + 1, f"dua jenis pelatihan: {first} dan {other}"
    return None


def _two_clauses(text: Text, head: Head, joint: int, second: int) -> Found:
    """*sekolah terakreditasi dan guru bersertifikat*: each thing with its own predicate."""
    plain = text.plain
    if not head.is_measure or _is_said(plain, second) or second + 1 >= len(plain):
        return None
    if phrases("vague", "words", "predicates").at(plain, second):
        return None  # "sehat dan aman yang ...": two qualities of one thing
    if not any(_closes(plain, index, joint) for index in range(max(head.body + 1, joint - 4), joint)):
        return None
    if plain[second] == plain[joint - 1]:
        return None
    why = "dua hal dengan syarat masing-masing"
    if plain[joint - 2] == "yang" and not _is_said(plain, joint - 1):
        # "yang sah dan legal ..." are two qualities of one thing, unless a noun with its own clause follows
        return (second, second + 2, why) if plain[second + 1] == "yang" else None
    for index in range(second + 1, min(second + 4, len(plain))):
        if plain[index] == "yang" or _is_said(plain, index):
            return second, index + 1, why
    return None


def _is_said(plain: tuple[str, ...], index: int) -> bool:
    """Whether a predicate begins at word `index`."""
    word = plain[index]
    if phrases("predicates", "outcome", "output", "activity").at(plain, index):
        return True
    if word in words("predicates", "not_predicates") or word in words("pairs", "nouns_in_di"):
        return False
    passive = len(word) > 4 and word.startswith("di")
    return passive or (len(word) > 5 and word.startswith(("ter", "ber", "tidak", "meng", "mem", "men")))


def _closes(plain: tuple[str, ...], index: int, joint: int) -> bool:
    """Whether a predicate at word `index` is complete where "dan" stands."""
    hit = phrases("predicates", "outcome", "output", "activity").at(plain, index)
    if hit:
        return hit.end == joint
    if plain[index] == "yang":
        return index == joint - 2
    return index == joint - 1 and _is_said(plain, index)
