"""The way back from the committee system: where the agenda, the item and the minutes stand on the council's pages."""

from __future__ import annotations

import re
from enum import StrEnum

from moothall.domain.refusals import Refusal

LONGEST = 500
_ADDRESS = re.compile(r"https://(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d{1,5})?(?:[/?#][\x21-\x7e]*)?", re.I)


class LinkKind(StrEnum):
    """What an address leads to."""

    AGENDA = "agenda"
    ITEM = "item"
    MINUTES = "minutes"

    @property
    def label(self) -> str:
        """What it leads to, as it stands in a sentence."""
        return {"agenda": "the agenda", "item": "the item", "minutes": "the minutes"}[self.value]


def host_of(address: str) -> str:
    """The host of an address in small letters, empty where it is no address of the web over https."""
    found = _ADDRESS.fullmatch(address.strip())
    return found["host"].lower() if found else ""


def check_address(address: str) -> None:
    """Raise a Refusal unless this is an https address with a named host, without a sign-in name or spaces in it."""
    tidy = address.strip()
    if not tidy:
        raise Refusal("There is no address.", next_step="Copy it from the page, and paste it here.")
    if len(tidy) > LONGEST:
        raise Refusal(f"The address has more than {LONGEST} characters.", next_step="Copy the shorter one of the page.")
    if not tidy.lower().startswith("https://"):
        raise Refusal(
            "The address does not begin with https://.", next_step="Copy it from the page, beginning with https://."
        )
    if not host_of(tidy):
        raise Refusal(
            "This is not an address of a page: its host must be a name such as democracy.example.gov.uk.",
            next_step="Copy it from the page again, without a name or password in it.",
        )


def check_correction(before: str, address: str, reason: str) -> None:
    """Raise a Refusal for a correction that changes nothing, or that says no word why."""
    if before == address.strip():
        raise Refusal("This is the address that stands already.", next_step="Enter the other one, or leave it.")
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say in a few words why the address changes.")
