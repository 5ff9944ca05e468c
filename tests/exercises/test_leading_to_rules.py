"""From a finding to its rule and back: the class menu stays, and the way back leads to the finding."""

import html
import re

import pytest

from workbench.db import session
from workbench.exercises import attempts
from workbench.people.models import Membership

TABLE = "05-iku-disdukcapil"


@pytest.fixture
def address(app, cast, library, weak, room) -> str:
    """The page of an attempt of Ana's with findings in every row."""
    with app.app_context():
        return f"{room}/percobaan/{attempts.submit(cast.ana_membership, library.get(TABLE), weak).id}"


def test_a_rule_opened_from_a_finding_leads_back_to_it(ana, address, room):
    page = ana.get(address).text
    link = html.unescape(re.search(r'href="(/aturan/not-a-measure\?[^"]*)"', page).group(1))
    rule = html.unescape(ana.get(link).text)
    back = re.search(rf'href="({address}#([^"]+))">← Kembali ke umpan balik</a>', rule)
    assert back, "back to the attempt"
    assert f'id="{back.group(2)}"' in page, "and to the finding itself"
    assert f'href="{room}/"' in rule, "the class menu is there"
    onward = re.search(r'rel="next"[^>]* href="([^"]+)"', rule).group(1)
    assert "Kembali ke umpan balik" in ana.get(onward).text, "also from the next rule"


def test_pages_of_no_class_keep_the_menu_of_the_class_opened_last(app, cast, sign_in_as, visitor, room):
    dewi = sign_in_as("dewi")
    assert f'href="{room}/peserta"' not in dewi.get("/aturan/").text, "no class was opened yet"
    dewi.get(f"{room}/peserta")
    for page in ("/aturan/", "/aturan/not-a-measure", "/periksa", "/periksa/rantai", "/akun"):
        assert f'href="{room}/peserta"' in dewi.get(page).text, page
    assert '<a href="/aturan/" aria-current="page">' in dewi.get("/aturan/").text
    assert '<a href="/aturan/" aria-current="true">' in dewi.get("/aturan/not-a-measure").text
    assert "masthead-nav" not in visitor.get("/aturan/").text
    with app.app_context():
        session().query(Membership).filter_by(user_id=cast.dewi).delete()
        session().commit()
    assert f'href="{room}/peserta"' not in dewi.get("/aturan/").text, "a class they left is gone"


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.com/kelas/1/percobaan/1",
        "//example.com/kelas/1/percobaan/1",
        "/keluar",
        "/kelas/1/percobaan/1/koreksi",
        "javascript:alert(1)",
        "http://[",
        "/kelas/99999999999999999999/keberatan",
    ],
)
def test_back_leads_nowhere_else(ana, typed):
    page = ana.get("/aturan/not-a-measure", query_string={"dari": typed})
    assert page.status_code == 200
    assert "← Kembali" not in page.text
