"""Recommendations and limbs in words, with the verb that decides in bold."""

from __future__ import annotations

import pytest

from moothall.documents.layouts.resolutions import letter, limb_words, recommendation
from moothall.documents.writing.document import Items, Paragraph, plain
from moothall.domain.decisions import Limb, Verb
from moothall.domain.reports import Recommendation


def bold(part: object) -> list[str]:
    assert isinstance(part, Paragraph)
    return [span.text for span in part.words if span.bold]


def test_a_recommendation_keeps_its_own_words_and_each_limbs_verb_is_bold_once() -> None:
    text = "That Cabinet notes the plan, which notes risks, and approves it for publication."
    asked = Recommendation("A", text, (Limb(Verb.NOTE, "the plan"), Limb(Verb.APPROVE, "it")))

    (part,) = recommendation(asked, "Cabinet")

    assert isinstance(part, Paragraph) and plain(part.words) == text
    assert bold(part) == ["notes", "approves"]


def test_a_verb_inside_a_delegation_is_not_taken_for_the_limbs_own() -> None:
    text = "That Cabinet delegates authority to approve changes."

    (part,) = recommendation(Recommendation("1", text, (Limb(Verb.DELEGATE, "authority"),)), "Cabinet")

    assert bold(part) == ["delegates"]


def test_not_is_no_form_of_note() -> None:
    (part,) = recommendation(Recommendation("1", "That Council does not object.", (Limb(Verb.NOTE, ""),)), "Council")

    assert bold(part) == []


def test_a_lead_in_that_ends_in_a_colon_is_followed_by_its_limbs() -> None:
    asked = Recommendation("1", "That Cabinet:", (Limb(Verb.NOTE, "the plan"), Limb(Verb.ENDORSE, "it")))

    _, limbs = recommendation(asked, "Cabinet", "a)")

    assert isinstance(limbs, Items)
    assert [(item.label, plain(item.words)) for item in limbs.items] == [
        ("a)", "notes the plan; and"),
        ("b)", "endorses it."),
    ]


def test_a_condition_and_a_delegate_are_said_with_the_limb() -> None:
    limb = Limb(Verb.DELEGATE, "authority to finish the text", "after consulting the Leader", ("the chief executive",))

    assert plain(limb_words(limb)) == (
        "delegates to the chief executive authority to finish the text, after consulting the Leader"
    )
    assert plain(limb_words(limb, resolved=True)).startswith("delegated to")


@pytest.mark.parametrize(
    ("place", "form", "said"),
    [(0, "(a)", "(a)"), (25, "a)", "z)"), (26, "a.", "aa."), (0, "A", "A"), (27, "A", "AB")],
)
def test_letters_go_on_after_z(place: int, form: str, said: str) -> None:
    assert letter(place, form) == said
