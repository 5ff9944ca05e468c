"""The reading lexicon keeps its shape: sorted, lower case, nothing twice, a head comment in every file."""

import pytest

from workbench.reviewer.text import fold
from workbench.reviewer.vocabulary import FOLDER, load

FILES = (
    "families",
    "impacts",
    "languages",
    "measures",
    "objectives",
    "objects",
    "pairs",
    "polarity",
    "predicates",
    "spelling",
    "statements",
    "target_words",
    "units",
    "vague",
)


@pytest.mark.parametrize("name", FILES)
def test_every_list_is_sorted_and_folded(name: str) -> None:
    for key, entries in load(name).items():
        assert all(isinstance(entry, str) for entry in entries), f"{name}.{key} holds an unquoted yes or no"
        words = list(entries)
        assert words == sorted(set(words)), f"{name}.{key}"
        assert words == [word.lower() for word in words], f"{name}.{key}"


@pytest.mark.parametrize("name", [*FILES, "grades"])
def test_every_file_says_what_it_holds(name: str) -> None:
    first = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")


def test_no_word_is_both_a_slip_and_a_spelling() -> None:
    table = load("spelling")
    assert not set(table["slips"]) & set(table["variants"])
    for typed, meant in {**table["variants"], **table["slips"]}.items():
        assert typed != meant
        assert fold(meant) == meant, f"{typed} leads to {meant}, which is folded again"
