"""The ontology is whole: every link leads somewhere, and every standard measure is found by its names."""

import time
from collections import defaultdict

import pytest

from workbench.reviewer.findings import Direction, Level
from workbench.reviewer.ontology import ontology, read_indicator
from workbench.reviewer.standard import lookup
from workbench.reviewer.stems import stem
from workbench.reviewer.vocabulary import FOLDER, load

#: UU 23/2014: six basic services, eighteen other obligations, eight choices (some share a file).
CODES = {
    "1.01", "1.02", "1.03", "1.04", "1.05", "1.06",
    "2.07", "2.08", "2.09", "2.10", "2.11", "2.12", "2.13", "2.14", "2.15", "2.16", "2.17", "2.18", "2.19",
    "2.20", "2.22", "2.23",
    "3.25", "3.26", "3.27", "3.28", "3.30", "3.31", "3.32",
}  # fmt: skip


def meanings() -> dict[str, set[str]]:
    """Each name in use with the entries that carry it."""
    found = defaultdict(set)
    for entry in ontology().indicators:
        for name in entry.names:
            found[name.casefold()].add(entry.name)
    return found


def clashing() -> set[str]:
    return {name for name, entries in meanings().items() if len(entries) > 1}


def test_every_urusan_has_a_field() -> None:
    codes = {field.code for field in ontology().fields.values()}
    assert codes >= CODES
    # persandian, kearsipan and energy live with their neighbours
    for word in ("keamanan-informasi", "kearsipan", "energi"):
        assert word in ontology().concepts


def test_there_are_four_hundred_indicators_or_more() -> None:
    assert len(ontology().indicators) >= 400


def test_every_link_leads_to_a_concept() -> None:
    known = ontology().concepts.keys()
    for concept in ontology().concepts.values():
        assert {*concept.part_of, *concept.drives} <= known, concept.key
    for entry in ontology().indicators:
        assert entry.serves, entry.name
        assert set(entry.serves) <= known, entry.name


def test_no_concept_is_a_part_of_itself() -> None:
    assert not [key for key, above in ontology().above.items() if key in above]


def test_no_concept_is_defined_twice() -> None:
    keys = [
        key
        for path in (FOLDER / "ontology").glob("*.yaml")
        for key in load(f"ontology/{path.stem}")["concepts"]
    ]
    assert len(keys) == len(set(keys))


def test_main_names_are_unique() -> None:
    names = [entry.name.casefold() for entry in ontology().indicators]
    assert len(names) == len(set(names))


def test_only_abbreviations_have_two_meanings() -> None:
    assert all(len(name) <= 4 for name in clashing()), clashing()


def test_ranges_are_sane() -> None:
    for entry in ontology().indicators:
        if entry.low is not None and entry.high is not None:
            assert entry.low < entry.high, entry.name
        if entry.unit == "%":
            assert entry.high is None or entry.high <= 300, entry.name


def test_every_entry_says_how_sure_it_is_and_whose_it_is() -> None:
    for entry in ontology().indicators:
        assert entry.certainty in {"V2", "M", "M?"}, entry.name
        assert entry.owner, entry.name
        assert entry.source, entry.name
        assert entry.unit, entry.name


def test_every_name_finds_its_entry() -> None:
    lost, clashing_names = [], clashing()
    for entry in ontology().indicators:
        for name in entry.names:
            found = lookup(name)
            if name.casefold() not in clashing_names and (found is None or found.name != entry.name):
                lost.append((name, entry.name))
    assert not lost


def test_a_line_with_a_missing_column_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        read_indicator("Indeks apa saja | Indeks | up", "kesehatan", "Dinas Kesehatan")


def test_loading_everything_is_quick() -> None:
    load.cache_clear()
    ontology.cache_clear()
    started = time.perf_counter()
    ontology()
    assert time.perf_counter() - started < 0.25 * 4  # four times the promise: test machines are shared


@pytest.mark.parametrize(
    ("typed", "unit", "direction", "level"),
    [
        ("Angka kematian ibu per 100.000 kelahiran hidup", "per 100.000 KH", Direction.DOWN, Level.IMPACT),
        ("Prosentase penduduk miskin", "%", Direction.DOWN, Level.IMPACT),
        ("Response time kebakaran", "menit", Direction.DOWN, Level.OUTCOME),
        ("Tingkat waktu tanggap kebakaran", "%", Direction.UP, Level.OUTCOME),
        ("Persentase penyerapan anggaran", "%", Direction.UP, Level.INPUT),
        ("Rasio gini", "Rasio", Direction.DOWN, Level.IMPACT),
    ],
)
def test_lookup_knows_unit_direction_and_level(
    typed: str, unit: str, direction: Direction, level: Level
) -> None:
    found = lookup(typed)
    assert found is not None
    assert (found.unit, found.direction, found.level) == (unit, direction, level)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "%",
        "Jumlah rapat koordinasi penurunan prevalensi stunting",
        "Jumlah dokumen survei kepuasan masyarakat",
        "Persentase kesehatan lingkungan kerja di bengkel",
        "Jumlah koloni lebah madu",
    ],
)
def test_work_about_a_measure_is_not_the_measure(typed: str) -> None:
    assert lookup(typed) is None


def test_a_change_in_a_measure_rises_and_loses_its_range() -> None:
    found = lookup("Persentase penurunan angka kematian bayi")
    assert found is not None
    assert (found.direction, found.low, found.unit) == (Direction.UP, None, "")


@pytest.mark.parametrize(
    ("short", "context", "meaning"),
    [
        ("IPP", "Meningkatnya peran pemuda", "Indeks pembangunan pemuda"),
        ("IPP", "Meningkatnya kualitas pelayanan publik", "Indeks pelayanan publik"),
        ("IPK", "Meningkatnya pelestarian kebudayaan", "Indeks pembangunan kebudayaan"),
        ("IPK", "Terwujudnya birokrasi yang bebas korupsi", "Indeks persepsi korupsi"),
        ("IKD", "Meningkatnya ketangguhan menghadapi bencana", "Indeks ketahanan daerah"),
        ("IKD", "Meningkatnya tertib administrasi kependudukan", "Aktivasi identitas kependudukan digital"),
        ("IRB", "Menurunnya risiko bencana", "Indeks risiko bencana"),
        ("IRB", "Meningkatnya reformasi birokrasi", "Indeks reformasi birokrasi"),
        ("IKL", "Meningkatnya kualitas lahan", "Indeks kualitas lahan"),
        ("IKU", "Meningkatnya kualitas udara", "Indeks kualitas udara"),
        ("Persentase capaian IKU", "Meningkatnya kinerja dinas", "Persentase ketercapaian indikator kinerja"),
    ],
)
def test_the_sasaran_decides_between_two_meanings(short: str, context: str, meaning: str) -> None:
    found = lookup(short, context)
    assert found is not None
    assert found.name == meaning


def test_an_ambiguous_abbreviation_alone_is_left_open() -> None:
    assert lookup("IPP") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pengelolaan", "terkelolanya"),
        ("diselesaikan", "penyelesaian"),
        ("ketersediaan", "penyediaan"),
        ("kepatuhan", "patuh"),
        ("mengawasi", "pengawasan"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kawasan", "pengawasan"),
        ("pembangunan", "bangunan"),
        ("pengangguran", "penganggaran"),
        ("pemasyarakatan", "masyarakat"),
        ("kependudukan", "penduduk"),
        ("pemohon", "pohon"),
        ("keluarga", "luar"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
