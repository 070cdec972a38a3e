"""What was asked outside the council and what the department said, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence, day, some


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


def _point(said: Details, names: Names) -> str:
    point = f"recommendation {said.get('number')} of the department"
    title = said.get("title") or said.get("part")
    if said.get("what") == "matched":
        return f"said that {point} speaks of “{title}”"
    if said.get("what") == "unmatched":
        return f"said that {point} does not speak of {title}"
    if said.get("what") == "done":
        return f"recorded that {point} was done on {day(said.get('on'))}"
    response = {"accepted": "accepted", "partly": "accepted in part", "no": "not accepted"}[str(said.get("response"))]
    return f"recorded our response to {point}: {response}"


def _filed(said: Details, names: Names) -> str:
    points = some(len(said.get("points") or ()), "recommendation")
    return f"filed what {said.get('from_whom')} said of the plan, with {points}"


def _of_a_promise(said: Details, names: Names) -> str:
    found = f"number {said.get('number')} of what was promised"
    reason = str(said.get("reason") or "").strip().rstrip(".")
    if said.get("what") == "changed":
        return f"gave {found} to {said.get('post')}, due {day(said.get('due_on'))}: {reason}"
    return f"recorded {found} as {said.get('what')} on {day(said.get('on'))}: {reason}"


TOLD: dict[str, Sentence] = {
    "correspondence.asked": lambda said, names: (
        f"recorded question {said.get('number')}, asked of {said.get('whom')} on {day(said.get('on'))}"
    ),
    "correspondence.followed": _followed,
    "correspondence.shared": _shared,
    "follow_up.promised": lambda said, names: (
        f"took up what was promised, “{said.get('text')}”, for {said.get('post')} by {day(said.get('due_on'))}"
    ),
    "follow_up.followed": _of_a_promise,
    "reply.filed": _filed,
    "reply.point": _point,
    "reply.reported": lambda said, names: (
        f"recorded that {said.get('body')} was told on {day(said.get('on'))} what the department said"
    ),
}
