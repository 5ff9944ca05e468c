"""Words without operational meaning on which an indicator rests."""

from functools import cache

from workbench.reviewer.measures import Head
from workbench.reviewer.phrases import Hit, phrases
from workbench.reviewer.text import Text, read
from workbench.reviewer.vocabulary import words


@cache
def _names() -> frozenset[str]:
    return words("vague", "names")


def defines(formula: str, text: Text) -> bool:
    """Whether the formula or definition says more than the indicator itself."""
    told = {word for word in read(formula[:2000]).plain if not word[0].isdigit()} - words(
        "vague", "formula_words"
    )
    return len(told - set(text.plain)) >= 4


def find_vague(text: Text, head: Head, formula: str = "") -> list[Hit]:
    """The vague words of an indicator, in order; none where a standard or a definition gives them meaning."""
    plain = text.plain
    if head.is_measure and head.noun in words("vague", "instruments"):
        return []  # the instrument that is named gives its words their meaning
    covered: set[int] = set()
    for hit in phrases("vague", "names").find(plain):
        covered.update(range(hit.start, hit.end))
    hits: list[Hit] = []
    for hit in phrases("vague", "words", "predicates").find(plain):
        if covered & set(range(hit.start, hit.end)) or _is_anchored(text, hit):
            continue
        alone = hit.start == 0 and not head.is_measure  # "Baik" is all the indicator says
        if hit.phrase in words("vague", "predicates") and not (alone or _is_said(text, hit)):
            continue
        if hit.phrase == "berhasil" and _leads_to_verb(plain, hit.end):
            continue
        hits.append(hit)
    hits += _bare_quality(text, head) + _bare_work(text, head) + _bare_conformity(text)
    if not head.is_measure and phrases("vague", "heads").at(plain, head.start):
        hits.append(Hit(head.start, head.start + 1, plain[head.start]))
    if hits and defines(formula, text):
        return []
    return sorted(set(hits), key=lambda hit: hit.start)


def _leads_to_verb(plain: tuple[str, ...], index: int) -> bool:
    """*yang berhasil lulus*, *yang berhasil mendapat pekerjaan*: the verb behind says what is checked."""
    if phrases("predicates", "outcome", "output", "getting").at(plain, index):
        return True
    return index < len(plain) and plain[index].startswith(("me", "di", "ter"))


def _is_said(text: Text, hit: Hit) -> bool:
    """A weak word is vague only where it is what is said of the thing."""
    if " " in hit.phrase:
        return True
    before = text.plain[hit.start - 1] if hit.start else ""
    if hit.phrase == "baik" and "dengan" in text.plain[max(0, hit.start - 3) : hit.start]:
        return True
    first = text.plain[hit.start - 2] if hit.start > 1 else ""
    noun = first.startswith(("ke", "pe")) and first.endswith("an")  # "kepatuhan dan disiplin": two nouns
    joined = before in {"dan", "serta"} and hit.start > 1 and not noun
    return before in words("vague", "saying") or joined


def _is_anchored(text: Text, hit: Hit) -> bool:
    """A standard, category or predicate named nearby makes the word operational."""
    if phrases("vague", "anchors").within(text.plain, hit.end, hit.end + 5):
        return True
    if any(word.is_number for word in text.words[hit.end : hit.end + 4]):
        return True  # "cepat, paling lama 5 menit"
    if "sesuai" in text.plain[hit.end : hit.end + 2] and text.plain[-1] != "sesuai":
        return True  # "kompetensi sesuai kekhususannya": the yardstick follows
    return phrases("vague", "anchors_before").within(text.plain, max(0, hit.start - 3), hit.start) is not None


def _bare_quality(text: Text, head: Head) -> list[Hit]:
    """*Persentase kualitas ...*, *Tingkat kualitas ...*: a quality without the instrument that grades it."""
    if head.noun not in {"persentase", "tingkat", "cakupan", "jumlah"}:
        return []
    hits = phrases("vague", "bare_qualities").find(text.plain, head.end, max(head.body, head.end + 1))
    return hits[:1]


def _bare_work(text: Text, head: Head) -> list[Hit]:
    """*Persentase pengelolaan wilayah pesisir*: nobody could say what part of that work is how much."""
    if head.noun not in {"persentase", "persen", "cakupan"} or not head.is_measure:
        return []
    hit = phrases("vague", "bare_work").at(text.plain, head.end)
    told = hit is None or phrases("vague", "work_counted").within(text.plain, hit.end) is not None
    numbered = any(word.is_number for word in text.words[head.end :])
    return [] if hit is None or told or numbered else [hit]


def _bare_conformity(text: Text) -> list[Hit]:
    """*... yang sesuai*: with what is left open."""
    last = len(text.plain) - 1
    return [Hit(last, last + 1, "sesuai")] if last > 0 and text.plain[last] == "sesuai" else []
