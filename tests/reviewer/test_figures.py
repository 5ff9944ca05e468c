"""Numbers in the reviewer's sentences are written as Indonesians write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reviewer.document import Row, Table
from workbench.reviewer.numbers import figure, parse_number
from workbench.reviewer.report import arithmetic, review


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (7, "7"),
        (2000, "2.000"),
        (1_250_000_000, "1.250.000.000"),
        (85.5, "85,5"),
        (100.0, "100"),
        (10_000.0, "10.000"),
        (2e12, "2.000.000.000.000"),
        (0.1 + 0.2, "0,3"),
        (-1234.25, "-1.234,25"),
    ],
)
def test_a_number_has_dots_between_thousands_and_a_comma_before_decimals(number, written):
    assert figure(number) == written


@given(st.integers(0, 10**12))
def test_what_is_written_is_read_as_the_same_number(number):
    assert parse_number(figure(number)) == number


def test_a_long_table_is_summed_up_with_its_dot():
    rows = [
        Row(
            number=number,
            sasaran="Meningkatnya kualitas pelayanan",
            indikator="Meningkatnya kepuasan masyarakat",
            satuan="%",
            target="100",
        )
        for number in range(1, 2001)
    ]
    document = review(Table(tuple(rows)))
    assert "2.001 hal wajib diperbaiki" in document["verdict"]
    said = " ".join([document["verdict"], *(finding["message"] for finding in document["table_findings"])])
    assert "2.000 indikator" in said, "the objective has too many"
    listed = re.sub(r"\(baris [^)]*\)", "", said)  # numbers of rows are names, not figures
    assert not re.search(r"(?<![\d.,])\d{4,}", listed)
    shares = [label for label, _points in arithmetic(document)]
    assert any("bagiannya dari 2.000 baris" in label for label in shares)
