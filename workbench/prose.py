"""Markdown to safe HTML: the one place that makes Markup out of written content.

Raw HTML in a text is shown as text, never obeyed; what remains passes an allow-list once more.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_ATTRIBUTES = {
    "a": {"href", "title", "class"},
    "th": {"align", "scope"},
    "td": {"align"},
    "ol": {"start"},
    **{heading: {"id"} for heading in HEADINGS},
}
_TAGS = {
    *("a", "blockquote", "br", "code", "del", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"),
    *("table", "thead", "tbody", "tr", "th", "td", *HEADINGS),
}
_SCROLLS = '<div class="table-scroll" role="group" aria-label="Tabel" tabindex="0"><table class="table">'

#: Where a term is left alone: it would be a link in a link, or noise in a heading.
_PLAIN = {"a", "code", "pre", "th", *HEADINGS}

_TAG = re.compile(r"<(?:/?(?!https?:|mailto:)[a-zA-Z][^<>]*>|!--)")
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text that begins with a `##` heading: its title, its anchor, and what follows."""

    title: str
    anchor: str
    html: Markup


def render(text: str, terms: Mapping[str, str] | None = None, top: int = 3) -> Markup:
    """Markdown as HTML that is safe to put into a page.

    `terms` are glossary terms with their explanation: the first place of each is underlined with dots and
    leads to its entry (see `glossary`). The largest heading of the text becomes `top` (2 for `<h2>`), and
    smaller ones follow it, so that no text ever brings a second `<h1>`. Wide tables scroll in a box of
    their own. Tables, emphasis, lists, quotes, code, links and ~~deletion~~ are known;
    straight quotation marks become round ones.
    """
    levels = [len(marks) for marks in re.findall(r"^(#{1,6})\s", text, flags=re.MULTILINE)]
    shift = max(top, 1) - min(levels) if levels else 0
    html = nh3.clean(
        _converter(terms or {}, shift).convert(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "http", "mailto"},
        link_rel=None,
    )
    html = html.replace("<table>", _SCROLLS).replace("</table>", "</table></div>")
    html = html.replace("<th>", '<th scope="col">').replace("<th align", '<th scope="col" align')
    return Markup(html)  # noqa: S704 (the allow-list above has made it safe)


def sections(text: str, terms: Mapping[str, str] | None = None) -> tuple[Section, ...]:
    """A text cut at its `##` headings; what stands before the first one is left out."""
    parts = re.split(r'<h2 id="([^"]*)">(.*?)</h2>', render(text, terms, top=2))
    return tuple(
        Section(Markup(title).striptags(), anchor, Markup(html))  # noqa: S704 (cut from what is safe)
        for anchor, title, html in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    )


def anchor(term: str) -> str:
    """The address of a glossary entry within its page."""
    return "istilah-" + slugify(term, "-")


def glossary(terms: Mapping[str, str]) -> Markup:
    """The terms with their explanations, as the list that dotted words lead to."""
    entries = Markup("\n").join(
        Markup('<div id="{}"><dt>{}</dt><dd>{}</dd></div>').format(anchor(term), term, meaning)
        for term, meaning in sorted(terms.items(), key=lambda entry: entry[0].lower())
    )
    return Markup('<dl class="glossary">\n{}\n</dl>').format(entries) if terms else Markup("")


def raw_html(text: str) -> Iterator[tuple[int, str]]:
    """Line number and fragment of every piece of HTML typed into a Markdown text."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in _TAG.finditer(_CODE.sub("", line)):
            yield number, found.group()


def joined(text: str) -> str:
    """A text in which a number never stands on another line than its percent sign."""
    return re.sub(r"(?<=\d) (?=%)", "\N{NO-BREAK SPACE}", text)


def plain(text: str) -> str:
    """The words of a Markdown text without its marks, on one line."""
    return " ".join(render(text).striptags().split())


def _converter(terms: Mapping[str, str], shift: int) -> Markdown:
    converter = Markdown(
        extensions=["tables", "sane_lists", "smarty", "toc", "pymdownx.betterem", "pymdownx.tilde"],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "smarty": {"smart_dashes": False, "smart_ellipses": False},
            "toc": {"baselevel": shift + 1, "slugify": slugify, "toc_depth": 6},
            "pymdownx.tilde": {"subscript": False},
        },
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    # after inline marks have become elements (20), before the tree is written out
    converter.treeprocessors.register(_Joints(converter), "joints", 8)
    converter.treeprocessors.register(_Terms(converter, terms), "terms", 7)
    return converter


class _Joints(Treeprocessor):
    """A number and its percent sign stay on one line."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = joined(element.text or "")
            element.tail = joined(element.tail or "")


class _Terms(Treeprocessor):
    """The first place of each glossary term becomes a link to its entry."""

    def __init__(self, converter: Markdown, terms: Mapping[str, str]) -> None:
        super().__init__(converter)
        self.waiting = {term: (_pattern(term), meaning) for term, meaning in terms.items()}

    def run(self, root: Element) -> None:
        if self.waiting:
            self._visit(root)

    def _visit(self, element: Element) -> None:
        if element.tag in _PLAIN:
            return
        index = self._link(element, None, 0)
        while index < len(element):
            child = element[index]
            self._visit(child)
            index = self._link(element, child, index + 1)

    def _link(self, parent: Element, before: Element | None, index: int) -> int:
        """Link terms in the text that follows `before` in `parent`; where the next child now stands."""
        while found := self._first((parent.text if before is None else before.tail) or ""):
            term, match = found
            text = match.string
            _pattern_of_term, meaning = self.waiting.pop(term)
            link = Element("a", {"class": "term", "href": f"#{anchor(term)}", "title": meaning})
            link.text, link.tail = match.group(), text[match.end() :]
            if before is None:
                parent.text = text[: match.start()]
            else:
                before.tail = text[: match.start()]
            parent.insert(index, link)
            before, index = link, index + 1
        return index

    def _first(self, text: str) -> tuple[str, re.Match[str]] | None:
        found = [(term, match) for term, (how, _) in self.waiting.items() if (match := how.search(text))]
        # the longest of those that begin first: "sasaran strategis" before "sasaran"
        return min(found, key=lambda each: (each[1].start(), -len(each[0])), default=None)


def _pattern(term: str) -> re.Pattern[str]:
    # abbreviations as they are written, words in any case
    flags = re.IGNORECASE if term.islower() else 0
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", flags)
