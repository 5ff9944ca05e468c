"""What roles, columns, levels and principles are called on a page, in the order of a form."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _

ROLES = {
    "peserta": _("peserta"),
    "fasilitator": _("fasilitator"),
    "penyelenggara": _("penyelenggara"),
}

COLUMNS = {
    "sasaran": _("Sasaran strategis"),
    "indikator": _("Indikator kinerja"),
    "formula": _("Formula"),
    "satuan": _("Satuan"),
    "baseline": _("Keadaan awal"),
    "target": _("Target"),
    "polaritas": _("Arah yang baik"),
    "sumber_data": _("Sumber data"),
    "penanggung_jawab": _("Penanggung jawab"),
}

LEVELS = {
    "input": _("Masukan"),
    "activity": _("Kegiatan"),
    "output": _("Keluaran"),
    "outcome": _("Hasil"),
    "impact": _("Dampak"),
}

PRINCIPLES = {
    "keselarasan": _("Keselarasan"),
    "relevansi": _("Relevansi"),
    "terukur": _("Terukur"),
    "akuntabel": _("Akuntabel"),
    "transparan": _("Transparan"),
    "berkelanjutan": _("Berkelanjutan"),
}

POSITIONS = {
    "kepala-daerah": _("Kepala daerah"),
    "kepala-opd": _("Kepala OPD"),
    "eselon-iii": _("Setara eselon III"),
    "eselon-iv": _("Setara eselon IV atau ketua tim"),
}

#: What an agreement calls its objectives and the lines of its second table, by position.
OBJECTIVES = {
    "kepala-daerah": _("Sasaran strategis"),
    "kepala-opd": _("Sasaran strategis"),
    "eselon-iii": _("Sasaran program"),
    "eselon-iv": _("Sasaran kegiatan/sub kegiatan"),
}
BUDGETED = {
    "kepala-daerah": _("Program"),
    "kepala-opd": _("Program"),
    "eselon-iii": _("Program/kegiatan"),
    "eselon-iv": _("Kegiatan/sub kegiatan"),
}

#: The parts of an agreement beside its tables, by their place in the answer.
AGREEMENT = {
    "unit": _("Unit kerja"),
    "year": _("Tahun perjanjian"),
    "annex_year": _("Tahun pada lampiran"),
    "place": _("Tempat"),
    "date": _("Tanggal ditandatangani"),
    "budget_date": _("Tanggal DPA disetujui"),
    "total": _("Jumlah anggaran (Rp)"),
    "rpjmd": _("Sasaran RPJMD yang didukung"),
    "renstra": _("Sasaran Renstra perangkat daerah"),
    "first": _("Pihak pertama"),
    "second": _("Pihak kedua"),
    "rows": _("Sasaran dan indikator"),
    "programmes": _("Program dan anggaran"),
}
PARTY = {
    "name": _("Nama"),
    "position": _("Jabatan"),
    "rank": _("Pangkat (boleh kosong)"),
    "nip": _("NIP (boleh kosong)"),
}
LINE = {"name": _("Program"), "budget": _("Anggaran (Rp)"), "note": _("Keterangan")}

#: The cells of a box of a pohon kinerja.
BOX = {
    "parent": _("Di bawah kotak"),
    "unit": _("Pemegang"),
    "condition": _("Kondisi"),
    "indikator": _("Indikator kinerja"),
    "satuan": _("Satuan"),
    "target": _("Target"),
}


def columns_of(kind: str, position: str) -> Mapping[str, str]:
    """The columns of a reviewed document as its own form calls them; `kind` is empty for a table."""
    if kind == "agreement":
        return {**COLUMNS, "sasaran": OBJECTIVES.get(position, COLUMNS["sasaran"])}
    if kind == "cascade":
        return {**COLUMNS, **BOX, "sasaran": BOX["condition"]}
    return COLUMNS


#: The documents of a chain, from the top down.
LINKS = {
    "rpjmd": _("RPJMD"),
    "renstra": _("Renstra"),
    "iku": _("Tabel IKU"),
    "perjanjian": _("Perjanjian kinerja"),
}
