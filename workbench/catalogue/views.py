"""The rules of the reviewer as pages: what each finds, why it matters, how to mend it."""

import re

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.catalogue.coming_back import way
from workbench.catalogue.examples import bad_examples, good_examples
from workbench.catalogue.standing import in_own_classes
from workbench.prose import render
from workbench.reviewer import rules
from workbench.reviewer.findings import Principle, Severity
from workbench.reviewer.rules.pages import FENCE, Page
from workbench.web.labels import COLUMNS, PRINCIPLES

bp = Blueprint("catalogue", __name__, url_prefix="/aturan")

_HOLE = re.compile(r"[“\"]?\{[a-z_]+\}[”\"]?")


def pages() -> list[Page]:
    """The page of every rule, in reading order."""
    return [page for name in rules.names() if (page := rules.page(name))]


def without_holes(sentence: str) -> str:
    """A sentence of a page with an ellipsis where a review puts the user's own words."""
    return _HOLE.sub("…", sentence)


def _speaks_of(page: Page, words: list[str]) -> bool:
    """Whether every word occurs somewhere on the page."""
    text = " ".join((page.name, page.title, page.summary, page.advice, *page.sections.values())).lower()
    return all(word in text for word in words)


@bp.get("/")
def index() -> str:
    """Every rule by principle; `?cari=` words, `?asas=` one principle, `?tingkat=` one severity."""
    query = request.args.get("cari", "")[:200].strip()
    principle = request.args.get("asas", "")
    severity = request.args.get("tingkat", "")
    found = [
        page
        for page in pages()
        if _speaks_of(page, query.lower().split())
        and (principle not in set(Principle) or page.principle == principle)
        and (severity not in set(Severity) or page.severity == severity)
    ]
    groups = [(name, [page for page in found if page.principle == name]) for name in Principle]
    return render_template(
        "catalogue/index.html",
        groups=[group for group in groups if group[1]],
        count=len(found),
        total=len(rules.names()),
        query=query,
        principle=principle,
        severity=severity,
        principles=PRINCIPLES,
        severities=tuple(Severity),
        without_holes=without_holes,
    )


@bp.get("/<name>")
def rule(name: str) -> ResponseReturnValue:
    """The page of one rule; a former name leads to it. `?dari=` is the page that led here."""
    page = rules.page(name) or abort(404)
    if page.name != name:
        return redirect(url_for("catalogue.rule", name=page.name, dari=request.args.get("dari")), 301)
    prose = {title: render(FENCE.sub("", text)) for title, text in page.sections.items()}
    order = rules.names()
    place = order.index(page.name)
    back = way(request.args.get("dari", "")) if current_user.is_authenticated else None
    neighbours = [order[place - 1] if place else None, order[place + 1] if place + 1 < len(order) else None]
    return render_template(
        "catalogue/rule.html",
        page=page,
        prose=prose,
        bad=bad_examples(page.name),
        good=good_examples(page.name),
        before=rules.page(neighbours[0]) if neighbours[0] else None,
        after=rules.page(neighbours[1]) if neighbours[1] else None,
        columns=COLUMNS,
        principles=PRINCIPLES,
        without_holes=without_holes,
        back=back,
        own_classes=in_own_classes(page),
    )
