"""A file of everything about a plan: whom it is for, what it is read by, in which order, and what is set apart."""

from __future__ import annotations

from enum import StrEnum

from moothall.domain.refusals import Refusal

KEPT_DAYS = 90
"""How long the bytes of a file are kept. What it is made from, and the record of it, stay."""


class Purpose(StrEnum):
    """Whom a file is made for. It settles what is in its open part, what is set apart, and what is left out."""

    INTERNAL_AUDIT = "internal_audit"
    INFORMATION = "information"
    BEST_VALUE = "best_value"

    @property
    def label(self) -> str:
        """Whom it is for, as it stands in a sentence."""
        return {
            Purpose.INTERNAL_AUDIT: "internal audit",
            Purpose.INFORMATION: "a request for information",
            Purpose.BEST_VALUE: "a best-value inspector",
        }[self]

    @property
    def says(self) -> str:
        """What a file for this purpose holds, in a sentence or two."""
        return {
            Purpose.INTERNAL_AUDIT: "Everything about the plan that you may read. Part 2, where you may read it, lies "
            "in a folder of its own.",
            Purpose.INFORMATION: "What could be released. The names of officers other than the most senior, what is "
            "still being worked on, files that were not made public and Part 2 lie in a folder of their own, with a "
            "list of what is there and why. A person decides what is released.",
            Purpose.BEST_VALUE: "The plan, its decisions, its progress and its evidence. Drafts, comments and mail are "
            "left out, and the file says so.",
        }[self]


class Chapter(StrEnum):
    """A part of the account, in the order in which it is read."""

    ROUND = "round"
    PLAN = "plan"
    REPORT = "report"
    AGREEMENTS = "agreements"
    ROUTE = "route"
    NOTICES = "notices"
    DECISIONS = "decisions"
    LINEAGE = "lineage"
    PUBLICATION = "publication"
    RETURN = "return"
    DEPARTMENT = "department"
    PROGRESS = "progress"
    EVIDENCE = "evidence"
    COMMENTS = "comments"
    WORKING = "working"
    PEOPLE = "people"

    @property
    def heading(self) -> str:
        """The heading of the part."""
        return {
            Chapter.ROUND: "The letter, the round and the council",
            Chapter.PLAN: "The plan and its versions",
            Chapter.REPORT: "The covering report",
            Chapter.AGREEMENTS: "Sign-offs and implications",
            Chapter.ROUTE: "The route, its meetings and its dates",
            Chapter.NOTICES: "Notices, agendas and the hand-over",
            Chapter.DECISIONS: "Decisions, call-in and scrutiny",
            Chapter.LINEAGE: "From the text members saw",
            Chapter.PUBLICATION: "Publication",
            Chapter.RETURN: "The return and its receipts",
            Chapter.DEPARTMENT: "Later days, questions and replies",
            Chapter.PROGRESS: "Progress, reviews and closing",
            Chapter.EVIDENCE: "Evidence and what was read",
            Chapter.COMMENTS: "Comments and settled remarks",
            Chapter.WORKING: "Work in hand: text shared, marked and sent about",
            Chapter.PEOPLE: "People and their roles",
        }[self]


UNFINISHED = frozenset({Chapter.COMMENTS, Chapter.WORKING})
"""Chapters of what was not finished: set apart for a request for information, left out for an inspector."""


def check_asked(why: str, *, is_making: bool) -> None:
    """Raise a Refusal without a word what the file is for, or while another of this council's is being made."""
    if not why.strip():
        raise Refusal(
            "It is not said what the file is needed for.",
            next_step="Say it in a sentence: the audit, the request or the visit. It stands in the record.",
        )
    if is_making:
        raise Refusal("A file is being made already.", next_step="Wait until it is made, then ask for the next.")
