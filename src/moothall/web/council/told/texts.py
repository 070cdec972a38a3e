"""The texts of the plan and what their changes rest on, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence, because, day, some

_GROUNDS = {
    "meeting": "an amendment at the meeting",
    "delegation": "a change under a delegation",
    "correction": "a correction",
}


def _accounted(said: Details, names: Names) -> str:
    what = _GROUNDS.get(str(said.get("ground")), "an authority")
    places = said.get("places") or ()
    return f"said that {some(len(places), 'change')} to the text, made by {said.get('made_by')}, rest on {what}"


def _told(said: Details, names: Names) -> str:
    return f"recorded that {said.get('to')} were told on {day(said.get('on'))} what {said.get('made_by')} changed"


TOLD: dict[str, Sentence] = {
    "text.resolved_named": lambda said, names: (
        f"said that version {said.get('after')} is the text {said.get('body')} resolved on"
    ),
    "change.accounted": _accounted,
    "change.confirmed": lambda said, names: f"confirmed what the change made by {said.get('made_by')} rests on",
    "change.account_taken_back": lambda said, names: (
        f"took back what the change made by {said.get('made_by')} was said to rest on{because(said)}"
    ),
    "change.reported_back": _told,
}
