"""What was asked outside the council and what the department said, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence, day


def _followed(said: Details, names: Names) -> str:
    asked = f"question {said.get('number')} to {said.get('whom')}"
    if said.get("what") == "taken_back":
        return f"took back {asked}: {str(said.get('words', '')).strip().rstrip('.')}"
    if said.get("what") == "chased":
        return f"recorded that {asked} was chased on {day(said.get('on'))}"
    return f"recorded that {said.get('who')} answered {asked} on {day(said.get('on'))}"


def _shared(said: Details, names: Names) -> str:
    if not said.get("after"):
        return f"stopped sharing the answer to question {said.get('number')} with the round"
    how = "with the council’s name" if said.get("is_named") else "without the council’s name"
    return f"shared the answer to question {said.get('number')} with everyone in the round, {how}"


TOLD: dict[str, Sentence] = {
    "correspondence.asked": lambda said, names: (
        f"recorded question {said.get('number')}, asked of {said.get('whom')} on {day(said.get('on'))}"
    ),
    "correspondence.followed": _followed,
    "correspondence.shared": _shared,
}
