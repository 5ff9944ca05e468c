"""The desk without JavaScript, and the saving that JavaScript uses: nothing typed is ever lost."""

import html
import json
import re
from datetime import timedelta

import pytest
from flask import Flask

from workbench import db
from workbench.exercises import attempts, drafts

TABLE, REPAIR, CLASSIFY = "05-iku-disdukcapil", "04-membenahi-indikator", "01-mengenali-tingkat-hasil"


def _typed(page: str) -> dict[str, str]:
    """What stands in the text areas and chosen radios of a page."""
    areas = re.findall(r'<textarea name="([^"]+)"[^>]*>(.*?)</textarea>', page, flags=re.DOTALL)
    radios = re.findall(r'<input type="radio" name="([^"]+)" value="([^"]+)" checked', page)
    return {name: html.unescape(text) for name, text in [*areas, *radios]}


def _version(page: str) -> str:
    return re.search(r'name="versi" value="(\d+)"', page).group(1)


def _put(person, desk: str, version: int, answer: object, **headers: str):
    return person.client.put(
        f"{desk}/draf",
        data=json.dumps({"version": version, "answer": answer}),
        headers={
            "Content-Type": "application/json",
            "Accept": "application/json",
            "X-CSRFToken": person.token(),
            **headers,
        },
    )


def test_the_desk_shows_case_instructions_hints_and_room_for_rows(ana, desk):
    page = ana.get(desk).text
    assert "Bupati Ratna Kusumadewi" in page
    assert "Petunjuk bertahap" in page
    assert "Belum ada yang disimpan" in page
    assert len(_typed(page)) == 3 * 6
    assert 'aria-label="Sasaran strategis, baris 1"' in page


def test_saving_with_the_plain_button_tells_when(ana, desk, weak, fields):
    saved = ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    assert saved.status_code == 303
    page = ana.get(desk).text
    assert "Tersimpan 10.42 WIB" in page
    assert _typed(page) == fields(weak)


def test_a_draft_of_another_day_says_the_day_it_was_saved(ana, desk, weak, fields, monkeypatch):
    ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    tomorrow = db.now() + timedelta(hours=16)
    monkeypatch.setattr(db, "wall_clock", lambda: tomorrow)
    assert "Tersimpan 21 November 2026 pukul 10.42 WIB" in ana.get(desk).text


@pytest.mark.parametrize("version", [10**25, -(10**25)])
def test_an_impossible_version_is_a_conflict_like_any_other(ana, desk, weak, better, version):
    assert _put(ana, desk, 0, weak).status_code == 200
    refused = _put(ana, desk, version, better)
    assert refused.status_code == 409
    assert refused.json["answer"] == weak


def test_rows_are_added_and_removed_without_javascript(ana, desk, weak, fields):
    added = ana.post(desk, fields(weak, aksi="tambah-baris", versi="0"))
    assert added.headers["Location"].endswith("#baris-4")
    page = ana.get(desk).text
    assert 'id="baris-4"' in page
    removed = ana.post(desk, {**_typed(page), "aksi": "hapus-baris:0", "versi": _version(page)})
    assert removed.status_code == 303
    kept = _typed(ana.get(desk).text)
    assert kept["rows.0.target"] == "sebanyak-banyaknya"
    assert not any(name.startswith("rows.3") for name in kept)


def test_checking_reviews_the_draft_and_makes_no_attempt(app: Flask, ana, desk, cast, weak, fields):
    checked = ana.post(desk, fields(weak, aksi="periksa", versi="0"))
    assert checked.status_code == 303
    page = ana.get(checked.headers["Location"]).text
    assert "belum menjadi percobaan" in page
    assert "Perbaiki ini dulu" in page
    with app.app_context():
        assert attempts.strip(cast.ana_membership, TABLE) == []


def test_submitting_leads_to_the_feedback_and_leaves_the_draft(ana, desk, weak, fields):
    sent = ana.post(desk, fields(weak, aksi="kirim", versi="0"))
    assert sent.status_code == 303
    assert "/percobaan/" in sent.headers["Location"]
    assert "Percobaan 1" in ana.get(sent.headers["Location"]).text
    assert _typed(ana.get(desk).text) == fields(weak)


def test_too_little_to_judge_costs_no_attempt_and_keeps_the_text(app: Flask, ana, desk, cast, fields):
    answer = {"rows": [{"indikator": "Indeks <kepuasan> & mutu"}, {}, {}]}
    refused = ana.post(desk, fields(answer, aksi="kirim", versi="0"))
    assert refused.status_code == 422
    assert "Baru 1 baris" in refused.text
    assert "field-error" in refused.text
    assert 'aria-invalid="true"' in refused.text
    assert _typed(refused.text)["rows.0.indikator"] == "Indeks <kepuasan> & mutu"
    with app.app_context():
        assert attempts.strip(cast.ana_membership, TABLE) == []


def test_a_cell_that_is_too_long_is_told_beside_it_and_kept(ana, desk, weak, fields):
    weak["rows"][1]["target"] = "9" * 2500
    refused = ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    assert refused.status_code == 422
    assert "Paling banyak 2000 huruf." in refused.text
    assert _typed(refused.text)["rows.1.target"] == "9" * 2500


def test_an_older_tab_is_told_and_both_texts_are_on_the_page(ana, desk, weak, better, fields):
    ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    ana.post(desk, fields(better, aksi="simpan", versi="1"))
    weak["rows"][0]["target"] = "99 dari tab lama"
    refused = ana.post(desk, fields(weak, aksi="kirim", versi="1"))
    assert refused.status_code == 409
    assert "Tidak ada yang ditimpa" in refused.text
    assert _typed(refused.text)["rows.0.target"] == "99 dari tab lama"
    assert better["rows"][0]["indikator"] in refused.text
    assert _typed(ana.get(desk).text) == fields(better)
    chosen = re.search(r'value="(pakai-ini:\d+)"', refused.text).group(1)
    assert ana.post(desk, fields(weak, aksi=chosen, versi="1")).status_code == 303
    assert _typed(ana.get(desk).text) == fields(weak)


def test_an_earlier_copy_comes_back_and_the_present_text_becomes_a_copy(ana, desk, weak, better, fields):
    ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    ana.post(desk, fields(better, aksi="simpan", versi="1"))
    page = ana.get(desk).text
    copy = re.search(r'value="(pulihkan:\d+)"', page).group(1)
    assert ana.post(desk, {**_typed(page), "aksi": copy, "versi": "2"}).status_code == 303
    page = ana.get(desk).text
    assert _typed(page) == fields(weak)
    assert "Salinan sebelumnya (2)" in page
    assert ana.post(desk, {**_typed(page), "aksi": "pulihkan:99999", "versi": "3"}).status_code == 404


def test_a_form_sent_after_the_session_ended_arrives_after_signing_in(ana, desk, weak, fields):
    token = ana.token()
    ana.client.delete_cookie("session")
    refused = ana.client.post(desk, data=fields(weak, aksi="simpan", versi="0", csrf_token=token))
    assert refused.status_code == 401
    assert "Terlaksananya pelayanan &lt;b&gt;prima&lt;/b&gt;" in refused.text
    inside = refused.text.split("<main")[1]
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', inside)
    carried = {name: html.unescape(value) for name, value in hidden}
    carried |= {
        "csrf_token": re.search(r'csrf_token[^>]*value="([^"]+)"', inside).group(1),
        "masuk-username": "ana",
        "masuk-password": "kopi-pagi-7",
    }
    action = html.unescape(re.search(r'action="([^"]+)"', inside).group(1))
    sent = ana.client.post(action, data=carried)
    assert sent.status_code == 307
    again = ana.client.post(sent.headers["Location"], data=carried)
    assert again.status_code == 303
    assert _typed(ana.get(desk).text) == fields(weak)


def test_every_kind_is_drafted_and_submitted(ana, room, library, fields):
    for slug in (TABLE, REPAIR, CLASSIFY):
        sample = next(sample for sample in library.get(slug).samples if sample.passes)
        answer = fields(sample.answer)
        sent = ana.post(f"{room}/latihan/{slug}", {**answer, "aksi": "kirim", "versi": "0"})
        assert sent.status_code == 303
        page = ana.get(sent.headers["Location"])
        assert page.status_code == 200
        assert "Lulus" in page.text
        assert _typed(ana.get(f"{room}/latihan/{slug}").text) == answer


def test_classifying_offers_no_answer_key_before_submitting(ana, room, library, fields):
    address = f"{room}/latihan/{CLASSIFY}"
    assert 'value="periksa"' not in ana.get(address).text
    page = ana.get(f"{address}?periksa=1").text
    assert library.get(CLASSIFY).items[0].why not in page
    missing = ana.post(address, {"choices.0": "input", "aksi": "kirim", "versi": "0"})
    assert missing.status_code == 422
    assert "9 ukuran belum ditempatkan" in missing.text
    assert _typed(missing.text) == {"choices.0": "input"}


def test_locked_cells_cannot_be_typed_in(ana, room):
    page = ana.get(f"{room}/latihan/{REPAIR}").text
    assert page.count("readonly") == 10
    assert "terkunci" in page


def test_autosave_saves_and_says_when(ana, desk, weak):
    saved = _put(ana, desk, 0, weak)
    assert (saved.status_code, saved.json) == (200, {"version": 1, "saved_at": "10.42 WIB"})


def test_autosave_of_an_older_tab_gets_both_versions(app: Flask, ana, desk, cast, weak, better):
    _put(ana, desk, 0, weak)
    _put(ana, desk, 1, better)
    weak["rows"][0]["target"] = "lain"
    refused = _put(ana, desk, 1, weak)
    assert refused.status_code == 409
    assert (refused.json["version"], refused.json["answer"]) == (2, better)
    with app.app_context():
        draft = drafts.find(cast.ana_membership, TABLE)
        assert weak in [copy.answer for copy in drafts.copies(draft)]


@pytest.mark.parametrize("answer", [None, "teks", {"rows": "x"}, {"rows": [{"indikator": ["a"]}]}])
def test_autosave_refuses_what_is_no_draft_in_words(ana, desk, answer):
    refused = _put(ana, desk, 0, answer)
    assert refused.status_code == 422
    assert refused.json["error"]


def test_autosave_names_the_cell_that_is_too_long(ana, desk, weak):
    weak["rows"][2]["satuan"] = "x" * 2001
    assert _put(ana, desk, 0, weak).json["fields"] == {"rows.2.satuan": "Paling banyak 2000 huruf."}


@pytest.mark.parametrize("body", ["", "[]", "{", '{"version": "satu"}', '{"version": true, "answer": 1}'])
def test_autosave_of_nonsense_is_refused(ana, desk, body):
    answer = ana.client.put(
        f"{desk}/draf",
        data=body,
        headers={
            "Content-Type": "application/json",
            "Accept": "application/json",
            "X-CSRFToken": ana.token(),
        },
    )
    assert answer.status_code == 422


def test_autosave_of_a_megabyte_is_refused(ana, desk):
    assert _put(ana, desk, 0, {"rows": [{"indikator": "x" * 1_000_000}]}).status_code == 413


def test_autosave_without_a_session_is_told_so_and_without_a_token_refused(visitor, ana, desk, weak):
    assert _put(visitor, desk, 0, weak).status_code == 401
    assert _put(ana, desk, 0, weak, **{"X-CSRFToken": "palsu"}).status_code == 401


def test_nobody_of_another_class_finds_the_desk(carla, eko, desk, weak, fields):
    for stranger in (carla, eko):
        assert stranger.get(desk).status_code == 404
        assert stranger.post(desk, fields(weak, aksi="kirim", versi="0")).status_code == 404
        assert _put(stranger, desk, 0, weak).status_code == 404


def test_an_exercise_that_is_not_there_is_not_found(ana, room):
    assert ana.get(f"{room}/latihan/99-tidak-ada").status_code == 404


def test_drafts_of_two_people_never_meet(ana, bram, desk, weak, fields):
    ana.post(desk, fields(weak, aksi="simpan", versi="0"))
    assert set(_typed(bram.get(desk).text).values()) == {""}
