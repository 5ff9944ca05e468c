"""Documents set beside each other as one chain: own files, kept reviews, typed objectives."""

import io
import re

import pytest

from tests.inspection.conftest import MATERIAL, Bringer, book, fields_of, row
from workbench.db import session
from workbench.inspection.linking import MOST
from workbench.inspection.models import Inspection

PAGE = "/periksa/rantai"
IKU = [row(1), row(2)]
RENSTRA = "Meningkatnya kepuasan pengguna layanan 1\nMeningkatnya kepuasan pengguna layanan 2"


def promised(*targets: str) -> bytes:
    """An agreement's annex that promises the IKU with these targets."""
    return book([(*cells[:3], target) for cells, target in zip(IKU, targets, strict=False)])


def linked(bringer: Bringer, **fields):
    """The page with these places filled; bytes are a file."""
    sent = {
        name: (io.BytesIO(value), f"{name}.xlsx") if isinstance(value, bytes) else value
        for name, value in fields.items()
    }
    return bringer.person.post(PAGE, sent)


@pytest.fixture
def chained(bringer):
    """A chain of typed Renstra, IKU and an agreement that promises less."""
    return linked(
        bringer, **{"text-renstra": RENSTRA, "file-iku": book(IKU), "file-perjanjian": promised("85", "70")}
    )


def test_two_files_and_typed_objectives_are_reviewed_with_both_ends(chained):
    assert chained.status_code == 200
    assert "Target berbeda antardokumen" in chained.text
    assert "Tabel IKU baris 2 → Perjanjian kinerja baris 2" in chained.text
    assert chained.text.count("Meningkatnya kepuasan pengguna layanan 1") >= 2
    assert 'id="rantai"' in chained.text


def test_what_was_read_stays_and_one_file_can_be_replaced(bringer, chained):
    again = linked(bringer, **fields_of_form(chained.text), **{"file-perjanjian": promised("85", "85")})
    assert again.status_code == 200
    assert "Target berbeda antardokumen" not in again.text
    dropped = linked(bringer, **fields_of_form(again.text), **{"drop-perjanjian": "1"})
    assert "Perjanjian kinerja baris" not in dropped.text
    assert "file-iku.xlsx" in dropped.text


def fields_of_form(page: str) -> dict[str, str]:
    """What the form of the places sends as it stands, without files."""
    form = page[page.index('id="dokumen"') :]
    texts = re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL)
    return {**fields_of("<main" + form), **dict(texts)}


def test_one_document_alone_is_asked_for_another_and_stays(bringer):
    alone = linked(bringer, **{"file-iku": book(IKU)})
    assert alone.status_code == 422
    assert "sedikitnya dua dokumen" in alone.text
    both = linked(bringer, **{**fields_of_form(alone.text), "text-renstra": RENSTRA})
    assert both.status_code == 200
    assert "file-iku.xlsx" in both.text


def test_a_bad_file_is_told_at_its_place_and_the_others_stay(bringer):
    bad = bringer.person.post(
        PAGE,
        {
            "text-renstra": RENSTRA,
            "file-iku": (io.BytesIO(book(IKU)), "iku.xlsx"),
            "file-perjanjian": (io.BytesIO(b"%PDF-1.4 nothing"), "pk.pdf"),
        },
    )
    assert bad.status_code == 422
    assert 'id="wrong-perjanjian"' in bad.text
    assert RENSTRA.splitlines()[0] in bad.text
    assert "iku.xlsx" in bad.text


def test_a_table_of_a_whole_region_is_too_much(bringer):
    many = linked(bringer, **{"file-iku": book([row(n) for n in range(MOST + 1)]), "text-renstra": RENSTRA})
    assert many.status_code == 422
    assert str(MOST + 1) in many.text


def test_a_reviewed_document_is_the_first_of_a_chain(bringer):
    reviewed = bringer.reviewed(book(IKU))
    assert "Sandingkan dengan dokumen lain" in reviewed.text
    begun = bringer.send(reviewed, f"{PAGE}/mulai", **{"as": "perjanjian"})
    assert begun.status_code == 200
    places = begun.text[begun.text.index('id="dokumen"') :]
    assert places.index("iku.xlsx") > places.index('id="perjanjian"')
    whole = linked(bringer, **fields_of_form(begun.text), **{"file-iku": book(IKU)})
    assert whole.status_code == 200
    assert "Setiap dokumen melanjutkan" in whole.text


def test_it_is_kept_only_on_request_and_comes_back_as_it_was(app, bringer, chained):
    with app.app_context():
        assert session().query(Inspection).count() == 0
    answer = bringer.person.post(f"{PAGE}/simpan", fields_of(chained.text))
    assert answer.status_code == 303
    page = bringer.person.get(answer.headers["Location"])
    assert "Target berbeda antardokumen" in page.text
    listed = bringer.person.get("/periksa").text
    assert "Rantai dokumen" in listed
    number = int(answer.headers["Location"].rsplit("/", 1)[1])
    assert bringer.person.get(f"/periksa/{number}").headers["Location"].endswith(f"{PAGE}/{number}")
    paper = bringer.person.post(f"{PAGE}/ulasan.pdf", {"kept": str(number)})
    assert paper.data.startswith(b"%PDF")
    assert bringer.person.post("/periksa/ulasan.pdf", {"kept": str(number)}).status_code == 404
    bringer.person.post(f"/periksa/{number}/hapus", {})
    assert bringer.person.get(f"{PAGE}/{number}").status_code == 404


def test_a_kept_review_can_be_a_document_of_the_chain(bringer):
    kept = bringer.send(bringer.reviewed(book(IKU)), "/periksa/simpan")
    number = kept.headers["Location"].rsplit("/", 1)[1]
    assert f'value="{number}"' in bringer.person.get(PAGE).text
    page = linked(bringer, **{"kept-iku": number, "text-renstra": RENSTRA})
    assert page.status_code == 200
    assert "iku.xlsx" in page.text


def test_the_review_comes_as_pdf(bringer, chained):
    answer = bringer.person.post(f"{PAGE}/ulasan.pdf", fields_of(chained.text))
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")


@pytest.mark.parametrize("carried", ["x", "eyJ", "a" * 1_000_001], ids=["short", "cut", "long"])
def test_what_we_have_not_sealed_is_refused_in_words(bringer, carried):
    page = linked(bringer, carried=carried, **{"text-renstra": RENSTRA})
    assert page.status_code == 422
    assert "tidak ikut terkirim" in page.text
    assert RENSTRA.splitlines()[1] in page.text


def test_the_sealed_documents_are_of_one_person(bringer, chained, bram):
    sent = fields_of_form(chained.text)
    assert "tidak ikut terkirim" in bram.post(PAGE, sent).text


def test_nothing_typed_runs_as_markup(bringer):
    page = linked(bringer, **{"text-rpjmd": "<script>alert(1)</script> mutu", "text-renstra": "<b>mutu</b>"})
    assert "<script>alert" not in page.text
    assert "&lt;b&gt;mutu" in page.text


def test_an_office_s_own_files_make_a_chain(bringer):
    page = bringer.person.post(
        PAGE,
        {
            "text-rpjmd": "Meningkatnya kualitas pelayanan publik",
            **{
                f"file-{slot}": (io.BytesIO((MATERIAL / name).read_bytes()), name)
                for slot, name in (
                    ("renstra", "renstra.xlsx"),
                    ("iku", "iku_dinas.xlsx"),
                    ("perjanjian", "pk_kepala_dinas.docx"),
                )
            },
        },
    )
    assert page.status_code == 200
    assert 'id="rantai"' in page.text


def test_a_long_file_name_can_be_kept(app, bringer):
    name = f"{'tabel ' * 40}.xlsx"
    page = bringer.person.post(PAGE, {"text-renstra": RENSTRA, "file-iku": (io.BytesIO(book(IKU)), name)})
    assert bringer.person.post(f"{PAGE}/simpan", fields_of(page.text)).status_code == 303
    with app.app_context():
        assert len(session().query(Inspection).one().file_name) <= 200
