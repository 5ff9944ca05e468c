"""What roles, columns, levels and principles are called on a page, in the order of a form."""

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
