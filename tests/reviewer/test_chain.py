"""The whole chain: each break is told with both ends, and a chain that holds is left in peace."""

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reviewer import Chain, Position, Row, review_agreement, review_chain, to_json
from workbench.reviewer.following import both_ends
from workbench.reviewer.plain import to_text
from workbench.reviewer.records import chain_of, chain_record
from workbench.reviewer.report import ReviewDocument, arithmetic
from workbench.reviewer.rules.examples import good_agreement

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
PUBLIC = Row(1, "Meningkatnya kualitas pelayanan publik")
PADI = Row(1, "Meningkatnya produktivitas padi", "Produktivitas padi", "ton/ha", "5,6")
STUNTING = Row(1, "Menurunnya stunting pada balita", "Prevalensi stunting balita", "%", "17,5")
PLANNED = (Row(1, SASARAN), Row(2, AKTA.sasaran))
GOOD = Chain(
    rpjmd=(PUBLIC,), renstra=PLANNED, iku=(IKM, WAKTU, AKTA), agreement=(IKM, WAKTU, AKTA), name="rantai.yaml"
)


def agreed(*rows: Row) -> Chain:
    return replace(GOOD, agreement=numbered(*rows))


def numbered(*rows: Row) -> tuple[Row, ...]:
    return tuple(replace(row, number=number) for number, row in enumerate(rows, start=1))


def told(chain: Chain) -> list[tuple[str, str]]:
    return [(finding["rule"], finding["where"]) for finding in review_chain(chain)["findings"]]


def check_sums(document: ReviewDocument) -> None:
    assert sum(points for _, points in arithmetic(document)) == document["score"]
    assert 0 <= document["score"] <= 100
    assert all(0 <= value <= 100 for value in document["principles"].values())


def test_a_chain_that_holds_is_left_in_peace() -> None:
    document = review_chain(GOOD)
    assert document["findings"] == []
    assert document["score"] == 100
    assert document["praise"]


BREAKS: dict[str, tuple[str, str, Chain]] = {
    "renstra of another field": (
        "objective-without-root",
        "rpjmd[1] → renstra[3]",
        replace(
            GOOD,
            rpjmd=(Row(1, "Meningkatnya kualitas pendaftaran penduduk"),),
            renstra=(*PLANNED, replace(PADI, number=3, indikator="")),
            iku=(IKM, WAKTU, AKTA, replace(PADI, number=4)),
            agreement=(IKM, WAKTU, AKTA, replace(PADI, number=4)),
        ),
    ),
    "agreement of another field": (
        "objective-without-root",
        "renstra → perjanjian[3]",
        replace(GOOD, iku=(), agreement=numbered(IKM, AKTA, PADI)),
    ),
    "renstra objective forgotten": (
        "objective-not-carried-on",
        "renstra[2] → iku",
        replace(
            GOOD, renstra=(Row(1, SASARAN), Row(2, PADI.sasaran)), rpjmd=(), iku=(IKM, WAKTU), agreement=()
        ),
    ),
    "iku objective forgotten": (
        "objective-not-carried-on",
        "iku[3] → perjanjian",
        replace(GOOD, renstra=(), iku=numbered(IKM, WAKTU, STUNTING), agreement=(IKM, WAKTU)),
    ),
    "iku left out": ("iku-not-in-agreement", "iku[2] → perjanjian", agreed(IKM, AKTA)),
    "indicator from nowhere": (
        "indicator-without-origin",
        "iku → perjanjian[4]",
        agreed(IKM, WAKTU, AKTA, replace(IKM, indikator="Persentase permohonan yang diajukan secara daring")),
    ),
    "indicator of the iku from nowhere": (
        "indicator-without-origin",
        "renstra → iku[2]",
        replace(GOOD, renstra=numbered(IKM, AKTA)),
    ),
    "renamed": (
        "indicator-renamed",
        "iku[2] → perjanjian[2]",
        agreed(
            IKM,
            replace(WAKTU, indikator="Tingkat dokumen kependudukan yang terbit sesuai standar waktu"),
            AKTA,
        ),
    ),
    "objective reworded": (
        "objective-reworded",
        "iku[3] → perjanjian[3]",
        agreed(IKM, WAKTU, replace(AKTA, sasaran="Meluasnya kepemilikan akta anak")),
    ),
    "target": ("target-differs", "iku[2] → perjanjian[2]", agreed(IKM, replace(WAKTU, target="80"), AKTA)),
    "target of the renstra": (
        "target-differs",
        "renstra[1] → iku[1]",
        replace(GOOD, renstra=numbered(replace(IKM, target="90"), WAKTU, AKTA)),
    ),
    "unit": ("unit-differs", "iku[2] → perjanjian[2]", agreed(IKM, replace(WAKTU, satuan="dokumen"), AKTA)),
    "alone": ("chain-too-short", "rantai", Chain(renstra=PLANNED)),
}


@pytest.mark.parametrize(("rule", "where", "chain"), BREAKS.values(), ids=BREAKS.keys())
def test_each_break_is_told_once_with_both_ends(rule: str, where: str, chain: Chain) -> None:
    document = review_chain(chain)
    assert told(chain) == [(rule, where)]
    check_sums(document)
    assert document["score"] < 100
    assert both_ends(where).count(" → ") == where.count(" → ")


def test_an_objective_of_the_region_may_be_the_task_of_another_agency() -> None:
    chain = replace(GOOD, rpjmd=numbered(PUBLIC, PADI))
    (finding,) = review_chain(chain)["findings"]
    assert (finding["rule"], finding["severity"]) == ("objective-not-carried-on", "advice")
    assert "perangkat daerah lain" in finding["advice"]
    assert review_chain(chain)["score"] >= 90


def test_an_objective_without_root_need_not_be_carried_on() -> None:
    region = (Row(1, "Meningkatnya kualitas pendaftaran penduduk"),)
    stranger = Row(3, "Meningkatnya produksi ikan budidaya")
    assert told(replace(GOOD, rpjmd=region, renstra=(*PLANNED, stranger))) == [
        ("objective-without-root", "rpjmd[1] → renstra[3]")
    ]


@pytest.mark.parametrize(
    ("planned", "promised", "rules"),
    [
        (("5,85", "ton/ha"), ("58,5", "ku/ha"), {"unit-differs"}),
        (("5,85", "ton/ha"), ("56,5", "ku/ha"), {"unit-differs", "target-differs"}),
        (("2", "jam"), ("120", "menit"), {"unit-differs"}),
        (("2", "miliar rupiah"), ("2.000", "juta rupiah"), {"unit-differs"}),
        (("2", "miliar rupiah"), ("1.500", "juta rupiah"), {"unit-differs", "target-differs"}),
        (("13,1", "tahun"), ("90", "%"), {"unit-differs"}),
        (("88", "nilai"), ("87", "indeks"), {"target-differs"}),
    ],
)
def test_targets_are_compared_in_one_unit(
    planned: tuple[str, str], promised: tuple[str, str], rules: set[str]
) -> None:
    row = Row(1, "Meningkatnya hasil pelayanan", "Hasil pelayanan", planned[1], planned[0])
    below = replace(row, target=promised[0], satuan=promised[1])
    chain = Chain(iku=(row,), agreement=(below,))
    findings = review_chain(chain)["findings"]
    assert {finding["rule"] for finding in findings} == rules
    for finding in findings:
        if rules == {"unit-differs", "target-differs"}:
            assert promised[1] in finding["message"]


def test_a_document_that_follows_nothing_is_told_of_its_objectives_only() -> None:
    other = replace(GOOD, rpjmd=(), renstra=(Row(1, PADI.sasaran),), iku=(STUNTING,), agreement=())
    assert told(other) == [("objective-without-root", "renstra[1] → iku[1]")]


def test_the_objectives_above_a_kepala_bidang_need_not_all_come_down() -> None:
    bidang = replace(GOOD, agreement=(WAKTU,), position=Position.ECHELON_3)
    assert told(bidang) == []
    assert [rule for rule, _ in told(replace(bidang, position=Position.AGENCY_HEAD))] == [
        "iku-not-in-agreement",
        "iku-not-in-agreement",
    ]


def test_threads_lead_from_the_plan_to_the_promise_and_show_where_they_end() -> None:
    chain = replace(
        GOOD,
        renstra=(*PLANNED, replace(STUNTING, number=3, indikator="", satuan="", target="")),
        agreement=numbered(
            AKTA, IKM, replace(IKM, indikator="Persentase permohonan yang diajukan secara daring")
        ),
    )
    part = review_chain(chain)["chain"]
    assert [tuple(line.values()) for line in part["threads"]] == [
        (1, 1, 1, 2),
        (1, 1, 2, None),
        (1, 1, None, 3),
        (1, 2, 3, 1),
        (1, 3, None, None),
    ]
    assert part["documents"]["renstra"][0] == {"row": 1, "sasaran": SASARAN}


def test_an_agreement_is_reviewed_with_the_documents_above_it() -> None:
    agreement = replace(
        good_agreement(Position.AGENCY_HEAD),
        rows=numbered(replace(IKM, target="80"), WAKTU),
        iku=(IKM, WAKTU, AKTA),
        renstra=(*PLANNED, Row(3, PADI.sasaran)),
        rpjmd=(PUBLIC,),
    )
    document = review_agreement(agreement)
    rules = {(finding["rule"], finding["where"]) for finding in document["findings"]}
    assert ("target-differs", "iku[1] → perjanjian[1]") in rules
    assert ("objective-not-carried-on", "renstra[3] → iku") in rules
    assert {rule for rule, _ in rules}.isdisjoint({"iku-not-in-agreement", "chain-too-short"})
    assert "iku-left-out" in {rule for rule, _ in rules}
    assert sum(points for _, points in arithmetic(document)) == document["score"]
    assert document["chain"]["threads"]
    assert "chain" not in review_agreement(replace(agreement, renstra=(), rpjmd=()))


SAME: dict[str, dict[str, Any]] = {
    "bound and number": {"target": "≥ 85"},
    "unit in the target": {"target": "85%", "satuan": ""},
    "per cent in words": {"satuan": "Persen"},
    "an objective in capitals": {"sasaran": SASARAN.upper() + "."},
    "capitals and a full stop": {"indikator": WAKTU.indikator.upper() + "."},
    "no target yet": {"target": ""},
    "words that are no number": {"target": "naik"},
}


@pytest.mark.parametrize("cells", SAME.values(), ids=SAME.keys())
def test_the_same_said_otherwise_is_the_same(cells: dict[str, Any]) -> None:
    assert review_chain(agreed(IKM, replace(WAKTU, **cells), AKTA))["findings"] == []


def test_a_missing_document_in_between_is_skipped() -> None:
    direct = replace(GOOD, iku=())
    assert told(direct) == []
    assert told(replace(direct, agreement=(STUNTING,))) == [
        ("objective-without-root", "renstra → perjanjian[1]")
    ]


def test_nothing_to_compare_earns_nothing() -> None:
    for chain in (Chain(), Chain(iku=(Row(1),)), Chain(agreement=(IKM,))):
        document = review_chain(chain)
        assert document["score"] == 0
        assert set(document["principles"].values()) == {0}
        check_sums(document)


texts = st.one_of(st.text(max_size=30), st.sampled_from(["", SASARAN, IKM.indikator, "85", "Rp1 M", "%"]))
rows = st.lists(st.builds(Row, st.just(1), texts, texts, texts, texts), max_size=3).map(
    lambda found: numbered(*found)
)


@settings(max_examples=100, deadline=None)
@given(chain=st.builds(Chain, rows, rows, rows, rows, st.sampled_from(Position)))
def test_whatever_is_typed_is_compared_adds_up_and_never_changes(chain: Chain) -> None:
    document = review_chain(chain)
    check_sums(document)
    assert to_json(document) == to_json(review_chain(chain))
    assert to_text(document)
    assert chain_of(chain_record(chain)) == chain
    lines = document["chain"]["threads"]
    for key, rows_there in document["chain"]["documents"].items():
        known = {row["row"] for row in rows_there}
        assert {line[key] for line in lines} <= known | {None}


def test_the_largest_chain_is_compared_while_one_waits() -> None:
    """Every row is looked at once for each document above it, and not once for each pair of rows."""
    many = tuple(
        Row(n, f"Meningkatnya layanan nomor {n}", f"Persentase warga terlayani nomor {n}", "%", "80")
        for n in range(1, 201)
    )
    review_chain(Chain(renstra=many[:2], iku=many[:2]))
    start = time.process_time()
    document = review_chain(Chain(rpjmd=many, renstra=many, iku=many, agreement=many))
    assert time.process_time() - start < 6
    assert document["findings"] == []
