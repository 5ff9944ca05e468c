"""Cascades: a good tree passes, each defect is told by its own rule, and practice is not blamed."""

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reviewer import Cascade, Position, review_cascade, to_json
from workbench.reviewer.document import Box
from workbench.reviewer.plain import to_text
from workbench.reviewer.report import ReviewDocument, arithmetic, everything_said, row_arithmetic
from workbench.reviewer.rules.examples import good_cascade

GOOD = good_cascade()
HINTS = {"service-grade-below-a"}
HEAD, THIRD, FOURTH = Position.AGENCY_HEAD, Position.ECHELON_3, Position.ECHELON_4


def told(cascade: Cascade) -> set[str]:
    """The names of all rules that find something, but for hints that cost nothing."""
    return {finding["rule"] for finding in everything_said(review_cascade(cascade))} - HINTS


def changed(which: str, **cells: Any) -> Cascade:
    """The good tree with one box changed."""
    boxes = tuple(replace(box, **cells) if box.key == which else box for box in GOOD.boxes)
    return replace(GOOD, boxes=boxes)


def without(*keys: str) -> Cascade:
    """The good tree without these boxes."""
    return replace(GOOD, boxes=tuple(box for box in GOOD.boxes if box.key not in keys))


def check_sums(document: ReviewDocument) -> None:
    for row in document["rows"]:
        assert sum(points for _, points in row_arithmetic(row)) == row["score"]
    assert sum(points for _, points in arithmetic(document)) == document["score"]
    assert 0 <= document["score"] <= 100
    assert all(0 <= value <= 100 for value in document["principles"].values())


def test_a_good_tree_comes_out_clean() -> None:
    document = review_cascade(GOOD)
    assert document["score"] >= 90
    assert told(GOOD) == set()
    check_sums(document)


DEFECTS: list[tuple[str, Cascade]] = [
    ("box-empty", changed("K7", condition="", indikator="", satuan="", target="")),
    ("box-without-condition", changed("K7", condition="...")),
    ("box-without-indicator", changed("K7", indikator="", satuan="", target="")),
    ("box-is-activity", changed("K7", condition="Melaksanakan sosialisasi akta kelahiran")),
    ("box-is-activity", changed("K3", condition="Terlaksananya sosialisasi akta kelahiran")),
    ("box-is-programme", changed("K3", condition="Program Pencatatan Sipil")),
    ("box-is-unit-name", changed("K3", condition="Bidang Pelayanan Pencatatan Sipil")),
    (
        "condition-copied",
        changed(
            "K2",
            condition="meningkatnya KUALITAS pelayanan administrasi kependudukan.",
            indikator="Persentase pemohon dokumen kependudukan yang puas atas layanan",
        ),
    ),
    (
        "indicator-copied-from-parent",
        changed(
            "K2",
            condition="Meningkatnya mutu pelayanan pendaftaran penduduk",
            indikator="Indeks kepuasan masyarakat atas layanan adminduk",
            satuan="nilai SKM",
            target="86,00",
        ),
    ),
    (
        "cause-not-seen",
        changed(
            "K7",
            condition="Meningkatnya produktivitas padi",
            indikator="Produktivitas padi",
            satuan="ton/ha",
            target="5,6",
        ),
    ),
    ("cascade-empty", Cascade()),
    ("box-key-twice", changed("K6", key="K7")),
    ("parent-unknown", changed("K7", parent="K99")),
    ("cascade-in-a-circle", changed("K7", parent="K7")),
    ("box-without-parent", changed("K7", parent="")),
    (
        "level-skipped",
        replace(
            GOOD,
            boxes=(
                *GOOD.boxes,
                Box(
                    "K8",
                    "K1",
                    FOURTH,
                    "Subbagian Umum",
                    "Tersedianya blangko KTP elektronik sesuai kebutuhan",
                    "Jumlah keping KTP elektronik yang dicetak",
                    "keping",
                    "26.000",
                ),
            ),
        ),
    ),
    ("holder-missing", changed("K7", unit="")),
    ("unit-at-two-levels", changed("K7", unit="Dinas Kependudukan dan Pencatatan Sipil")),
    ("branch-missing", without("K2", "K3", "K4", "K5", "K6", "K7")),
    ("leaf-missing", without("K6", "K7")),
    ("only-child", without("K7")),
    (
        "indicator-in-two-boxes",
        changed("K6", indikator="Jumlah permohonan akta kelahiran terlambat yang terlayani"),
    ),
    (
        "same-condition-twice",
        changed(
            "K6",
            condition="Terlayaninya permohonan akta kelahiran yang terlambat",
            indikator="Jumlah pemohon akta kelahiran terlambat di kecamatan jauh",
        ),
    ),
    ("target-missing", changed("K7", target="")),
]


@pytest.mark.parametrize(("rule", "cascade"), DEFECTS, ids=[rule for rule, _ in DEFECTS])
def test_each_defect_is_told_by_exactly_its_rule(rule: str, cascade: Cascade) -> None:
    assert told(cascade) == {rule}
    assert review_cascade(cascade)["score"] < 100
    check_sums(review_cascade(cascade))


def test_a_top_is_missed_and_offices_turned_round_are_told() -> None:
    assert "top-missing" in told(without("K1", "K3", "K6", "K7"))
    assert "position-turned-round" in told(changed("K2", parent="K6"))
    assert "several-roots" in told(changed("K3", parent="", position=HEAD))


def test_the_level_of_result_is_held_against_the_position_of_each_box() -> None:
    poor = {"condition": "Menurunnya kemiskinan", "indikator": "Persentase penduduk miskin", "target": "9,2"}
    assert "level-too-high" in told(changed("K7", satuan="%", **poor))
    assert "level-too-high" not in told(changed("K1", satuan="%", **poor))


def test_a_copy_is_told_in_the_box_that_copies_and_names_its_parent() -> None:
    document = review_cascade(changed("K2", condition=GOOD.boxes[0].condition))
    part = next(row for row in document["rows"] if row["box"] == "K2")
    finding = next(finding for finding in part["findings"] if finding["rule"] == "condition-copied")
    assert "kotak K1" in finding["message"]
    assert part["sasaran"][finding["start"] : finding["end"]] == GOOD.boxes[0].condition


def test_a_doubtful_cause_is_asked_for_and_not_condemned() -> None:
    document = review_cascade(
        changed("K7", condition="Meningkatnya produktivitas padi", indikator="Produktivitas padi")
    )
    finding = next(one for one in everything_said(document) if one["rule"] == "cause-not-seen")
    assert finding["message"].startswith("Hubungan sebab-akibat belum tampak: jika")
    assert finding["message"].endswith("?")
    assert finding["severity"] != "error"


def findings_of(cascade: Cascade, rule: str) -> list[Any]:
    return [finding for finding in everything_said(review_cascade(cascade)) if finding["rule"] == rule]


def of_a_kecamatan(unit: str) -> Cascade:
    """A head with two boxes of eselon IV right under it, that is of one without a bidang."""
    rows = (
        ("Meningkatnya ketertiban wilayah", "Persentase gangguan ketertiban yang diselesaikan"),
        ("Meningkatnya kualitas layanan", "Persentase permohonan yang selesai sesuai standar waktu"),
    )
    boxes = [Box(f"S{n}", "H", FOURTH, f"Seksi {n}", *row, "%", "90") for n, row in enumerate(rows, start=1)]
    head = Box("H", "", HEAD, unit, "Meningkatnya kualitas pelayanan publik", "Indeks kepuasan masyarakat")
    return Cascade((replace(head, satuan="nilai", target="89"), *boxes))


def test_a_kepala_seksi_answers_to_the_camat_and_skips_nobody() -> None:
    assert findings_of(of_a_kecamatan("Kecamatan Pringgodani"), "level-skipped") == []
    (finding,) = findings_of(of_a_kecamatan("Dinas Pangan"), "level-skipped")
    assert finding["message"].startswith("Kotak S1 dan S2 (setara eselon IV)")


def test_of_a_stranger_and_its_child_only_the_stranger_is_told() -> None:
    cascade = changed(
        "K3", condition="Meningkatnya produktivitas padi", indikator="Produktivitas padi", satuan="ton/ha"
    )
    assert len(findings_of(cascade, "cause-not-seen")) == 1


def test_the_name_of_the_unit_in_the_box_names_its_holder() -> None:
    cascade = changed("K3", condition="Bidang Pelayanan Pencatatan Sipil", unit="")
    assert told(cascade) == {"box-is-unit-name"}


def test_a_box_under_a_head_who_counts_work_is_in_its_place() -> None:
    cascade = changed(
        "K1", indikator="Jumlah sosialisasi administrasi kependudukan", satuan="kali", target="12"
    )
    assert "activity-as-result" in told(cascade)
    assert "result-turned-round" not in told(cascade)


def test_boxes_are_named_in_reading_order() -> None:
    cascade = changed("K6", indikator="Jumlah permohonan akta kelahiran terlambat yang terlayani")
    (finding,) = findings_of(cascade, "indicator-in-two-boxes")
    numbers = [
        int(word.strip(".")[1:])
        for word in finding["message"].split()
        if word[:1] == "K" and word[1:2].isdigit()
    ]
    assert numbers == sorted(numbers)
    assert len(numbers) == 2


def test_the_lowest_box_may_be_what_work_leaves_behind() -> None:
    box = {"indikator": "Jumlah petugas registrasi yang lulus uji", "satuan": "orang", "target": "40"}
    trained = "Terlatihnya petugas registrasi akta kelahiran"
    assert "box-is-activity" not in told(changed("K7", condition=trained, **box))
    assert "box-is-activity" in told(changed("K7", condition="Terselenggaranya pelatihan petugas", **box))
    assert "box-is-activity" in told(changed("K3", condition=trained))


def test_a_copied_activity_is_told_where_it_stands_first() -> None:
    done = "Terlaksananya pencatatan kelahiran"
    boxes = tuple(replace(box, condition=done) if box.key in ("K3", "K7") else box for box in GOOD.boxes)
    cascade = replace(GOOD, boxes=tuple(replace(b, parent="K3") if b.key == "K7" else b for b in boxes))
    assert len(findings_of(cascade, "box-is-activity")) == 1
    assert len(findings_of(cascade, "condition-copied")) == 1


def test_a_circle_is_told_once_with_everything_on_it() -> None:
    boxes = tuple(
        replace(box, parent={"K1": "K4", "K2": "K1", "K4": "K2"}.get(box.key, box.parent))
        for box in GOOD.boxes
    )
    said = [
        f["message"] for f in review_cascade(replace(GOOD, boxes=boxes))["findings"] if "circle" in f["rule"]
    ]
    assert len(said) == 1
    assert all(key in said[0] for key in ("K1", "K2", "K4"))


def chain_of(*links: tuple[Position, str, str]) -> Cascade:
    """A tree of one line: position, condition, indicator, each under the one before."""
    return Cascade(
        tuple(
            Box(
                f"K{number}",
                f"K{number - 1}" if number > 1 else "",
                position,
                f"Unit {number}",
                condition,
                indicator,
            )
            for number, (position, condition, indicator) in enumerate(links, start=1)
        )
    )


CAUSES = {
    "guru dan murid": chain_of(
        (
            HEAD,
            "Meningkatnya mutu pembelajaran SD",
            "Persentase murid SD yang mencapai kompetensi minimum literasi",
        ),
        (
            THIRD,
            "Meningkatnya kemampuan guru mengajarkan literasi",
            "Persentase guru SD yang menerapkan pembelajaran literasi",
        ),
        (
            FOURTH,
            "Tersedianya buku bacaan bermutu di sekolah dasar",
            "Jumlah sekolah dasar yang menerima buku bacaan bermutu",
        ),
    ),
    "air minum dan stunting": chain_of(
        (HEAD, "Menurunnya stunting pada balita", "Prevalensi stunting balita"),
        (THIRD, "Meningkatnya akses air minum layak", "Persentase rumah tangga berakses air minum layak"),
    ),
    "sekretariat": chain_of(
        (HEAD, "Meningkatnya kemantapan jalan kabupaten", "Persentase jalan kabupaten dalam kondisi mantap"),
        (THIRD, "Meningkatnya akuntabilitas kinerja dinas", "Nilai AKIP perangkat daerah"),
    ),
    "jalan dan drainase": chain_of(
        (HEAD, "Meningkatnya kemantapan jalan kabupaten", "Persentase jalan kabupaten dalam kondisi mantap"),
        (THIRD, "Berkurangnya panjang jalan rusak berat", "Persentase jalan kabupaten rusak berat"),
        (FOURTH, "Terpeliharanya drainase tepi jalan", "Panjang drainase tepi jalan yang dipelihara"),
    ),
    "layanan publik dan akta": chain_of(
        (Position.REGIONAL_HEAD, "Meningkatnya kualitas pelayanan publik", "Indeks pelayanan publik"),
        (
            HEAD,
            "Meningkatnya kepemilikan dokumen kependudukan",
            "Persentase anak yang memiliki akta kelahiran",
        ),
    ),
    "usaha mikro": chain_of(
        (HEAD, "Meningkatnya kelas usaha mikro", "Persentase usaha mikro binaan yang naik kelas"),
        (
            THIRD,
            "Meningkatnya pemasaran produk usaha mikro",
            "Persentase usaha mikro yang menjual secara daring",
        ),
    ),
    "sampah": chain_of(
        (HEAD, "Meningkatnya kualitas lingkungan hidup", "Indeks kualitas lingkungan hidup"),
        (THIRD, "Meningkatnya pengelolaan sampah rumah tangga", "Persentase sampah terkelola"),
        (FOURTH, "Meningkatnya jumlah bank sampah yang aktif", "Jumlah bank sampah aktif"),
    ),
    "ASN": chain_of(
        (HEAD, "Meningkatnya profesionalitas ASN", "Indeks profesionalitas ASN"),
        (
            THIRD,
            "Meningkatnya kesesuaian jabatan dengan kompetensi",
            "Persentase jabatan yang diisi pegawai sesuai standar kompetensi",
        ),
    ),
}


@pytest.mark.parametrize("cascade", CAUSES.values(), ids=CAUSES.keys())
def test_a_known_cause_is_not_doubted(cascade: Cascade) -> None:
    assert not {"cause-not-seen", "result-turned-round", "condition-copied"} & told(cascade)


def test_columns_that_a_tree_does_not_use_are_not_missed() -> None:
    bare = replace(GOOD, boxes=tuple(replace(box, satuan="", target="") for box in GOOD.boxes))
    assert told(bare) == set()


def test_an_empty_tree_and_empty_boxes_earn_nothing() -> None:
    assert review_cascade(Cascade())["score"] == 0
    assert "kotak" in review_cascade(Cascade())["verdict"]
    assert review_cascade(Cascade((Box("K1"), Box("K2", "K1"))))["score"] == 0


@pytest.mark.parametrize("words", ["qwrtp sdfgh zxcvb", "asdf asdf asdf asdf", "!!!", "1234567890", "🙂🙂"])
def test_nonsense_never_scores(words: str) -> None:
    boxes = tuple(replace(box, condition=words, indikator=words) for box in GOOD.boxes)
    assert review_cascade(replace(GOOD, boxes=boxes))["score"] == 0


anything = st.one_of(
    st.text(max_size=30), st.sampled_from(["", "K1", "K2", "Meningkatnya mutu jalan", "Bidang A"])
)
boxes = st.builds(
    Box,
    key=st.sampled_from(["", "K1", "K2", "K3"]),
    parent=st.sampled_from(["", "K1", "K2", "K3", "K4"]),
    position=st.sampled_from(Position),
    unit=anything,
    condition=anything,
    indikator=anything,
    satuan=anything,
    target=anything,
)


@settings(max_examples=150, deadline=None)
@given(cascade=st.builds(Cascade, st.lists(boxes, max_size=6).map(tuple)))
def test_whatever_is_drawn_is_reviewed_adds_up_and_never_changes(cascade: Cascade) -> None:
    document = review_cascade(cascade)
    check_sums(document)
    assert to_json(document) == to_json(review_cascade(cascade))
    assert to_text(document)


def test_a_large_or_deep_tree_takes_no_long_time() -> None:
    review_cascade(GOOD)
    deep = tuple(
        replace(GOOD.boxes[number % 7], key=f"K{number}", parent=f"K{number - 1}" if number else "")
        for number in range(400)
    )
    started = time.perf_counter()
    review_cascade(Cascade(deep))
    assert time.perf_counter() - started < 3.0
