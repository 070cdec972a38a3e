"""What somebody typed into the search box, as terms that no database can take for a command."""

import re
from dataclasses import dataclass

MARK, UNMARK = "\x02", "\x03"
"""Around what was found. No text holds them: they are taken out of every passage before it is kept."""

MOST_TERMS = 20
MOST_CHARACTERS = 300
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_SAYS_SOMETHING = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase in order. ``is_open`` is the last word while it may still be in the typing."""

    text: str
    is_open: bool = False


def clean(text: str) -> str:
    """The text on one line, without characters that no database keeps or that mark what was found."""
    return " ".join(_CONTROL.sub(" ", text).split())


def terms(words: str) -> tuple[Term, ...]:
    """The terms that must all be found: words, and what stands in double quotes as a phrase.

    The last word also finds what begins with it. Terms without a letter or figure are left out, and so is all that
    goes beyond MOST_CHARACTERS and MOST_TERMS.
    """
    typed = clean(words)[:MOST_CHARACTERS].translate(_QUOTES)
    found = [(phrase or word, bool(word)) for phrase, word in _TERM.findall(typed)]
    said = [(text, is_word) for text, is_word in found if _SAYS_SOMETHING.search(text)][:MOST_TERMS]
    return tuple(Term(text, is_word and at == len(said)) for at, (text, is_word) in enumerate(said, start=1))


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"'})
