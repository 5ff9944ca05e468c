"""Reading an indicator table from a file, whatever an OPD sends. Nothing in it is executed."""

from pathlib import Path

from ..reviewer.document import Position, Table
from . import delimited, docx, records, sheets
from .grid import Grid, to_table
from .regions import INDICATORS, regions
from .remarks import MACROS
from .unreadable import Unreadable

__all__ = ["KINDS", "LARGEST", "Unreadable", "read_bytes", "read_file"]

#: Kinds of file that can be read, by suffix.
KINDS = (".xlsx", ".docx", ".csv", ".tsv", ".txt", ".yaml", ".yml", ".json")

#: Largest file that is accepted, in bytes.
LARGEST = 10_000_000

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF")
#: Said of a larger one.
TOO_BIG = "Berkas ini lebih dari 10 MB. Salin hanya tabel indikatornya ke berkas baru, lalu kirim lagi."


def read_file(path: Path, position: Position | None = None) -> Table:
    """The table in a file. Raises Unreadable with one sentence for the person."""
    return read_bytes(path.name, bytes_of(path), position)


def bytes_of(path: Path) -> bytes:
    """What is in a file. Raises Unreadable where it is too large, not there, or closed to us."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(TOO_BIG)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(f"Berkas {path.name} tidak ditemukan. Periksa nama dan foldernya.") from error
    except OSError as error:
        raise Unreadable(f"Berkas {path.name} tidak dapat dibuka. Periksa izin bacanya.") from error


def read_bytes(name: str, data: bytes, position: Position | None = None) -> Table:
    """The table in an uploaded file; `name` gives its kind. A position given here wins over the file's own.

    Raises Unreadable with one sentence for the person.
    """
    kind = Path(name).suffix.casefold()
    if len(data) > LARGEST:
        raise Unreadable(TOO_BIG)
    if not data.strip():
        raise Unreadable("Berkas ini kosong. Isi tabelnya lebih dulu, lalu kirim lagi.")
    refuse_strangers(kind, data)
    named = None
    if kind == ".xlsx":
        grid = sheets.read(data)
    elif kind == ".docx":
        grid = docx.best_table(data)
    elif kind in (".yaml", ".yml", ".json"):
        grid, named = records.read(data, "json" if kind == ".json" else "yaml")
    else:
        grid = delimited.read(data)
    return to_table(_first_table(grid), name, position or named or Position.AGENCY_HEAD)


def _first_table(grid: Grid) -> Grid:
    """The first indicator table where one sheet holds several, with a remark on the others."""
    found = [region for region in regions(grid.cells) if region.kind == INDICATORS]
    if len(found) < 2:
        return grid
    first = found[0]
    told = f"Ada {len(found)} tabel; yang dibaca tabel pertama. Pisahkan yang lain ke berkas sendiri."
    return Grid(tuple(map(first.of_row, grid.cells[first.top : first.end])), (*grid.notes, told))


def refuse_strangers(kind: str, data: bytes) -> None:
    """Raises Unreadable for pictures, PDFs, old workbooks and kinds that hold no table."""
    if data.startswith(_PICTURES):
        raise Unreadable(
            "Isi berkas ini gambar, bukan tabel. Ketik tabelnya di Excel, lalu kirim XLSX atau CSV."
        )
    if data.startswith(b"%PDF"):
        raise Unreadable("Isi berkas ini PDF. Kirim tabel aslinya sebagai XLSX atau CSV.")
    if kind == ".xls":
        raise Unreadable("Format Excel lama (.xls) tidak dibaca. Simpan sebagai XLSX, lalu kirim lagi.")
    if kind == ".doc":
        raise Unreadable("Format Word lama (.doc) tidak dibaca. Simpan sebagai DOCX, lalu kirim lagi.")
    if kind in (".xlsm", ".xltm", ".xlsb", ".docm", ".dotm"):
        raise Unreadable(MACROS)
    if kind in (".zip", ".rar", ".7z", ".gz", ".tar"):
        raise Unreadable("Berkas ini arsip. Keluarkan dulu dokumennya, lalu kirim dokumen itu saja.")
    if kind not in KINDS:
        raise Unreadable(
            f"Jenis berkas “{kind or 'tanpa akhiran'}” tidak dibaca. "
            "Kirim tabel sebagai XLSX, DOCX, CSV, YAML atau JSON."
        )
