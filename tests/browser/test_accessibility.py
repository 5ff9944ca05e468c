"""axe finds nothing serious on any page, for any role, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE

PAGES = (
    (None, "/"),
    (None, "/masuk"),
    (None, "/gabung"),
    (None, "/aturan/"),
    (None, "/aturan/not-a-measure"),
    (None, "/verifikasi/"),
    ("ana", "/kelas/1/"),
    ("ana", "/kelas/1/modul/01-hasil-bukan-kegiatan"),
    ("ana", "/kelas/1/latihan/01-mengenali-tingkat-hasil"),
    ("ana", "/kelas/1/latihan/03-membenahi-sasaran"),
    ("ana", "/kelas/1/latihan/06-iku-opd-saya"),
    ("ana", "/kelas/1/latihan/07-perjanjian-kepala-dinas"),
    ("ana", "/kelas/1/latihan/09-pohon-kinerja-disdukcapil"),
    ("ana", "/kelas/1/latihan/05-iku-disdukcapil/perubahan"),
    ("ana", "/kelas/1/percobaan/7"),
    ("ana", "/akun"),
    ("ana", "/periksa"),
    ("ana", "/periksa/rantai"),
    ("bram", "/kelas/1/"),
    ("bram", "/kelas/1/matriks"),
    ("bram", "/kelas/1/percobaan/8"),
    ("dewi", "/kelas/1/"),
    ("dewi", "/kelas/baru"),
    ("dewi", "/kelas/1/peserta"),
    ("dewi", "/kelas/1/peserta/impor"),
    ("dewi", "/kelas/1/kehadiran"),
    ("dewi", "/kelas/1/sertifikat"),
    ("dewi", "/kelas/1/pengaturan"),
)


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_serious_stands_in_the_way(visit, size, colours):
    serious: list[str] = []
    for role in (None, "ana", "bram", "dewi"):
        visitor = visit(size)
        visitor.page.emulate_media(color_scheme=colours)
        if role:
            visitor.sign_in(role)
        for path in (path for who, path in PAGES if who == role):
            visitor.go(path)
            for violation in Axe().run(visitor.page).response["violations"]:
                if violation["impact"] in {"serious", "critical"}:
                    where = [node["target"] for node in violation["nodes"][:3]]
                    serious.append(f"{path}: {violation['id']} at {where}")
    assert serious == []
