"""What a target cell says: numbers, a range, a comparator, a grade, a unit of its own.

`parse_target` reads every notation met in practice; whether the target is sound is asked in
`target_checks.py`. A parsed target holds the numbers in the row's unit: with the unit "Rp", "Rp1,25 M" is
1.250.000.000; with the unit "Miliar" it is 1,25.

`Target.problem` is None or one of these stable keys:

- not-a-number: words that cannot be measured ("Ada", "Baik", "sebanyak-banyaknya"), or no figure at all
- open-ended: a figure without end ("sebanyak-banyaknya"), a change without start ("naik 50 %" is `no-base`)
- no-base: a change without the value that it starts from
- two-values: two different figures in one cell that are no range
- percent-with-count: *Jumlah* ... with per cent
- count-with-percent: *Persentase* ... with a counted unit
- unit-contradicts-noun: any other unit that the measure noun does not take (Jumlah with "skala")
- unit-mismatch: the unit in the target cell differs from that of the unit column
- out-of-scale: beyond what the instrument can give, over 100 % of a whole, below zero
- time-for-goods: months or days for goods, papers or activities ("12 bulan" for stationery)
- percent-without-measure: per cent for a statement that names no measure ("Terwujudnya ... 100 %")
- grade-without-scale: a grade without the scale that it belongs to
- number-without-grade: a bare number where a grade is wanted (Opini BPK: 100)
- zero-for-goods: nothing at all is to be delivered
- activity-for-result: "1 kegiatan" for something that is not an activity
"""

import re
from dataclasses import dataclass, replace

from workbench.reviewer.findings import Target
from workbench.reviewer.numbers import NUMBER, parse_number
from workbench.reviewer.phrases import phrases
from workbench.reviewer.text import fold, read
from workbench.reviewer.units import Unit, read_unit
from workbench.reviewer.vocabulary import load

_LONGEST = 400  # characters of a target that are read; what is longer is no target

_LEAST = (
    r"≥|⩾|>\s*=|=\s*>|\bminimal\b|\bmin\b\.?|\bpaling (?:sedikit|rendah|kurang)\b"
    r"|\bsekurang[- ]kurangnya\b|\bsetidaknya\b"
)
_MOST = (
    r"≤|⩽|<\s*=|=\s*<|\bmaksimal\b|\bmaks\b\.?|\bmax\b\.?"
    r"|\bpaling (?:banyak|lama|tinggi|lambat)\b|\bsetinggi[- ]tingginya\b(?=\s*\d)"
)
_MORE = r">|\blebih (?:dari|besar)\b|\bdi ?atas\b"
_LESS = r"<|\bkurang dari\b|\blebih kecil\b|\bdi ?bawah\b"
_SIGN = re.compile(
    f"(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<more>{_MORE})|(?P<less>{_LESS})", re.IGNORECASE
)
_MARKS = {"least": ">=", "most": "<=", "more": ">", "less": "<"}
_RANGE = re.compile(
    rf"(?P<low>{NUMBER})\s*(?P<lu>%|[a-z]{{0,12}})\s*(?:-|–|—|−|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|~)\s*(?P<high>{NUMBER})",
    re.IGNORECASE,
)
_TOLERANCE = re.compile(rf"(?P<mid>{NUMBER})\s*(?:±|\+/-|\+-)\s*(?P<off>{NUMBER})")
_RATIO = re.compile(rf"(?P<left>{NUMBER})\s*(?P<mark>[:/])\s*(?P<right>{NUMBER})")
_FIGURE = re.compile(rf"(?<![\w.,])-?\s?{NUMBER}|{NUMBER}")
_MONEY = re.compile(r"\brp\b\.?|(?<![a-z])rp(?=[\s.\d])|\bidr\b|\busd?\b|us\$+|\$", re.IGNORECASE)
_SCALE = re.compile(r"\s*(?P<word>ribu|rb|juta|jt|miliar|milyar|mil|m|triliun|trilyun|t)\b\.?", re.IGNORECASE)
_SCALES = {
    "ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9, "milyar": 1e9, "mil": 1e9, "m": 1e9,
    "triliun": 1e12, "trilyun": 1e12, "t": 1e12,
}  # fmt: skip
_GRADE_LETTER = re.compile(
    r"(?:predikat|nilai|kategori|mutu|grade|peringkat)?\s*[\"'“]?"
    r"(AA|A|BB|B|CC|C|D|E)[\"'”]?\s*[+-]?(?=$|\s*\()",
    re.IGNORECASE,
)
_LEVELLED = re.compile(
    r"(?P<word>level|tingkat|peringkat|tipe|kelas|strata|rangking|ranking|bintang|kategori)\s*"
    r"(?P<rank>\d{1,3}|[ivx]{1,4}|[a-e])\b",
    re.IGNORECASE,
)


_LABELLED = re.compile(r"(?:ter)?(?:akreditasi|sertifikasi)\s+\w{4,}\s*$|predikat\s+\w{3,}", re.IGNORECASE)
_FURTHER = re.compile(r"\s+(?=\d)")
_AND_GRADE = re.compile(r"\d\s*(?:dan|serta|&|;|,)\s+(?:AA|A|BB|B|CC|C|D|WTP|WDP|baik|sangat baik)\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A target cell while it is read."""

    text: str
    unit: Unit | None
    decimal_dot: bool

    def number(self, raw: str) -> float | None:
        """The value of a figure in this cell."""
        return parse_number(raw.strip().rstrip(".,"), self.decimal_dot)


def is_blank(target: str) -> bool:
    """Whether a cell says nothing: empty, dashes, N/A."""
    if not target.strip(" \t\r\n-–—."):
        return True
    folded = " ".join(read(target[:_LONGEST]).plain)
    return folded in load("grades")["blank_words"]


def parse_target(target: str, satuan: str = "", small_scale: bool = False) -> Target | None:
    """Read a target cell; None for an empty cell.

    `small_scale`: the measure is an index, a ratio or per cent, so "0.327" and "3.045" are decimals.
    A target in which nothing could be parsed has neither numbers nor grade and `problem` "not-a-number".
    """
    if is_blank(target):
        return None
    unit = read_unit(satuan)
    decimal_dot = small_scale or (unit is not None and (unit.kind in {"percent", "score", "ratio", "grade"}))
    cell = Cell(" ".join(target[:_LONGEST].split()), unit, decimal_dot)
    for step in (_levelled, _graded, _ranged, _tolerated, _ratio, _several, _single):
        found = step(cell)
        if found is not None:
            return found
    return Target(None, None, problem="not-a-number")


def _levelled(cell: Cell) -> Target | None:
    found = _LEVELLED.search(cell.text)
    if found is None or (found["word"].lower() == "tingkat" and not found["rank"].isdigit()):
        return None
    rank = found["rank"]
    value = float(rank) if rank.isdigit() else None
    return Target(value, value, None if value is None else "=", found.group().strip(), None)


def _graded(cell: Cell) -> Target | None:
    table = load("grades")
    bare = re.sub(r"\(.*?\)|[\"'“”.]", " ", cell.text).strip()
    grades = {grade for family in table["families"].values() for grade in family}
    letter = _GRADE_LETTER.match(cell.text.strip())
    folded = " ".join(fold(piece) for piece in bare.split())
    known = bare.upper() in grades or folded in table["phrases"]
    for part in re.split(r"[\s/,:]+", bare):
        known = known or (len(part) >= 3 and part.isupper() and part in grades)
    known = known or (_LABELLED.match(cell.text) is not None and not any(char.isdigit() for char in bare))
    if not letter and not known:
        return None
    grade = letter.group(1).upper() if letter else bare
    figure = _FIGURE.search(cell.text)
    value = cell.number(figure.group()) if figure else None
    return Target(value, value, "=" if value is not None else None, grade, None)


def _scale_after(cell: Cell, end: int) -> tuple[float, int]:
    """The factor of a word such as "miliar" at `end`, in the row's unit, and where the word ends."""
    found = _SCALE.match(cell.text, end)
    if found is None:
        return 1.0, end
    word = found["word"].lower()
    money = bool(_MONEY.search(cell.text)) or (cell.unit is not None and cell.unit.kind == "money")
    if len(word) == 1 and not money:
        return 1.0, end
    factor = _SCALES[word] / (cell.unit.scale if cell.unit else 1.0)
    return (1.0 if factor < 1 else factor), found.end()


def _own_unit(cell: Cell, end: int) -> str | None:
    """The unit written after the figure, or the currency before it."""
    after = re.match(r"\s*[/]?\s*(%|[^\W\d_][\w /.²³]{0,60})", cell.text[end:])
    if after:
        typed = after.group(1)
        # the unit ends where another figure begins ("35 ekor 29 ekor"), but not before its rate ("per 1.000")
        found = read_unit(typed if "per" in typed.lower() or "/" in typed else _FURTHER.split(typed)[0])
        return found.word if found else None
    return "rupiah" if _MONEY.search(cell.text) else None


def _ranged(cell: Cell) -> Target | None:
    found = _RANGE.search(cell.text)
    if found is None:
        return None
    low, high = cell.number(found["low"]), cell.number(found["high"])
    if low is None or high is None:
        return None
    low, high = min(low, high), max(low, high)  # "9,1-8,7": a fall, written as it goes
    scale, end = _scale_after(cell, found.end())
    unit = _own_unit(cell, end)
    return Target(low * scale, high * scale, "range", None, unit)


def _tolerated(cell: Cell) -> Target | None:
    found = _TOLERANCE.search(cell.text)
    if found is None:
        return None
    middle, off = cell.number(found["mid"]), cell.number(found["off"])
    if middle is None or off is None:
        return None
    return Target(round(middle - off, 9), round(middle + off, 9), "range", None, _own_unit(cell, found.end()))


def _ratio(cell: Cell) -> Target | None:
    """1:20 is a ratio of 0,05; 15/1.000 KH is 15 in a rate."""
    found = _RATIO.search(cell.text)
    if found is None or len(_FIGURE.findall(cell.text)) > 2:
        return None
    left, right = cell.number(found["left"]), parse_number(found["right"])
    if left is None or not right:
        return None
    if found["mark"] == "/" and right in {100.0, 1e3, 1e4, 1e5, 1e6}:
        tail = cell.text[found.start("mark") :].strip("/ ")
        return Target(left, left, _comparator(cell, found.start()) or "=", None, f"per {tail}")
    wanted = cell.unit is not None and cell.unit.kind in {"ratio", "rate"}
    if found["mark"] == "/" and left != 1 and not wanted:
        return None  # two figures with a stroke between them are two values
    value = round(left / right, 9)
    return Target(value, value, "=", None, "rasio")


def _comparator(cell: Cell, before: int) -> str | None:
    sign = None
    for found in _SIGN.finditer(cell.text, 0, before):
        sign = _MARKS[found.lastgroup or ""]
    return sign


def _figures(cell: Cell) -> list[tuple[float, int, int]]:
    figures = []
    for found in _FIGURE.finditer(cell.text):
        raw = found.group()
        value = cell.number(raw.lstrip("- "))
        if value is not None:
            figures.append((-value if raw.startswith("-") else value, found.start(), found.end()))
    return figures


def _several(cell: Cell) -> Target | None:
    """Two values in one cell: each with its own count unit adds up, otherwise it is a fault."""
    figures = _figures(cell)
    if _AND_GRADE.search(cell.text):
        return Target(None, None, None, None, None, "two-values")  # "88,5 dan A"
    if len(figures) < 2:
        return None
    outside = [item for item in figures if not _inside_brackets(cell.text, item[1])]
    if len(outside) < 2 or is_date(cell.text):
        return None
    low = min(value for value, _, _ in outside)
    high = max(value for value, _, _ in outside)
    units = {_own_unit(cell, end) for _, _, end in outside}
    if len(units) == len(outside) and None not in units:
        return Target(outside[0][0], outside[0][0], "=", None, _own_unit(cell, outside[0][2]))
    if low == high:
        return None
    return Target(None, None, None, None, None, "two-values")


def _inside_brackets(text: str, index: int) -> bool:
    return text.count("(", 0, index) > text.count(")", 0, index)


_MONTH = re.compile(
    r"\b(?:januari|jan|februari|pebruari|feb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agt|agu|ags"
    r"|september|sept|sep|oktober|okt|november|nopember|nov|desember|des)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2})\b|\b(?:tw|triwulan|semester)\s+[ivx1-4]+\b", re.IGNORECASE
)


def is_date(text: str) -> bool:
    """Whether the cell names a day, a month or a quarter instead of an amount."""
    return bool(_MONTH.search(text) or _DAY.search(text))


def _single(cell: Cell) -> Target | None:
    figures = _figures(cell)
    if not figures:
        return None
    value, start, end = figures[0]
    scale, after = _scale_after(cell, end)
    value *= scale
    unit = _own_unit(cell, after)
    sign = _comparator(cell, start)
    if sign is None:
        late = _SIGN.search(cell.text, end)
        sign = _MARKS[late.lastgroup or ""] if late and late.lastgroup in {"least", "most"} else None
    if sign in {">=", ">"}:
        return Target(value, None, sign, None, unit)
    if sign in {"<=", "<"}:
        return Target(None, value, sign, None, unit)
    return Target(value, value, "=", None, unit)


def with_problem(target: Target | None, problem: str) -> Target:
    """The same target, marked with why it is not sound."""
    return replace(target or Target(None, None), problem=problem)


def says_nothing(target: str) -> bool:
    """Whether the cell is one of the words that cannot be measured ("Ada", "Baik")."""
    plain = read(target[:_LONGEST]).plain
    hit = phrases("grades", "empty_words").at(plain, 0)
    return hit is not None and hit.end == len(plain)
