"""Every template compiles, has a title, and asks nothing of another host or of inline code."""

import re
from pathlib import Path

import pytest

from workbench.content import folder

TEMPLATES = sorted(folder("templates").rglob("*.html"))
STATIC = sorted((Path(__file__).parents[1] / "workbench" / "static").rglob("*.*"))
names = pytest.mark.parametrize(
    "path", TEMPLATES, ids=lambda path: path.relative_to(folder("templates")).as_posix()
)


@names
def test_it_compiles(app, path: Path):
    app.jinja_env.get_template(path.relative_to(folder("templates")).as_posix())


@names
def test_a_full_page_has_a_title(path: Path):
    text = path.read_text(encoding="utf-8")
    if '{% extends "base.html" %}' in text:
        assert "{% block title %}" in text


@names
def test_it_holds_no_inline_code_and_no_foreign_address(path: Path):
    """The content security policy would refuse them; a hall without internet would miss them."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "inline script"
    assert not re.search(r"\son[a-z]+=", text), "inline handler"
    assert not re.search(r"\sstyle=", text), "inline style"
    assert "<style" not in text
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text), "another host"
    assert "|safe" not in text.replace(" ", ""), "only prose.py makes Markup"


@names
def test_its_texts_go_through_gettext(path: Path):
    """Words between tags that no `_()` wraps would never be translated."""
    text = re.sub(
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->", " ", path.read_text(encoding="utf-8"), flags=re.S
    )
    bare = re.findall(r">([^<>]+)<", text)
    words = [piece.strip() for piece in bare if re.search(r"[A-Za-zÀ-ÿ]{3,}", piece)]
    assert [word for word in words if word not in {"Bimtek", "Workbench", "· Bimtek Workbench"}] == []


@pytest.mark.parametrize("path", STATIC, ids=lambda path: path.name)
def test_a_static_file_asks_nothing_of_another_host(path: Path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://(?!www\.w3\.org/)", text)
