"""The library of modules: one Markdown file each, read strictly, with every problem collected."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from flask import current_app
from markupsafe import Markup
from pydantic import AfterValidator, Field

from workbench.content import Problem, Strict, parse_yaml, read_text, validate
from workbench.prose import Section, anchor, glossary, joined, raw_html, sections

#: The parts of a module in reading order.
PARTS = ("Adegan", "Gagasan", "Contoh yang dikerjakan", "Kekeliruan yang lazim", "Bawa pulang")

CHECKS = 3

Words = Annotated[str, Field(min_length=1), AfterValidator(joined)]


class Source(Strict):
    """What a module rests on, and how sure we are: V1 and V2 seen, M from memory, M? common practice."""

    name: Words
    certainty: Literal["V1", "V2", "M", "M?"]


class Option(Strict):
    """An answer to a self-check, and the reason it is right or not."""

    text: Words
    right: bool
    why: Words


class Check(Strict):
    """A question for oneself; nothing is counted."""

    question: Words
    options: Annotated[list[Option], Field(min_length=2)]


class Front(Strict):
    """The front matter: `step` is one of the ten steps, `jp` time in class, `minutes` time to read."""

    title: Words
    step: Annotated[int, Field(ge=1, le=10)]
    jp: Annotated[float, Field(gt=0)]
    minutes: Annotated[int, Field(gt=0)]
    objectives: Annotated[list[Words], Field(min_length=2, max_length=4)]
    exercises: Annotated[list[Words], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]
    terms: dict[str, Words] = Field(default_factory=dict)
    checks: list[Check]


@dataclass(frozen=True, slots=True)
class Module:
    """A chapter: its front matter and its parts as HTML."""

    slug: str
    number: int
    front: Front
    parts: tuple[Section, ...]
    glossary: Markup

    @property
    def title(self) -> str:
        """The title without its number."""
        return self.front.title


@dataclass(frozen=True, slots=True)
class Library:
    """Every module that can be read, in order, and everything wrong with the rest."""

    modules: tuple[Module, ...] = ()
    problems: tuple[Problem, ...] = ()
    _by_slug: dict[str, Module] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Module]:
        return iter(self.modules)

    def get(self, slug: str) -> Module | None:
        """The module of that slug."""
        return self._by_slug.get(slug)

    def neighbours(self, slug: str) -> tuple[Module | None, Module | None]:
        """The modules before and after."""
        padded = (None, *self.modules, None)
        where = next(index for index, module in enumerate(padded) if module and module.slug == slug)
        return padded[where - 1], padded[where + 1]


def current() -> Library:
    """The library of the running application."""
    library: Library = current_app.extensions["modules"]
    return library


def load(folder: Path) -> Library:
    """Every module in a folder. Never throws: what is wrong is in `problems`."""
    modules: list[Module] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        module, wrong = read(path, f"{folder.name}/{path.name}")
        problems += wrong
        if module:
            modules.append(module)
    if not modules and not problems:
        problems.append(Problem(folder.name, "", "tidak ada satu modul pun di folder ini"))
    for earlier, later in pairwise(modules):
        if earlier.number == later.number:
            place = f"{folder.name}/{later.slug}.md"
            problems.append(Problem(place, "nama berkas", f"nomor sudah dipakai {earlier.slug}.md"))
    return Library(tuple(modules), tuple(problems), {module.slug: module for module in modules})


def read(path: Path, shown: str) -> tuple[Module | None, list[Problem]]:
    """One module file, shown under the name `shown`; no module where it has a problem."""
    text, problems = read_text(path, shown)
    if problems:
        return None, problems
    named = re.fullmatch(r"(\d\d)-[a-z0-9]+(-[a-z0-9]+)*", path.stem)
    if not named:
        problems.append(Problem(shown, "nama berkas", "harus seperti 03-menetapkan-iku.md"))
    cut = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", text, flags=re.DOTALL)
    if not cut:
        place = "harus berada di antara dua baris yang berisi ---"
        return None, [*problems, Problem(shown, "baris 1", f"kepala berkas {place}")]
    front, wrong = _front(cut.group(1), shown)
    body, first_line = text[cut.end() :], text.count("\n", 0, cut.end()) + 1
    wrong += [Problem(shown, *found) for found in _wrong_body(body, first_line)]
    if front is None or named is None or wrong:
        return None, problems + wrong
    parts = sections(body, front.terms)
    unused = [Problem(shown, f"terms.{term}", "tidak muncul di isi modul") for term in _unused(front, parts)]
    return Module(path.stem, int(named.group(1)), front, parts, glossary(front.terms)), unused


def _front(text: str, shown: str) -> tuple[Front | None, list[Problem]]:
    value, problems = parse_yaml("\n" + text, shown)  # the added line stands for the first ---
    if problems:
        return None, problems
    front, problems = validate(Front, value, shown)
    if front:
        problems += [Problem(shown, *found) for found in _wrong_front(front)]
    return front, problems


def _unused(front: Front, parts: tuple[Section, ...]) -> list[str]:
    html = "".join(part.html for part in parts)
    return [term for term in front.terms if f'href="#{anchor(term)}"' not in html]


def _wrong_front(front: Front) -> Iterator[tuple[str, str]]:
    if len(front.checks) != CHECKS:
        yield "checks", f"harus tepat {CHECKS} pertanyaan, sekarang {len(front.checks)}"
    for number, check in enumerate(front.checks):
        right = sum(option.right for option in check.options)
        if right != 1:
            yield f"checks[{number}].options", f"harus tepat satu jawaban benar, sekarang {right}"
    for slug, times in Counter(front.exercises).items():
        if times > 1:
            yield "exercises", f"{slug} disebut {times} kali"


def _wrong_body(body: str, first_line: int) -> Iterator[tuple[str, str]]:
    lines = body.splitlines()
    for number, fragment in raw_html(body):
        yield f"baris {first_line + number - 1}", f"HTML tidak diizinkan: {fragment}"
    for number, line in enumerate(lines, start=first_line):
        if line.startswith("# "):
            yield f"baris {number}", "judul modul berada di kepala berkas; mulailah dari ##"
    headings = [
        (number, line[3:].strip())
        for number, line in enumerate(lines, start=first_line)
        if line.startswith("## ")
    ]
    yield from _wrong_parts(headings)
    yield from _empty_parts(lines, headings, first_line)


def _wrong_parts(headings: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    titles = [title for _, title in headings]
    for number, title in headings:
        if title not in PARTS:
            yield f"baris {number}", f"bagian “{title}” tidak dikenal; yang dikenal: {', '.join(PARTS)}"
        elif titles.count(title) > 1:
            yield f"baris {number}", f"bagian “{title}” muncul lebih dari sekali"
    yield from (("isi", f"bagian “{part}” tidak ada") for part in PARTS if part not in titles)
    known = [(number, PARTS.index(title)) for number, title in headings if title in PARTS]
    for (_, earlier), (number, later) in pairwise(known):
        if later < earlier:
            yield f"baris {number}", f"bagian “{PARTS[later]}” seharusnya sebelum “{PARTS[earlier]}”"


def _empty_parts(
    lines: list[str], headings: list[tuple[int, str]], first_line: int
) -> Iterator[tuple[str, str]]:
    ends = [number for number, _ in headings[1:]] + [first_line + len(lines)]
    for (number, title), end in zip(headings, ends, strict=True):
        between = lines[number - first_line + 1 : end - first_line]
        if not any(line.strip() and not line.startswith("#") for line in between):
            yield f"baris {number}", f"bagian “{title}” masih kosong"
