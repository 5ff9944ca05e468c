"""`workbench ...` on the command line: thin, calls the rooms."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .reviewer.document import Position

if TYPE_CHECKING:
    from flask import Flask

    from .reviewer.report import ReviewDocument
    from .reviewer.underway import Subject


@click.group(context_settings={"terminal_width": 100})
def main() -> None:
    """Bimtek Workbench: latihan manajemen kinerja OPD berbasis hasil.

    Untuk mencoba: `workbench demo`, lalu buka http://127.0.0.1:8000.
    Untuk memakai sendiri: `workbench serve`.
    """


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran."
)
@click.option(
    "--position",
    type=click.Choice([str(position) for position in Position]),
    default=None,
    help="Jabatan pemilik tabel; tanpa pilihan ini kepala-opd.",
)
def review(file: Path, form: str, position: str | None) -> None:
    """Periksa tabel indikator, perjanjian kinerja atau pohon kinerja FILE (.csv .xlsx .docx .yaml .json)."""
    from .documents.reviewable import Unreadable, read
    from .reviewer import to_json
    from .reviewer.plain import to_text

    try:
        found = read(file, Position(position) if position else None)
    except Unreadable as error:
        click.echo(error.message, err=True)
        sys.exit(2)
    document = _watched(found)
    click.echo(to_json(document) if form == "json" else to_text(document))


def _watched(found: "Subject") -> "ReviewDocument":
    """The review; of a long table it says on the terminal, where there is one, how far it is."""
    from .reviewer.underway import Reviewing

    work = Reviewing(found)
    shown = work.is_long and sys.stderr.isatty()
    with click.progressbar(
        work, work.rows, "Memeriksa baris", show_pos=True, hidden=not shown, file=sys.stderr
    ) as rows:
        for _row in rows:
            pass
    return work.document


@main.command()
@click.argument("name", required=False)
@click.option(
    "--contested", is_flag=True, help="Seberapa sering setiap aturan menemukan sesuatu, ditentang, dan kalah."
)
def rules(name: str | None, contested: bool) -> None:
    """Daftar aturan, atau halaman aturan NAME."""
    from .reviewer import catalogue

    if contested:
        _print_contested()
        return
    if name is None:
        click.echo(catalogue.listing())
        return
    page = catalogue.page_text(name)
    if page is None:
        click.echo(
            f"Aturan “{name}” tidak ada. Jalankan `workbench rules` untuk melihat daftarnya.", err=True
        )
        sys.exit(2)
    click.echo(page)


def _print_contested() -> None:
    from .exercises.contested import as_text, everywhere

    with _opened().app_context():
        click.echo(as_text(everywhere()))


@main.command("compare-rulesets")
@click.option("--class", "code", default=None, metavar="KODE", help="Hanya kelas dengan kode gabung ini.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran."
)
def compare_rulesets(code: str | None, form: str) -> None:
    """Telaah ulang percobaan yang tersimpan dengan aturan sekarang: naik, turun, tetap.

    Tidak mengubah apa pun; percobaan disebut dengan nomornya, tanpa nama orang.
    """
    from sqlalchemy import select

    from .cohorts.models import Cohort
    from .db import session
    from .exercises.library import current
    from .exercises.rulesets import as_json, as_text, compare

    with _opened().app_context():
        cohort_id = session().scalar(select(Cohort.id).where(Cohort.join_code == code)) if code else None
        if code and cohort_id is None:
            raise click.ClickException(f"tidak ada kelas dengan kode {code}.")
        outlook = compare(current(), cohort_id)
    click.echo(as_json(outlook) if form == "json" else as_text(outlook))


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def cases(file: Path) -> None:
    """Tulis keberatan yang diterima ke FILE (.yaml) sebagai kasus berlabel, tanpa nama orang."""
    from .exercises.cases import accepted, as_yaml

    with _opened().app_context():
        found, left_out = accepted()
    try:
        file.write_text(as_yaml(found), encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{file} tidak dapat ditulis: {error.strerror}.") from error
    click.echo(f"{len(found)} kasus ditulis ke {file}.")
    if left_out:
        click.echo(
            f"{left_out} keberatan atas tabel sebagai keseluruhan tidak ditulis: satu kasus satu baris."
        )


@main.command()
def check() -> None:
    """Periksa modul, latihan, halaman aturan, dan isi demo; sebut setiap kekeliruan dengan tempatnya."""
    from .checking import problems
    from .config import Settings

    found = problems(Settings().content)
    for problem in found:
        click.echo(str(problem))
    if found:
        click.echo(f"{len(found)} hal perlu diperbaiki.", err=True)
        sys.exit(1)
    click.echo("Konten lengkap, tidak ada yang perlu diperbaiki.")


@main.command()
def migrate() -> None:
    """Siapkan basis data, atau sesuaikan dengan versi program ini."""
    _migrated()
    click.echo("Basis data siap.")


_host = click.option("--host", default="127.0.0.1", show_default=True, help="Alamat yang didengarkan.")
_port = click.option("--port", default=8000, show_default=True, help="Nomor port.")
_threads = click.option("--threads", default=8, show_default=True, help="Permintaan yang dilayani serentak.")


@main.command()
@_host
@_port
@_threads
def serve(host: str, port: int, threads: int) -> None:
    """Jalankan server. Basis data disiapkan lebih dahulu.

    Pengaturan dibaca dari variabel lingkungan WORKBENCH_*: INSTANCE (folder data), DATABASE (alamat
    PostgreSQL; tanpa ini SQLite di folder data), PUBLIC_URL (alamat untuk kode QR), SECURE_COOKIES (1 di
    belakang HTTPS), PROXIES (jumlah proksi tepercaya), CONTENT (folder konten sendiri).
    """
    _serve(_migrated(), host, port, threads)


@main.command()
@_host
@_port
@_threads
@click.option("--load-only", is_flag=True, help="Muat isi demo tanpa menjalankan server.")
def demo(host: str, port: int, threads: int, load_only: bool) -> None:
    """Muat kelas demo bila belum ada, sebutkan akunnya, lalu jalankan server.

    Kelas yang sudah ada tidak disentuh. Kata sandi akun demo dapat dipilih dengan WORKBENCH_DEMO_PASSWORD.
    """
    from .content import BrokenContent
    from .demo.telling import told

    app = _migrated()
    with app.app_context():
        try:
            for line in told():
                click.echo(line)
        except BrokenContent as error:
            raise click.ClickException(f"isi demo rusak:\n{error}") from error
    if not load_only:
        _serve(app, host, port, threads)


def _migrated() -> "Flask":
    """The application over an up-to-date database; one clear sentence where that is not possible."""
    from flask_migrate import upgrade
    from sqlalchemy.exc import OperationalError

    from . import create_app
    from .config import Settings
    from .content import BrokenContent

    settings = Settings()
    try:
        settings.instance.mkdir(parents=True, exist_ok=True)
        app = create_app(settings)
        with app.app_context():
            upgrade()
    except BrokenContent as error:
        raise click.ClickException(f"konten rusak, server tidak dimulai:\n{error}") from error
    except OperationalError as error:
        raise click.ClickException(f"basis data tidak dapat dibuka: {error.orig}") from error
    except PermissionError as error:
        raise click.ClickException(f"folder data tidak dapat ditulis: {error.filename}") from error
    return app


def _opened() -> "Flask":
    """The application over its database as it is, unchanged; one clear sentence where that cannot be."""
    from sqlalchemy import inspect
    from sqlalchemy.exc import OperationalError

    from . import create_app
    from .config import Settings
    from .content import BrokenContent
    from .db import db

    settings = Settings()
    missing = click.ClickException("basis data belum ada atau belum sesuai; jalankan `workbench migrate`.")
    if not settings.database and not (settings.instance / "workbench.sqlite3").exists():
        raise missing
    try:
        app = create_app(settings)
        with app.app_context():
            if not inspect(db.engine).has_table("objection"):
                raise missing
    except BrokenContent as error:
        raise click.ClickException(f"konten rusak:\n{error}") from error
    except OperationalError as error:
        raise click.ClickException(f"basis data tidak dapat dibuka: {error.orig}") from error
    return app


def _serve(app: "Flask", host: str, port: int, threads: int) -> None:
    from .db import db
    from .serving import PortTaken, serve

    with app.app_context():
        db.session.remove()
        db.engine.dispose()  # the serving process opens its own connections
    try:
        serve(app, host, port, threads)
    except PortTaken as error:
        message = f"port {port} di {host} tidak dapat dipakai ({error}). Coba --port {port + 1}."
        raise click.ClickException(message) from error
