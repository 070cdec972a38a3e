"""Officer time, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence, because


def _switched(said: Details, names: Names) -> str:
    done = "switched the recording of officer time on" if said.get("after") else "switched officer time off"
    return f"{done}: {str(said.get('words', '')).strip().rstrip('.')}"


def _hours(said: Details, which: str) -> str:
    time = said.get(which) or {}
    return f"{time.get('hours', 0)} hours, {time.get('post', '')}, {time.get('stage', '')}, {time.get('when', '')}"


TOLD: dict[str, Sentence] = {
    "hours.switched": _switched,
    "hours.entered": lambda said, names: f"entered officer time {said.get('number')}: {_hours(said, 'after')}",
    "hours.corrected": lambda said, names: (
        f"corrected officer time {said.get('corrects')} to {_hours(said, 'after')}{because(said)}"
    ),
    "hours.taken_back": lambda said, names: f"took back officer time {said.get('number')}{because(said)}",
}
