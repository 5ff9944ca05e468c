"""What stands in the sasaran cell: a result, an order, an effort, an output, a topic, a unit's name ..."""

from workbench.reviewer.findings import ObjectiveKind as Kind
from workbench.reviewer.language import is_readable
from workbench.reviewer.measures import first_word, noun_at
from workbench.reviewer.phrases import phrases
from workbench.reviewer.statements import Statement, listed_words, statement_at
from workbench.reviewer.text import Text
from workbench.reviewer.vocabulary import words

#: How verbs begin that say something of what stands before them; words that begin so and only describe it.
_SAYING = ("berkurang", "bertambah", "mem", "men", "ter")
_DESCRIBING = frozenset({"terbuka", "terdepan", "terpadu", "terpercaya", "terpilih", "tertib", "tertinggal"})

Answer = tuple[Kind, bool, str, int, int]  # kind, is it a result, why, first and last word of its head


def read_kind(text: Text) -> Answer:
    """What the sasaran says, whether that is a result, and the words that decide it."""
    if not text.words or not is_readable(text):
        return Kind.UNREADABLE, False, "tidak terbaca sebagai sasaran", 0, min(1, len(text.words))
    start = first_word(text)
    programme = phrases("objectives", "programme").at(text.plain, start)
    if programme and programme.end < len(text.plain):
        return Kind.PROGRAMME, False, "berupa judul program atau kegiatan", start, programme.end
    statement = statement_at(text, start)
    if statement:
        return _stated(text, statement)
    noun = noun_at(text, start, forgive=True)
    if noun and words("measures", "moving") & set(text.plain[noun[0].end :]):
        return Kind.RESULT, True, "menyatakan keadaan yang berubah", start, noun[0].end
    if noun and noun[1] in {"share", "count", "score", "grade", "rate", "magnitude", "acronym"}:
        return Kind.INDICATOR, False, "berupa indikator, bukan sasaran", start, noun[0].end
    return _noun_phrase(text, start)


def _stated(text: Text, statement: Statement) -> Answer:
    start, end = statement.start, statement.end
    plain = text.plain
    if statement.kind == "done":
        return Kind.OUTPUT, False, "menyatakan kegiatan terlaksana, bukan keadaan yang dicapai", start, end
    if statement.kind == "delivered" and (_reaches_people(plain, end) or _is_formed(plain, start, end)):
        return Kind.RESULT, True, "menyatakan layanan yang sampai kepada masyarakat", start, end
    if statement.kind == "delivered":
        return Kind.OUTPUT, False, "menyatakan keluaran tersedia, bukan keadaan yang dicapai", start, end
    if statement.kind == "task_order":
        return Kind.ORDER, False, "berupa tugas yang dikerjakan, bukan keadaan yang dicapai", start, end
    effort = phrases("objectives", "efforts_inside").at(plain, end)
    if effort:
        return (
            Kind.EFFORT,
            False,
            f"yang meningkat adalah upaya ({effort.phrase}), bukan keadaan",
            start,
            effort.end,
        )
    owning = plain[start] in words("objectives", "owning")
    output = phrases("objectives", "outputs_inside", *(["goods_inside"] if owning else [])).at(plain, end)
    if output and not ("yang" in plain and _is_qualified(plain, end)):
        return Kind.OUTPUT, False, f"yang dicapai adalah keluaran ({output.phrase})", start, output.end
    if statement.kind == "result_order":
        return Kind.RESULT, True, "hasil yang ditulis sebagai perintah", start, end
    return Kind.RESULT, True, "menyatakan keadaan yang dicapai", start, end


def _noun_phrase(text: Text, start: int) -> Answer:
    plain = text.plain
    qualified = _is_qualified(plain, start)
    unit = phrases("objectives", "unit").at(plain, start)
    if unit and not qualified:
        return Kind.UNIT, False, "berupa nama unit kerja", start, unit.end
    effort = phrases("objectives", "effort").at(plain, start)
    if effort:
        condition = phrases("objectives", "conditions").at(plain, effort.end) or noun_at(text, effort.end)
        good = condition is not None and effort.phrase in words("objectives", "changing")
        if plain[-1] in words("objectives", "of_work") and "yang" in plain[-4:]:
            return Kind.RESULT, True, "menyatakan mutu pekerjaan", start, effort.end
        return Kind.EFFORT, good, "berupa upaya; nyatakan keadaan yang dicapai", start, effort.end
    activity = phrases("objects", "activity").at(plain, start)
    managed = phrases("objectives", "managed").at(plain, start) or "yang" in plain
    if activity and not (managed and qualified):
        return Kind.ORDER, False, "berupa kegiatan, bukan keadaan yang dicapai", start, activity.end
    if qualified:
        return Kind.RESULT, True, "menyatakan keadaan", start, start + 1
    if predicate := _said_after(text, start):
        return _stated(text, predicate)
    if phrases("objects", "deliverable").at(plain, start):
        return Kind.OUTPUT, False, "berupa keluaran, bukan keadaan yang dicapai", start, start + 1
    return Kind.TOPIC, False, "berupa topik; belum menyatakan keadaan yang dicapai", start, start + 1


def _said_after(text: Text, start: int) -> Statement | None:
    """What is said of a noun after it: *Gizi balita membaik*, *Jalan desa terbangun*."""
    for place in range(start + 1, len(text.plain)):
        word = text.plain[place]
        if word in _DESCRIBING or not word.startswith(_SAYING):
            continue
        if f"{word}nya" in listed_words():
            turned = Text(
                text.source, text.words, (*text.plain[:place], f"{word}nya", *text.plain[place + 1 :])
            )
            return statement_at(turned, place)
    return None


def _reaches_people(plain: tuple[str, ...], index: int) -> bool:
    """A service that is there and good, or a dispute that is over."""
    if phrases("objects", "dispute").at(plain, index):
        return True
    service = phrases("objectives", "services").at(plain, index)
    return service is not None and _is_qualified(plain, index)


def _is_formed(plain: tuple[str, ...], start: int, end: int) -> bool:
    """*Terbentuknya karakter ...*, *Terbangunnya kepercayaan ...*: people changed, nothing was issued."""
    forming = plain[start] in words("objectives", "forming")
    return forming and phrases("objectives", "formed").at(plain, end) is not None


def _is_qualified(plain: tuple[str, ...], start: int) -> bool:
    """A noun with a quality said of it is a condition: *Birokrasi yang bersih*, *Layanan prima*."""
    return phrases("objectives", "qualifiers").within(plain, start + 1) is not None
