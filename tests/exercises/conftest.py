"""What the tests of this room share: the real library, addresses, and answers of our own."""

import pytest
from flask import Flask

from workbench.exercises.library import Library

TABLE = "05-iku-disdukcapil"
REPAIR = "04-membenahi-indikator"
CLASSIFY = "01-mengenali-tingkat-hasil"


@pytest.fixture
def library(app: Flask) -> Library:
    """The exercises as the application has them."""
    return app.extensions["exercises"]


@pytest.fixture
def room(cast) -> str:
    """Where the class of Ana begins."""
    return f"/kelas/{cast.cohort}"


@pytest.fixture
def desk(room: str) -> str:
    """The desk of the indicator table."""
    return f"{room}/latihan/{TABLE}"


def row(number: int, **cells: str) -> dict[str, str]:
    """A sound row of our own, with some cells typed differently."""
    sound = {
        "sasaran": "Meningkatnya kualitas layanan adminduk",
        "indikator": f"Persentase pemohon di loket {number} yang dilayani tepat waktu",
        "satuan": "%",
        "target": "85",
        "sumber_data": "Aplikasi antrean",
        "penanggung_jawab": "Bidang Pelayanan Pencatatan Sipil",
    }
    return {**sound, **cells}


@pytest.fixture
def weak() -> dict:
    """An answer with flaws the reviewer must see."""
    return {
        "rows": [
            row(1, indikator="Terlaksananya pelayanan <b>prima</b>"),
            row(2, target="sebanyak-banyaknya"),
            row(3, sasaran="Melaksanakan sosialisasi adminduk"),
        ]
    }


@pytest.fixture
def better() -> dict:
    """The same table, mended in its first row."""
    return {
        "rows": [
            row(1),
            row(2, target="sebanyak-banyaknya"),
            row(3, sasaran="Melaksanakan sosialisasi adminduk"),
        ]
    }


@pytest.fixture
def fields():
    """An answer as the fields of the desk's form."""

    def spell(answer: dict, **more: str) -> dict[str, str]:
        named = {
            f"rows.{index}.{column}": text
            for index, cells in enumerate(answer.get("rows", ()))
            for column, text in cells.items()
        }
        named |= {f"choices.{index}": choice for index, choice in enumerate(answer.get("choices", ()))}
        return {**named, **more}

    return spell
