"""The whole chain: each break is told with both ends, and a chain that holds is left in peace."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reviewer import Agreement, Chain, Row, Table, review_chain, to_json
from workbench.reviewer.plain import to_text
from workbench.reviewer.report import ReviewDocument, arithmetic

SASARAN = "Meningkatnya kualitas pelayanan administrasi kependudukan"
IKM = Row(1, SASARAN, "Indeks kepuasan masyarakat atas layanan adminduk", "nilai SKM", "86,00")
WAKTU = Row(2, SASARAN, "Persentase dokumen kependudukan yang terbit sesuai standar waktu", "%", "85")
AKTA = Row(
    3,
    "Meningkatnya kepemilikan dokumen kependudukan",
    "Persentase anak usia 0–17 tahun yang memiliki akta kelahiran",
    "%",
    "96,5",
)
GOOD = Chain(
    rpjmd_objective="Meningkatnya kualitas pelayanan publik",
    renstra_objective=SASARAN,
    table=Table((IKM, WAKTU, AKTA)),
    agreement=Agreement(rows=(IKM, WAKTU, AKTA)),
)


def agreed(*rows: Row) -> Chain:
    return replace(GOOD, agreement=Agreement(rows=rows))


def check_sums(document: ReviewDocument) -> None:
    assert sum(points for _, points in arithmetic(document)) == document["score"]
    assert 0 <= document["score"] <= 100
    assert all(0 <= value <= 100 for value in document["principles"].values())


def test_a_chain_that_holds_is_left_in_peace() -> None:
    document = review_chain(GOOD)
    assert document["findings"] == []
    assert document["score"] == 100
    assert document["praise"]


BREAKS: list[tuple[str, str, Chain]] = [
    (
        "renstra-not-from-rpjmd",
        "rpjmd → renstra",
        replace(GOOD, rpjmd_objective="Meningkatnya produktivitas padi"),
    ),
    (
        "objective-not-carried-on",
        "iku → perjanjian",
        agreed(IKM, WAKTU, Row(3, "Meningkatnya produktivitas padi", "Produktivitas padi", "ton/ha", "5,6")),
    ),
    ("iku-not-in-agreement", "iku[2] → perjanjian", agreed(IKM, AKTA)),
    (
        "indicator-renamed",
        "iku[2] → perjanjian[2]",
        agreed(
            IKM,
            replace(WAKTU, indikator="Tingkat dokumen kependudukan yang terbit sesuai standar waktu"),
            AKTA,
        ),
    ),
    ("target-differs", "iku[2] → perjanjian[2]", agreed(IKM, replace(WAKTU, target="80"), AKTA)),
    ("unit-differs", "iku[2] → perjanjian[2]", agreed(IKM, replace(WAKTU, satuan="dokumen"), AKTA)),
    ("chain-too-short", "rantai", Chain(renstra_objective=SASARAN)),
]


@pytest.mark.parametrize(("rule", "where", "chain"), BREAKS, ids=[rule for rule, _, _ in BREAKS])
def test_each_break_is_told_once_with_both_ends(rule: str, where: str, chain: Chain) -> None:
    document = review_chain(chain)
    if rule == "objective-not-carried-on":  # words of the same field may still take an objective up
        chain = replace(
            chain,
            table=Table(
                (
                    IKM,
                    replace(
                        AKTA,
                        sasaran="Menurunnya stunting pada balita",
                        indikator="Prevalensi stunting balita",
                    ),
                )
            ),
        )
        document = review_chain(chain)
    assert [(finding["rule"], finding["where"]) for finding in document["findings"]] == [(rule, where)]
    check_sums(document)
    assert document["score"] < 100


SAME: dict[str, dict[str, Any]] = {
    "bound and number": {"target": "≥ 85"},
    "unit in the target": {"target": "85%", "satuan": ""},
    "per cent in words": {"satuan": "Persen"},
    "capitals and a full stop": {"indikator": WAKTU.indikator.upper() + "."},
    "no target yet": {"target": ""},
    "words that are no number": {"target": "naik"},
}


@pytest.mark.parametrize("cells", SAME.values(), ids=SAME.keys())
def test_the_same_said_otherwise_is_the_same(cells: dict[str, Any]) -> None:
    assert review_chain(agreed(IKM, replace(WAKTU, **cells), AKTA))["findings"] == []


def test_a_missing_document_in_between_is_skipped() -> None:
    direct = replace(GOOD, table=None)
    assert review_chain(direct)["findings"] == []
    lost = replace(
        direct,
        agreement=Agreement(rows=(Row(1, "Menurunnya stunting pada balita", "Prevalensi stunting balita"),)),
    )
    assert [f["where"] for f in review_chain(lost)["findings"]] == ["renstra → perjanjian"]


def test_nothing_to_compare_earns_nothing() -> None:
    for chain in (Chain(), Chain(table=Table(())), Chain(agreement=Agreement(rows=(IKM,)))):
        document = review_chain(chain)
        assert document["score"] == 0
        assert set(document["principles"].values()) == {0}
        check_sums(document)


texts = st.one_of(st.text(max_size=30), st.sampled_from(["", SASARAN, IKM.indikator, "85", "Rp1 M", "%"]))
rows = st.lists(st.builds(Row, st.integers(1, 3), texts, texts, texts, texts), max_size=3).map(tuple)


@settings(max_examples=100, deadline=None)
@given(
    chain=st.builds(
        Chain,
        texts,
        texts,
        st.none() | st.builds(Table, rows),
        st.none() | st.builds(lambda found: Agreement(rows=found), rows),
    )
)
def test_whatever_is_typed_is_compared_adds_up_and_never_changes(chain: Chain) -> None:
    document = review_chain(chain)
    check_sums(document)
    assert to_json(document) == to_json(review_chain(chain))
    assert to_text(document)
