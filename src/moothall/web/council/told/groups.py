"""Working groups and their base texts, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence, because, day, some


def _group(said: Details) -> str:
    return f"the working group “{said.get('group')}”"


def _answered(said: Details, names: Names) -> str:
    return f"{'joined' if said.get('joins') else 'declined to join'} {_group(said)}{because(said)}"


def _telling(said: Details, names: Names) -> str:
    told = sum(bool(one) for one in (said.get("after") or {}).values())
    return f"chose what {_group(said)} may see of us: {some(told, 'thing')}"


def _settled(said: Details, names: Names) -> str:
    did = {
        "taken": "took “{}” from edition {} of the base text into the plan",
        "own_words": "settled “{}” on edition {} of the base text, with our own words",
        "declined": "declined “{}” of edition {} of the base text",
    }[str(said.get("how"))]
    return did.format(said.get("title"), said.get("edition")) + because(said)


def _proposed(said: Details, names: Names) -> str:
    whose = f", on behalf of {said['outside']}" if said.get("outside") else ""
    return f"proposed words for “{said.get('title')}” to {_group(said)}{whose}{because(said)}"


def _answer(said: Details, names: Names) -> str:
    did = {"taken": "took", "declined": "declined", "withdrawn": "withdrew"}[str(said.get("answer"))]
    return f"{did} the words proposed for “{said.get('title')}” of {_group(said)}{because(said)}"


TOLD: dict[str, Sentence] = {
    "group.started": lambda said, names: f"started {_group(said)}{' from a file' if said.get('is_from_file') else ''}",
    "group.council_invited": lambda said, names: f"asked {said.get('council')} to join {_group(said)}",
    "group.answered": _answered,
    "group.left": lambda said, names: f"left {_group(said)}{because(said)}",
    "group.editors_chosen": lambda said, names: (
        f"chose who edits the base text of {_group(said)}: {', '.join(said.get('after') or ())}"
    ),
    "group.told": _telling,
    "base_text.written": lambda said, names: f"wrote “{said.get('title')}” in the base text of {_group(said)}",
    "base_text.edition_made": lambda said, names: (
        f"made edition {said.get('number')} of the base text of {_group(said)}{because(said)}"
    ),
    "base_text.brought_in": lambda said, names: (
        f"brought {some(len(said.get('numbers') or ()), 'edition')} of {_group(said)} in from a file"
    ),
    "base_text.frozen": lambda said, names: (
        f"froze the base text of {_group(said)} until {day(said.get('until_on'))}{because(said)}"
    ),
    "base_text.thawed": lambda said, names: f"thawed the base text of {_group(said)}",
    "base_text.taken": lambda said, names: (
        f"took {some(len(said.get('keys') or ()), 'section')} of edition {said.get('edition')} of {_group(said)}"
        " into the plan"
    ),
    "base_text.settled": _settled,
    "base_text.proposed": _proposed,
    "base_text.proposal_answered": _answer,
}
