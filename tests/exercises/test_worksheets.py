"""Every kind as a worksheet: out of the desk, filled in elsewhere, back into the draft, with nothing lost."""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from workbench.exercises import drafts, worksheets
from workbench.exercises.kinds.base import Unreadable

CASCADE = "09-pohon-kinerja-disdukcapil"
HEAD = "07-perjanjian-kepala-dinas"
OWN = "10-perjanjian-opd-saya"
DIVISION = "08-perjanjian-kepala-bidang"
CLASSIFY = "01-mengenali-tingkat-hasil"


def changed(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    """A workbook after somebody's hands."""
    book = load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class Desk:
    """Ana at a desk, with files in her hands."""

    def __init__(self, app, ana, cast, slug: str) -> None:
        self.app, self.ana, self.cast, self.slug = app, ana, cast, slug
        self.url = f"/kelas/{cast.cohort}/latihan/{slug}"

    def worksheet(self) -> bytes:
        """The sheet as it is downloaded."""
        answer = self.ana.get(f"{self.url}/lembar-kerja.xlsx")
        assert answer.status_code == 200
        return answer.data

    def save(self, answer: dict) -> None:
        with self.app.app_context():
            drafts.save(self.cast.ana_membership, self.slug, answer, 0)

    def draft(self) -> dict:
        with self.app.app_context():
            return drafts.find(self.cast.ana_membership, self.slug).answer

    def copies(self) -> list[dict]:
        with self.app.app_context():
            draft = drafts.find(self.cast.ana_membership, self.slug)
            return [copy.answer for copy in drafts.copies(draft)]

    def upload(self, data: bytes, name: str = "isian.xlsx", version: int = 0, **fields: str):
        form = {"versi": str(version), **fields, "berkas": (io.BytesIO(data), name)}
        return self.ana.post(f"{self.url}/unggah", form, content_type="multipart/form-data")

    def page(self) -> str:
        return self.ana.get(self.url).text


@pytest.fixture
def at(app, ana, cast) -> Callable[[str], Desk]:
    return lambda slug: Desk(app, ana, cast, slug)


def sample(library, slug: str) -> dict:
    """A sound answer of an exercise, as accepted."""
    exercise = library.get(slug)
    answer = exercise.accept(exercise.samples[0].answer)
    assert not isinstance(answer, Unreadable)
    return answer


def fields_of(answer: dict) -> dict[str, str]:
    """The boxes of a cascade as the fields of its desk."""
    return {
        f"boxes.{index}.{name}": text
        for index, box in enumerate(answer["boxes"])
        for name, text in box.items()
    }


@pytest.mark.parametrize("slug", [CASCADE, HEAD, DIVISION, OWN, CLASSIFY])
def test_an_answer_on_its_worksheet_comes_back_whole(library, slug: str):
    exercise, answer = library.get(slug), sample(library, slug)
    data = worksheets.written(exercise, "xlsx", answer)
    draft = exercise.blank()
    if "iku" in answer:  # the list that the rows are compared with is the draft's, on no sheet
        draft["iku"] = answer["iku"]
    back = worksheets.brought(exercise, draft, "isian.xlsx", data)
    assert exercise.accept(back.answer) == answer


def test_every_exercise_has_a_worksheet_for_screen_and_paper(library):
    for exercise in library:
        assert worksheets.kinds(exercise) == ("xlsx", "pdf"), exercise.slug
        assert worksheets.written(exercise, "pdf").startswith(b"%PDF")
        again = worksheets.brought(
            exercise, exercise.blank(), "isian.xlsx", worksheets.written(exercise, "xlsx", exercise.blank())
        )
        assert exercise.shown(exercise.accept(again.answer)) == exercise.blank(), exercise.slug


def test_a_tree_filled_in_elsewhere_fills_the_draft_and_the_given_box_stands(at, library):
    desk = at(CASCADE)

    def fill(book: Workbook) -> None:
        page = book["Lembar kerja"]
        page["E4"] = "Diganti"  # the given box is locked
        for cell, text in zip(
            page[5],
            (None, "K1", "Setara eselon III", "Bidang A", "Meningkatnya mutu", "Indeks", "%", 85),
            strict=True,
        ):
            cell.value = cell.value if text is None else text

    sent = desk.upload(changed(desk.worksheet(), fill))
    assert sent.status_code == 303
    first, second = desk.draft()["boxes"]
    assert first["condition"] == library.get(CASCADE).given[0]["condition"]
    assert second == {
        "key": "K2",
        "parent": "K1",
        "position": "eselon-iii",
        "unit": "Bidang A",
        "condition": "Meningkatnya mutu",
        "indikator": "Indeks",
        "satuan": "%",
        "target": "85",
    }
    assert "2 kotak menggantikan draf" in desk.page()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"B5": "K77", "E5": "x"}, "Sel B5 menunjuk kotak induk “K77”"),
        ({"B5": "K3", "E5": "x", "B6": "K2", "E6": "y"}, "Sel B5 membuat kotak berputar"),
        ({"A5": "K1", "E5": "x"}, "Sel A5 dan sel A4 sama-sama memuat kotak “K1”"),
        ({"C5": "Bendahara", "E5": "x"}, "Sel C5: jabatan “Bendahara” tidak dikenal"),
        ({f"E{row}": "x" for row in range(5, 27)}, "paling banyak 20"),
        ({"B3": "Kotak"}, "berdiri dua kali, di sel A3 dan sel B3"),
    ],
)
def test_a_bad_tree_is_told_by_its_cell_and_the_draft_stays(at, library, cells, said: str):
    desk, answer = at(CASCADE), sample(library, CASCADE)
    desk.save(answer)

    def spoil(book: Workbook) -> None:
        for name, text in cells.items():
            book["Lembar kerja"][name] = text

    refused = desk.upload(changed(desk.worksheet(), spoil), version=1, **fields_of(answer))
    assert refused.status_code == 422
    assert said in refused.text
    assert "Isian Anda masih ada." in refused.text
    assert desk.draft() == answer


def test_what_a_tree_replaces_stays_as_a_copy(at, library):
    desk, answer = at(CASCADE), sample(library, CASCADE)
    desk.save(answer)
    other = worksheets.written(library.get(CASCADE), "xlsx", {"boxes": answer["boxes"][:3]})
    assert desk.upload(other, version=1, **fields_of(answer)).status_code == 303
    assert len(desk.draft()["boxes"]) == 3
    assert answer in desk.copies()


def test_an_agreement_filled_in_elsewhere_comes_back_with_both_tables(at, library):
    desk, answer = at(HEAD), sample(library, HEAD)
    sent = desk.upload(worksheets.written(library.get(HEAD), "xlsx", answer))
    assert sent.status_code == 303
    assert desk.draft() == answer
    assert f"{len(answer['rows'])} baris menggantikan draf" in desk.page()


def test_locked_parts_of_an_agreement_stand_and_empty_cells_take_nothing_away(at, library):
    desk, answer = at(DIVISION), sample(library, DIVISION)
    desk.save(answer)

    def change(book: Workbook) -> None:
        for row in book["Pernyataan"].iter_rows():
            if row[0].value == "Unit kerja":
                row[1].value = "Dinas lain"
            if row[0].value == "Nama pihak kedua":
                row[1].value = "Orang lain"
            if row[0].value == "Tanggal ditandatangani":
                row[1].value = "14 Januari 2026"

    data = changed(desk.worksheet(), change)  # everything else is as empty as it was downloaded
    assert (
        desk.upload(data, version=1, **{"date": answer["date"], **_agreement_fields(answer)}).status_code
        == 303
    )
    assert desk.draft() == {**answer, "date": "14 Januari 2026"}
    assert "Berkas terbaca: yang terisi di dalamnya menggantikan draf." in desk.page(), (
        "no row is from the file"
    )


def _agreement_fields(answer: dict) -> dict[str, str]:
    fields = {name: answer[name] for name in ("unit", "year", "annex_year", "place", "budget_date", "total")}
    for group in ("first", "second"):
        fields |= {f"{group}.{name}": text for name, text in answer[group].items()}
    for part in ("rows", "programmes"):
        for index, cells in enumerate(answer[part]):
            fields |= {f"{part}.{index}.{name}": text for name, text in cells.items()}
    return fields


def test_a_nip_that_lost_its_digits_is_told_with_its_cell_after_the_upload(at, library):
    desk, answer = at(HEAD), sample(library, HEAD)

    def damage(book: Workbook) -> None:
        for row in book["Pernyataan"].iter_rows():
            if row[0].value == "NIP pihak pertama":
                row[1].value, row[1].number_format = 197504122002122000, "General"
                damage.cell = row[1].coordinate

    data = changed(worksheets.written(library.get(HEAD), "xlsx", answer), damage)
    assert desk.upload(data).status_code == 303
    page = desk.page()
    assert f"Sel {damage.cell} di lembar “Pernyataan”" in page
    assert "tiga angka terakhirnya hilang" in page


def test_levels_chosen_in_a_sheet_fill_the_draft(at, library):
    desk, answer = at(CLASSIFY), sample(library, CLASSIFY)
    assert desk.upload(worksheets.written(library.get(CLASSIFY), "xlsx", answer)).status_code == 303
    assert desk.draft() == answer
    assert f"{len(answer['choices'])} pilihan menggantikan draf" in desk.page()


def test_an_unknown_level_is_told_by_its_cell_and_the_choices_stay(at, library):
    desk, answer = at(CLASSIFY), sample(library, CLASSIFY)
    desk.save(answer)

    def spoil(book: Workbook) -> None:
        book["Lembar kerja"]["C4"] = "Sedang"

    fields = {f"choices.{index}": choice for index, choice in enumerate(answer["choices"])}
    refused = desk.upload(changed(desk.worksheet(), spoil), version=1, **fields)
    assert refused.status_code == 422
    assert "Sel C4: tingkat “Sedang” tidak dikenal" in refused.text
    assert desk.draft() == answer


def test_the_draft_of_a_tree_can_be_taken_home(at, library):
    desk, answer = at(CASCADE), sample(library, CASCADE)
    desk.save(answer)
    assert desk.ana.get(f"{desk.url}/draf.pdf").data.startswith(b"%PDF")
    taken = desk.ana.get(f"{desk.url}/draf.xlsx").data
    back = worksheets.brought(library.get(CASCADE), {}, "draf.xlsx", taken)
    assert back.answer == answer


def test_yaml_is_no_filled_worksheet(at):
    refused = at(CASCADE).upload(b"kotak: []", "pohon.yaml")
    assert refused.status_code == 422
    assert "diunggah sebagai XLSX, CSV, atau DOCX" in refused.text


def test_a_file_that_does_not_fit_says_which_cell_of_it(app, ana, cast):
    desk = Desk(app, ana, cast, "06-iku-opd-saya")
    head = "Sasaran;Indikator;Satuan;Target\n"
    long = f"{head}Meningkatnya mutu;Indeks mutu;indeks;80\nMeningkatnya mutu;{'x' * 2100};indeks;80\n"
    refused = desk.upload(long.encode(), "iku.csv")
    assert refused.status_code == 422
    assert "Baris 2, kolom Indikator kinerja" in refused.text
    many = head + "".join(f"Meningkatnya mutu {n};Indeks mutu {n};indeks;80\n" for n in range(70))
    refused = desk.upload(many.encode(), "iku.csv")
    assert refused.status_code == 422
    assert "Sisakan baris yang diperlukan" in refused.text
