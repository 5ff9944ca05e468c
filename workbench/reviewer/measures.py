"""Whether an indicator is a measure: the noun at its head, or what stands there instead.

The head decides. *Persentase*, *Jumlah*, *Indeks* make a measure when something follows to be measured;
bare measures (*Produktivitas padi*, *UHH*) are measures by themselves; *Terlaksananya*, *Meningkatnya*,
*Menyusun* are statements, unless a measure noun follows at once (*Berkurangnya jumlah keluhan*).
"""

from dataclasses import dataclass
from functools import cache

from workbench.reviewer.phrases import Hit, Phrases, phrases
from workbench.reviewer.slips import nearest
from workbench.reviewer.statements import Statement, statement_at
from workbench.reviewer.text import Text, fold
from workbench.reviewer.vocabulary import load, words

#: Kinds of measure noun, strongest first; a phrase listed under several counts as the first.
NOUN_KINDS = ("share", "count", "score", "grade", "rate", "magnitude", "quantity", "quality", "state")
_NEEDS_OBJECT = frozenset({"share", "count", "score", "grade", "rate", "magnitude", "quality", "weak"})
_STACKED = frozenset({"share", "count", "score", "rate", "quality", "magnitude", "weak"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an indicator: words `start` to `end`, what is measured from `body` on.

    `kind` is one of NOUN_KINDS, "weak", "acronym", "change", "thing" or "" (none); `noun` the folded measure
    noun; `statement` what is said instead of or before a measure; `meant` the listed form of a slip.
    """

    is_measure: bool
    kind: str
    noun: str | None
    start: int
    end: int
    body: int
    statement: Statement | None = None
    meant: str = ""
    why: str = ""


@cache
def _nouns() -> tuple[Phrases, dict[str, str]]:
    table: dict[str, str] = {}
    for kind in (*NOUN_KINDS, "weak"):
        for phrase in words("measures", kind):
            table.setdefault(phrase, kind)
    return Phrases(table), table


@cache
def _single_nouns() -> frozenset[str]:
    """Measure nouns of one word, in every spelling that is met."""
    nouns = frozenset(word for word in _nouns()[1] if " " not in word)
    table = load("spelling")
    other = {typed for key in ("variants", "slips") for typed, meant in table[key].items() if meant in nouns}
    return nouns | frozenset(other)


def noun_at(text: Text, index: int, forgive: bool = False) -> tuple[Hit, str, str] | None:
    """The measure noun at word `index`: its place, its kind, and the listed form if it was a slip."""
    if index >= len(text.plain):
        return None
    listed, kinds = _nouns()
    hit = listed.at(text.plain, index)
    if hit:
        return hit, kinds[hit.phrase], text.words[index].slip
    word = text.words[index]
    if word.word in words("measures", "acronyms") and (word.capitals or len(text.plain) <= 3):
        return Hit(index, index + 1, word.word), "acronym", ""
    if forgive:
        meant = nearest(word.word, _single_nouns())
        if meant and fold(meant) != word.word:
            return Hit(index, index + 1, fold(meant)), kinds[fold(meant)], fold(meant)
    return None


def first_word(text: Text) -> int:
    """Index of the first word after numbering such as "1." or "a)"."""
    index = 0
    while index < len(text.words) - 1:
        follower = text.words[index + 1].lead[:1]
        word = text.words[index]
        counts = word.is_number or (len(word.word) == 1 and follower in {".", ")"})
        if not counts or (word.is_number and follower == "%"):
            break
        index += 1
    return index


def read_head(text: Text, has_unit: bool, graded: bool = False) -> Head:
    """Read the head of an indicator.

    `has_unit`: the row says in what unit it is counted; `graded`: that unit is per cent, a score, a size or
    the like, which only something measurable can have.
    """
    if not text.words:
        return Head(False, "", None, 0, 0, 0, why="belum diisi")
    start = first_word(text)
    if "%" in text.words[start].lead and statement_at(text, start) is None:
        return _with_object(text, Hit(start, start, "persentase"), "share", "")
    found = noun_at(text, start)
    statement = None if found else statement_at(text, start)
    if statement:
        return _after_statement(text, statement)
    found = found or _english(text, start) or noun_at(text, start, forgive=True)
    if found:
        hit, kind, meant = found
        moving = words("measures", "moving") & set(text.plain[hit.end :])
        if kind == "weak" and moving:
            return Head(False, "weak", None, start, hit.end, hit.end, why="berupa pernyataan, belum ukuran")
        if kind == "weak" and not has_unit:
            return Head(False, "weak", None, start, hit.end, hit.end, why="sifat tanpa satuan ukur")
        return _with_object(text, hit, kind, meant)
    change = phrases("measures", "change").at(text.plain, start)
    if change:
        return _after_change(text, change)
    if graded and _is_nameable(text, start):
        return Head(True, "thing", None, start, start + 1, start)
    return _bare_thing(text, start, has_unit)


def _is_nameable(text: Text, start: int) -> bool:
    """A short name that only the unit shows to be a measure: *Kerukunan umat beragama* (per cent)."""
    plain = text.plain
    if len(plain) - start > 6 or "yang" in plain or _is_sentence(plain, start):
        return False
    first = plain[start]
    done = first.startswith("pe") and first.endswith("an")
    made = phrases("objects", "activity", "deliverable", "support", "input", "staff").at(plain, start)
    wish = phrases("vague", "heads").at(plain, start) or first in words("measures", "unmeasured")
    reached = phrases("predicates", "outcome")
    if wish or done or reached.at(plain, start):
        return False
    return made is None or reached.within(plain, made.end, made.end + 2) is not None


def _measures_itself(text: Text, first: int, last: int) -> bool:
    """*Tingkat kepuasan* is whole, *Persentase cakupan* is not."""
    own = {"quality", "weak", "quantity", "state", "acronym"}
    found = (noun_at(text, index) for index in range(first, last))
    return any(noun is not None and noun[1] in own for noun in found)


def _english(text: Text, start: int) -> tuple[Hit, str, str] | None:
    """A measure with an English name: *Bed Occupancy Rate*, *Load Factor*."""
    for index in range(start, min(start + 5, len(text.plain))):
        if text.plain[index] in words("languages", "foreign") - words("measures", "english") - {"of", "on"}:
            return None
        if text.plain[index] in words("measures", "english"):
            return Hit(start, index + 1, " ".join(text.plain[start : index + 1])), "acronym", ""
    return None


def _is_short_name(text: Text, start: int) -> bool:
    """An unlisted short name in capitals standing (almost) alone, as indices are written: *IPNBK Kota*."""
    word = text.words[start]
    outside = [other for other in text.words if not other.inside]
    things = phrases("objects", "deliverable", "activity", "staff", "input", "paper", "wrapper")
    return word.capitals and 2 < len(word.word) < 8 and len(outside) <= 3 and not things.at(text.plain, start)


def _is_code(text: Text, index: int) -> bool:
    """A short name of letters and figures, as health services use them: *K4*, *KN1*, *D/S*."""
    if index + 1 >= len(text.words):
        return False
    word, follower = text.words[index : index + 2]
    if len(word.word) > 3 or word.is_number:
        return False
    letters = len(word.word) == len(follower.word) == 1 and follower.lead == "/"
    return letters or (follower.is_number and follower.start == word.end)


def _is_sentence(plain: tuple[str, ...], start: int) -> bool:
    """*Setiap perangkat daerah memiliki ... yang ...* tells something, it names nothing to be counted."""
    ahead = plain[start : plain.index("yang")] if "yang" in plain else plain[start:]
    verbs = words("measures", "verbs")
    if words("measures", "moving") & set(plain[start:]):
        return True
    return plain[start] in words("measures", "quantifiers") or any(word in verbs for word in ahead)


def _with_object(text: Text, hit: Hit, kind: str, meant: str) -> Head:
    body = hit.end
    while body < len(text.words):
        joined = text.plain[body] in {"dan", "serta"} and body > hit.end - 1
        stacked = noun_at(text, body + joined)
        if stacked is None or stacked[1] not in _STACKED:
            break
        body = stacked[0].end
    outside = [word for word in text.words[body:] if len(word.word) > 2 or word.capitals]
    outside = [word for word in outside if not word.is_number]
    if not outside and _is_code(text, body):
        outside = list(text.words[body : body + 1])
    if kind in _NEEDS_OBJECT and not outside and not _measures_itself(text, hit.end, body):
        return Head(False, kind, None, hit.start, hit.end, body, None, meant, "apa yang diukur belum disebut")
    if not outside and body > hit.end:
        body = hit.end
    return Head(True, kind, hit.phrase, hit.start, hit.end, body, None, meant)


def _after_statement(text: Text, statement: Statement) -> Head:
    """A statement is a measure only when a measure noun follows at once."""
    found = noun_at(text, statement.end)
    if found and _tells_amount(found[0].phrase, found[1]):
        head = _with_object(text, found[0], found[1], found[2])
        if head.is_measure:
            return Head(True, head.kind, head.noun, head.start, head.end, head.body, statement, head.meant)
    why = {
        "result": "berupa pernyataan hasil, belum ukuran",
        "result_order": "berupa kalimat perintah, belum ukuran",
        "done": "berupa pernyataan bahwa kegiatan terlaksana, belum ukuran",
        "delivered": "berupa pernyataan bahwa keluaran tersedia, belum ukuran",
        "task_order": "berupa tugas, belum ukuran",
    }[statement.kind]
    return Head(
        False, "", None, statement.start, statement.end, statement.end, statement, statement.meant, why
    )


def _tells_amount(noun: str, kind: str) -> bool:
    """Nouns that keep a statement a measure: *Berkurangnya jumlah ...*, not *Terjaganya harga ...*."""
    if noun in words("measures", "told"):
        return True
    return kind in {"share", "count", "score", "rate"} and noun != "tingkat"


def _after_change(text: Text, change: Hit) -> Head:
    """*Penurunan kasus* measures, *Peningkatan kelembagaan* does not."""
    listed = phrases("measures", "quantifiable").at(text.plain, change.end)
    noun = noun_at(text, change.end)
    counted = noun is not None and noun[1] not in {"weak", "quality"}
    if listed or (noun and counted and noun[0].phrase not in words("measures", "ambiguous")):
        return Head(True, "change", change.phrase, change.start, change.end, change.end)
    why = "berupa upaya, belum ukuran"
    return Head(False, "change", None, change.start, change.end, change.end, why=why)


def _is_limited(plain: tuple[str, ...], start: int) -> bool:
    """Whether a clause says which things are counted; "laporan yang rapi" says only how they should be."""
    if "yang" not in plain[start + 1 :]:
        return False
    clause = plain[plain.index("yang", start + 1) + 1 :]
    fine = words("vague", "words") | words("vague", "predicates") | words("predicates", "paper_qualities")
    return not set(clause) <= fine | words("pairs", "joints")


def _bare_thing(text: Text, start: int, has_unit: bool) -> Head:
    """No measure noun: a counted thing where the row has a unit and says which ones are counted."""
    plain = text.plain
    counted = phrases("objects", "state").at(plain, start)
    limited = _is_limited(plain, start) and not _is_sentence(plain, start)
    rated = "per" in plain[start + 1 :]
    if has_unit and (counted or rated or (limited and not phrases("objects", "activity").at(plain, start))):
        return Head(True, "thing", None, start, start + 1, start)
    if has_unit and (_is_short_name(text, start) or _is_code(text, start)):
        return Head(True, "acronym", plain[start], start, start + 1, start)
    why = "tidak memuat kata ukuran seperti persentase, jumlah, atau indeks"
    if phrases("objects", "activity").at(plain, start):
        why = "berupa nama kegiatan, belum ukuran"
    elif phrases("objects", "deliverable").at(plain, start):
        why = "berupa nama keluaran, belum ukuran"
    elif phrases("vague", "heads").at(plain, start):
        why = "berupa sifat, belum ukuran"
    return Head(False, "", None, start, start + 1, start, why=why)
