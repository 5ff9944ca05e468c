"""Edits documents in LibreOffice as a person would, step by step: `/usr/bin/python3 by_hand.py PLAN.json`.

The Python of the system runs it, because that is the one LibreOffice brings its bridge for (python3-uno).
A plan is a list of files with `from`, `to` and `steps`; a step is the name of a function here and what it is
given after the document.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.connection import NoConnectException  # which uno makes importable

FILTERS = {".docx": "MS Word 2007 XML", ".xlsx": "Calc MS Excel 2007 XML"}


class Office:
    """A LibreOffice of its own, reached over a pipe."""

    def __init__(self, folder: Path) -> None:
        pipe = f"tangan{folder.name}"
        self.program = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={folder.as_uri()}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.context = self._reached(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = self.made("com.sun.star.frame.Desktop")
        self.menu = self.made("com.sun.star.frame.DispatchHelper")

    def _reached(self, address: str) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                return resolver.resolve(address)
            except NoConnectException:  # not listening yet
                time.sleep(0.25)
        raise TimeoutError("LibreOffice does not answer")

    def made(self, service: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def edit(self, source: Path, target: Path, steps: list[list[Any]]) -> None:
        """Open a file, do the steps, and save it in the same format under another name."""
        document = self.desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, ())
        for name, *given in steps:
            STEPS[name](self, document, *given)
        document.storeToURL(target.as_uri(), (value_of("FilterName", FILTERS[source.suffix]),))
        document.close(True)

    def choose(self, document: Any, entry: str, **given: Any) -> None:
        """What an entry of the menu does."""
        values = tuple(value_of(name, value) for name, value in given.items())
        self.menu.executeDispatch(document.CurrentController.Frame, f".uno:{entry}", "", 0, values)


def value_of(name: str, value: Any) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def retype(office: Office, document: Any, old: str, new: str) -> None:
    """Select every place of some words in a text and type over them."""
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = old, new
    assert document.replaceAll(search), f"nothing says {old!r}"


def table(document: Any, heading: str) -> Any:
    """The text table with this heading in its first row."""
    tables = document.TextTables
    for index in range(tables.Count):
        one = tables.getByIndex(index)
        if any(one.getCellByName(name).String == heading for name in one.CellNames if name.endswith("1")):
            return one
    raise AssertionError(f"no table is headed {heading!r}")


def type_in_cell(office: Office, document: Any, heading: str, cell: str, text: str) -> None:
    """Type a cell of a text table anew."""
    table(document, heading).getCellByName(cell).String = text


def put_cursor(document: Any, heading: str, cell: str) -> None:
    place = table(document, heading).getCellByName(cell)
    document.CurrentController.ViewCursor.gotoRange(place.Start, False)


def row_below(office: Office, document: Any, heading: str, cell: str) -> None:
    """Ask for a row below a cell of a text table."""
    put_cursor(document, heading, cell)
    office.choose(document, "InsertRowsAfter")


def delete_row(office: Office, document: Any, heading: str, cell: str) -> None:
    """Ask for the row of a cell to go."""
    put_cursor(document, heading, cell)
    office.choose(document, "DeleteRows")


def merge_down(office: Office, document: Any, heading: str, first: str, last: str) -> None:
    """Mark cells of a text table and make one of them."""
    cursor = table(document, heading).createCursorByCellName(first)
    cursor.gotoCellByName(last, True)
    assert cursor.mergeRange()


def split_down(office: Office, document: Any, heading: str, cell: str, parts: int) -> None:
    """Part a cell of a text table into cells under each other."""
    cursor = table(document, heading).createCursorByCellName(cell)
    assert cursor.splitRange(parts - 1, True)


def area(document: Any, sheet: str, name: str) -> Any:
    return document.Sheets.getByName(sheet).getCellRangeByName(name)


def type_in(office: Office, document: Any, sheet: str, cell: str, text: str) -> None:
    """Type into a cell of a spreadsheet: what looks like a number becomes one, unless the cell is text."""
    document.CurrentController.select(area(document, sheet, cell))
    office.choose(document, "EnterString", StringName=text)


def row_above(office: Office, document: Any, sheet: str, cell: str) -> None:
    """Insert a row above a cell of a spreadsheet."""
    document.CurrentController.select(area(document, sheet, cell))
    office.choose(document, "InsertRowsBefore")


def merge(office: Office, document: Any, sheet: str, name: str) -> None:
    """Make one cell of an area of a spreadsheet; the menu would ask what becomes of the other contents."""
    area(document, sheet, name).merge(True)


def unmerge(office: Office, document: Any, sheet: str, name: str) -> None:
    """Part a merged area of a spreadsheet again."""
    document.CurrentController.select(area(document, sheet, name))
    office.choose(document, "SplitCell")


_WRITER = (retype, type_in_cell, row_below, delete_row, merge_down, split_down)
_CALC = (type_in, row_above, merge, unmerge)
STEPS = {step.__name__: step for step in (*_WRITER, *_CALC)}


def main(plan: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        try:
            for file in plan:
                office.edit(Path(file["from"]), Path(file["to"]), file["steps"])
        finally:
            office.program.terminate()
            office.program.wait(60)


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()))
