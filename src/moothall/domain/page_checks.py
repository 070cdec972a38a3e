"""Whether a page where a plan was published still answers and still says the same, judged from what came back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.refusals import Refusal


class Page(StrEnum):
    """Whose page it is."""

    OURS = "ours"
    COUNCIL = "council"


class Found(StrEnum):
    """What a look at a page found. Only ``SAME`` says that all is well."""

    SAME = "same"
    LINKED = "linked"
    DIFFERS = "differs"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"

    @property
    def words(self) -> str:
        """What was found, in words."""
        return _WORDS[self]

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to look."""
        return self in (Found.SAME, Found.LINKED)


_WORDS = {
    Found.SAME: "Says the same",
    Found.LINKED: "Leads to the plan",
    Found.DIFFERS: "Does not say the same",
    Found.GONE: "Gone",
    Found.UNREACHABLE: "Could not be reached",
    Found.REFUSED: "Not looked at",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look found: in a word, in a sentence, and which file or text was compared."""

    found: Found
    said: str
    status: int | None = None
    went_through: tuple[str, ...] = ()
    sha256: str = ""


def same_words(page: str, texts: Iterable[str]) -> tuple[int, int]:
    """How many of the texts stand on the page word for word, and how many there are; spaces and case aside."""
    shown, some = folded(page), [folded(text) for text in texts if folded(text)]
    return sum(text in shown for text in some), len(some)


def folded(text: str) -> str:
    """Words without what differs from one way of setting them to another: case, spaces, quotation marks, bullets."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w£%.]+", " ", plain.replace("_", " ")).strip()


def by_words(page: str, texts: Iterable[str]) -> Looked:
    """Whether a page that is no file of ours says what the plan says, judged by its words alone."""
    there, count = same_words(page, texts)
    if count and there == count:
        return Looked(Found.SAME, "Every passage of the plan stands on the page, word for word.")
    if not there:
        return Looked(Found.DIFFERS, "None of the plan’s passages stand on the page.")
    return Looked(Found.DIFFERS, f"{there} of the plan’s {count} passages stand on the page; the others do not.")


def check_page_address(address: str) -> str:
    """The address without spaces around it; empty stays empty. Raises a Refusal for anything but http and https."""
    found = address.strip()
    if found and not re.fullmatch(r"https?://[^\s/@]+(?:/\S*)?", found, re.IGNORECASE):
        raise Refusal(
            "That is no address of a web page.",
            next_step="Give the whole address, beginning with https, without a name and password in it.",
        )
    return found


def check_days(days: int) -> None:
    """Raise a Refusal for a number of days that is not between 1 and 365."""
    if not 1 <= days <= 365:
        raise Refusal("The number of days is not between 1 and 365.", next_step="Give a number such as 10.")
