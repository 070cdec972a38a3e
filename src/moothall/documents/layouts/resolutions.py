"""What members are asked to resolve, or resolved: recommendations and limbs, with their verbs in bold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import Item, Items, Paragraph, Span, Words, words
from moothall.domain.decisions import Limb, Verb
from moothall.domain.reports import Recommendation

THIRD_PERSON = {
    Verb.APPROVE: "approves",
    Verb.ENDORSE: "endorses",
    Verb.NOTE: "notes",
    Verb.AGREE: "agrees",
    Verb.ADOPT: "adopts",
    Verb.DELEGATE: "delegates",
    Verb.RECOMMEND: "recommends",
    Verb.AMEND: "amends",
}
PAST = {
    Verb.APPROVE: "approved",
    Verb.ENDORSE: "endorsed",
    Verb.NOTE: "noted",
    Verb.AGREE: "agreed",
    Verb.ADOPT: "adopted",
    Verb.DELEGATE: "delegated",
    Verb.RECOMMEND: "recommended",
    Verb.AMEND: "amended",
}


def letter(place: int, form: str = "(a)") -> str:
    """The letter of the item at this place, counted from 0, in the form shown: "(a)", "a)", "a." or "A"."""
    name = ""
    place += 1
    while place:
        place, left = divmod(place - 1, 26)
        name = chr(ord("a") + left) + name
    return form.replace("a", name) if "a" in form else form.replace("A", name.upper())


def recommendation(asked: Recommendation, body: str, letters: str = "(a)") -> tuple[Paragraph | Items, ...]:
    """One recommendation. Its own text is kept as written; limbs are lettered where the text only leads in to them."""
    text = asked.text.strip()
    if text and not (text.endswith(":") and asked.limbs):
        return _as_written(text, asked.limbs)
    if not asked.limbs:
        return ()
    lead = text or f"That {body or 'the meeting'}"
    if len(asked.limbs) == 1 and not text:
        return (Paragraph((Span(f"{lead} "), *limb_words(asked.limbs[0]), Span("."))),)
    return (Paragraph(words(lead)), Items(limb_items(asked.limbs, letters)))


def limb_items(limbs: Sequence[Limb], letters: str = "(a)", *, resolved: bool = False) -> tuple[Item, ...]:
    """The limbs as a lettered list that reads as one sentence; ``resolved`` ones in the past tense."""
    last = len(limbs) - 1
    ends = ["." if at == last else "; and" if at == last - 1 else ";" for at in range(len(limbs))]
    return tuple(
        Item((*limb_words(limb, resolved=resolved), Span(end)), letter(at, letters))
        for at, (limb, end) in enumerate(zip(limbs, ends, strict=True))
    )


def limb_words(limb: Limb, *, resolved: bool = False) -> Words:
    """One limb: its verb in bold, to whom where it delegates, what about, and its condition. No full stop."""
    to = f" to {_joined(limb.delegates)}" if limb.delegates and limb.verb is Verb.DELEGATE else ""
    about = f" {limb.object.strip().rstrip('.;')}" if limb.object.strip() else ""
    condition = f", {limb.condition.strip().rstrip('.;')}" if limb.condition.strip() else ""
    handed = f" (delegated to {_joined(limb.delegates)})" if limb.delegates and limb.verb is not Verb.DELEGATE else ""
    verb = (PAST if resolved else THIRD_PERSON)[limb.verb]
    return (Span(verb, bold=True), Span(f"{to}{about}{condition}{handed}"))


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _as_written(text: str, limbs: Sequence[Limb]) -> tuple[Paragraph | Items, ...]:
    left = [limb.verb for limb in limbs]
    return tuple(
        Paragraph(_marked("".join(span.text for span in part.words), left)) if isinstance(part, Paragraph) else part
        for part in paragraphs(text)
    )


def _marked(text: str, left: list[Verb]) -> Words:
    """The text with the first use of each limb's verb in bold; verbs inside a delegation are no limb's own."""
    spans: list[Span] = []
    at = 0
    while left:
        found = re.compile(rf"\b{_stem(left[0])}\b", re.IGNORECASE).search(text, at)
        if found is None:
            left.pop(0)
            continue
        spans += [Span(text[at : found.start()]), Span(found.group(), bold=True)]
        at = found.end()
        left.pop(0)
    return (*spans, Span(text[at:]))


def _stem(verb: Verb) -> str:
    root = verb.value.removesuffix("e")
    return rf"{root}(?:e|es|ed)" if verb.value.endswith("e") else rf"{root}(?:s|ed)?"
