"""Words that two people changed, as the page that asks which stay shows them, and the answers it brings back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from moothall.domain.merging import Agreed, Choice, Conflict, Merge
from moothall.domain.plans import AnswerStatus
from moothall.domain.sections import PROSE
from moothall.web.council.forms.plans import STATUS_WORDS, AnswerForm, OpeningForm

LABELS = {
    name: str(field.label)
    for form in (OpeningForm, AnswerForm)
    for name, field in form.base_fields.items()
    if name != "revision"
}
ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """One piece to choose: its field in the form, both texts, and the words around it."""

    name: str
    label: str
    mine: str
    theirs: str
    before: str
    after: str
    may_keep_both: bool
    chosen: str


def in_words(field: str, text: str) -> str:
    """What a part of a section says, as it is read."""
    return STATUS_WORDS[AnswerStatus(text)] if field == "status" else text


def asked(
    merges: Mapping[str, Merge],
    given: Mapping[str, str],
    *,
    labels: Mapping[str, str] = LABELS,
    prose: Collection[str] = PROSE,
    said: Callable[[str, str], str] = in_words,
) -> list[Asked]:
    """Every piece that wants a choice, in the order of the form, with what was chosen already."""
    found = []
    for field, merge in merges.items():
        for at, one in enumerate(merge.pieces):
            if isinstance(one, Conflict):
                name = f"piece-{field}-{at}"
                before, after = _agreed(merge.pieces[:at][::-1])[::-1], _agreed(merge.pieces[at + 1 :])
                around = " ".join(before), " ".join(after)
                mine, theirs = (said(field, text) for text in (one.mine, one.theirs))
                keeps = field in prose and bool(mine and theirs)
                found.append(
                    Asked(name, labels[field], mine, theirs, *around, keeps, given.get(name, ""))
                )  # fmt: skip
    return found


def chosen(merges: Mapping[str, Merge], given: Mapping[str, str]) -> dict[str, str] | None:
    """The words of every field under the choices that came back, or None where a piece has no choice yet."""
    words = {}
    for field, merge in merges.items():
        names = [f"piece-{field}-{at}" for at, one in enumerate(merge.pieces) if isinstance(one, Conflict)]
        answers = [given.get(ALL) or given.get(name, "") for name in names]
        if any(one not in set(Choice) for one in answers):
            return None
        words[field] = merge.chosen([Choice(one) for one in answers])
    return words


def _agreed(pieces: Sequence[Agreed | Conflict]) -> list[str]:
    """The agreed words from here on up to the next piece that wants a choice."""
    return [each.text for each in takewhile(lambda one: isinstance(one, Agreed), pieces) if isinstance(each, Agreed)]
