"""A filled cascade worksheet, read strictly: what the desk could not hold is told by its cell."""

from collections.abc import Iterator, Mapping, Sequence

from ..reviewer.document import Box, Position
from .cascade_reading import TELLING, Line, Tree, begun, called, tree_under
from .cascade_words import LABELS, POSITIONS, columns_of
from .parts import Part
from .unreadable import Unreadable

#: Rows from the top in which the headings are looked for.
DEEP = 40
#: Problems of one file that are told at once.
TOLD = 3
#: Longest text of a cell and of a key, in characters.
LONGEST, LONGEST_KEY = 2000, 8

_NOT_A_TREE = (
    "Berkas ini tidak memuat tabel pohon kinerja. Beri judul kolom “Kotak”, “Kotak induk”, “Jabatan”, "
    "“Kondisi”, dan “Indikator”, satu baris untuk satu kotak; atau isilah lembar kerja latihan ini."
)


def filled(parts: Sequence[Part], levels: Sequence[Position], most: int) -> Tree:
    """The tree of a filled worksheet whose exercise knows these levels and takes so many boxes.

    :raises Unreadable: naming the cells, for whatever cannot be taken over as it stands.
    """
    tree = _worksheet(parts)
    problems = [*_unfit(tree, levels, most), *_tangled(tree.lines)]
    if problems:
        rest = len(problems) - TOLD
        more = f" Masih ada {rest} hal lain seperti ini." if rest > 0 else ""
        raise Unreadable(" ".join(problems[:TOLD]) + more + " Perbaiki di berkas, lalu unggah lagi.")
    if not tree.lines:
        raise Unreadable(
            f"Tidak ada kotak di bawah judul kolom ({called(tree.part, tree.top, 0)}). Isi sedikitnya satu "
            "kondisi, lalu unggah lagi."
        )
    return tree


def _worksheet(parts: Sequence[Part]) -> Tree:
    """The table with most known headings; a heading that is missing or stands twice is told."""
    rows = [
        (part, grid, top) for part in parts for grid in part.grids for top, _ in enumerate(grid.cells[:DEEP])
    ]
    best = max(rows, key=lambda one: len(columns_of(one[1].cells[one[2]])[0]), default=None)
    columns, again = columns_of(best[1].cells[best[2]]) if best else ({}, [])
    if best is None or len(columns) < len(TELLING):
        raise Unreadable(_NOT_A_TREE)
    part, grid, top = best
    if again:
        name, place = again[0]
        raise Unreadable(
            f"Judul kolom “{LABELS[name]}” berdiri dua kali, di {called(part, top, columns[name])} dan "
            f"{called(part, top, place)}. Bila selnya digabung, pisahkan, lalu beri setiap kolom judul "
            "sendiri."
        )
    for name in LABELS:
        if name in TELLING and name not in columns:
            raise Unreadable(
                f"Baris judul yang dimulai di {called(part, top, 0)} tidak memuat kolom “{LABELS[name]}”. "
                "Tulis lagi judul kolom itu; judul tidak boleh digabung."
            )
    return tree_under(part, grid, top, columns)


def _unfit(tree: Tree, levels: Sequence[Position], most: int) -> Iterator[str]:
    """Too many boxes, positions that the exercise does not have, too long texts."""
    if len(tree.lines) > most:
        yield (
            f"Berkas ini memuat {len(tree.lines)} kotak; latihan ini menerima paling banyak {most}. Yang "
            f"berlebih mulai {tree.lines[most].cells['condition']}."
        )
    known = ", ".join(f"“{POSITIONS[level]}”" for level in levels)
    for line in tree.lines:
        place = begun(line.cells.get("position", line.cells["key"]))
        if line.stranger:
            yield f"{place}: jabatan “{line.office}” tidak dikenal. Pilih {known}."
        elif line.box.position not in levels:
            yield (
                f"{place}: jabatan {POSITIONS[line.box.position]} tidak ada di latihan ini. Pilih {known}."
            )
        yield from _too_long(line)


def _too_long(line: Line) -> Iterator[str]:
    for name, cell in line.cells.items():
        longest = LONGEST_KEY if name in ("key", "parent") else LONGEST
        if len(str(getattr(line.box, name))) > longest:
            yield f"{begun(cell)}: {LABELS[name].lower()} paling banyak {longest} huruf."


def _tangled(lines: Sequence[Line]) -> Iterator[str]:
    """Keys that stand twice, parents that nobody is, and boxes that go round in a circle."""
    first: dict[str, Line] = {}
    for line in lines:
        key = line.box.key
        if key in first:
            yield (
                f"{begun(line.cells['key'])} dan {first[key].cells['key']} sama-sama memuat kotak “{key}”. "
                "Beri setiap kotak nomor sendiri."
            )
        first.setdefault(key, line)
    for line in lines:
        if line.box.parent and line.box.parent not in first:
            yield (
                f"{begun(line.cells['parent'])} menunjuk kotak induk “{line.box.parent}”, padahal kotak itu "
                "tidak ada di tabel."
            )
    told: set[str] = set()
    for line in first.values():
        circle = _circle(line.box, first)
        if circle and told.isdisjoint(circle):
            told |= set(circle)
            yield (
                f"{begun(line.cells['parent'])} membuat kotak berputar ({' → '.join((*circle, circle[0]))}): "
                "setiap kotak harus sampai ke kotak paling atas."
            )


def _circle(box: Box, by_key: Mapping[str, Line]) -> tuple[str, ...]:
    """The keys that lead from a box back to itself, nothing where they lead on."""
    way = [box.key]
    while (parent := by_key.get(by_key[way[-1]].box.parent)) is not None:
        if parent.box.key == box.key:
            return tuple(way)
        if parent.box.key in way:
            return ()
        way.append(parent.box.key)
    return ()
