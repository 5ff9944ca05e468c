"""What the demo says of itself on the command line."""

from collections.abc import Iterator

from flask import current_app

from workbench.content import BrokenContent, folder
from workbench.demo.files import Someone, read
from workbench.demo.loading import is_loaded, load, password
from workbench.exercises.library import Library as Exercises
from workbench.modules import library


def told() -> Iterator[str]:
    """Load the demo where it is missing, and say so, with the accounts.

    :raises BrokenContent: when the demo's own files are broken.
    """
    modules = library.current()
    exercises: Exercises = current_app.extensions["exercises"]
    content = current_app.config["WORKBENCH"].content
    demo, problems = read(folder("demo", content), {module.slug for module in modules}, exercises.exercises)
    if demo is None or problems:
        raise BrokenContent(problems)
    if is_loaded(demo):
        yield "Kelas demo sudah ada; yang sudah dikerjakan di dalamnya tetap ada."
    else:
        yield "Memuat kelas demo; setiap jawaban dinilai oleh pemeriksa yang sesungguhnya ..."
        load(demo, modules, exercises.exercises)
    course = demo.course
    yield ""
    yield f"{course.title} · kode kelas {course.join_code}"
    yield f"Akun demo, semua dengan kata sandi {password()}:"
    for role, people in (
        ("penyelenggara", course.organisers),
        ("fasilitator", course.facilitators),
        ("peserta", course.participants[:1]),
    ):
        yield from (_line(role, someone) for someone in people)
    others = ", ".join(someone.username for someone in course.participants[1:6])
    yield f"  dan {len(course.participants) - 1} peserta lain, misalnya {others}"


def _line(role: str, someone: Someone) -> str:
    return f"  {role:<14} {someone.username:<8} {someone.name}, {someone.unit}"
