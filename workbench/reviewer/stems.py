"""One form for the many forms of an Indonesian word, so that texts can be compared.

Light on purpose: a wrong cut ("kawasan" to "awas") does more harm than a missed one, so a prefix or a
suffix falls only when a known root or at least four letters remain (domain 8.6).
"""

from functools import cache, lru_cache

from workbench.reviewer.text import read
from workbench.reviewer.vocabulary import load

_SUFFIXES = ("kannya", "annya", "inya", "nya", "kan", "an", "i")
_PREFIXES = (
    ("memper", ""), ("diper", ""), ("keber", ""), ("ketidak", ""), ("penye", "se"), ("menye", "se"),
    ("peny", "s"), ("meny", "s"), ("peng", ""), ("peng", "k"), ("meng", ""), ("meng", "k"),
    ("pem", ""), ("pem", "p"), ("mem", ""), ("mem", "p"), ("pen", ""), ("pen", "t"), ("men", ""),
    ("men", "t"), ("pel", "l"), ("pe", ""), ("me", ""), ("per", ""), ("ber", ""), ("be", ""),
    ("ter", ""), ("di", ""), ("ke", ""), ("se", ""),
)  # fmt: skip


MAX_LETTERS, MAX_WORDS = 4_000, 400


def split(text: str) -> list[str]:
    """The members of a comma-separated list."""
    return [part.strip() for part in text.split(",") if part.strip()]


@cache
def _whole() -> dict[str, str]:
    """Word to its form: words that stay whole, and words that are another form of one."""
    lexicon = load("stems")
    forms = {word: word for word in split(lexicon["whole"])}
    for form, others in lexicon["same"].items():
        forms[form] = form
        for other in split(others):
            forms[other] = form
    return forms


@cache
def little_words() -> frozenset[str]:
    """Words that join others and are passed over when texts are compared."""
    return frozenset(split(load("stems")["little"]))


@cache
def _roots() -> frozenset[str]:
    return frozenset(split(load("stems")["roots"]))


def _cuts(word: str) -> list[str]:
    """What may remain of a word, the longest cut of the suffix first."""
    stripped = [word] + [word[: -len(s)] for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 3]
    found = []
    for base in stripped:
        found.append(base)
        once = _without_prefix(base)
        found.extend(once)
        found.extend(cut for shorter in once if len(shorter) > 5 for cut in _without_prefix(shorter))
    return found


def _without_prefix(word: str) -> list[str]:
    return [
        instead + word[len(prefix) :]
        for prefix, instead in _PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) >= 2
    ]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The form under which a lower-case word is compared: "pengelolaan" is "kelola"."""
    whole = _whole()
    if word in whole:
        return whole[word]
    if len(word) <= 4 or word[0].isdigit():
        return word
    cuts = _cuts(word)
    roots = _roots()
    for cut in cuts:
        if cut in whole:
            return whole[cut]
        if cut in roots:
            return cut
    long_enough = [cut for cut in cuts if len(cut) >= 5]
    return min(long_enough, key=len) if long_enough else word


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, folded. A cell longer than `MAX_WORDS` is cut, so that none is slow."""
    return read(text[:MAX_LETTERS]).plain[:MAX_WORDS]


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """The words of a text in the form under which they are compared, without the little joining words."""
    little = little_words()
    return tuple(stem(word) for word in words(text) if word not in little)
