"""Evidence by best-value theme, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence


def _away(said: Details, names: Names) -> str:
    why = str(said.get("why", "")).strip().rstrip(".")
    return f"took “{said.get('title')}” away from the best-value theme {said.get('theme')}: {why}"


TOLD: dict[str, Sentence] = {
    "best_value.chosen": lambda said, names: (
        f"chose “{said.get('title')}” as evidence for the best-value theme {said.get('theme')}"
    ),
    "best_value.added": lambda said, names: (
        f"added “{said.get('title')}” as evidence for the best-value theme {said.get('theme')}"
    ),
    "best_value.taken_away": _away,
}
