"""Parts of a web page that fold up behind a button, as accordions do: laid open, each under its button as a heading."""

from __future__ import annotations

import re
from typing import Any

_HEADS = frozenset(f"h{level}" for level in range(1, 7))
_FOLDED = re.compile(r"accordion|collaps|disclosure|expander|toggle|tab-?panel", re.IGNORECASE)
# Buttons that work on all the parts, or only say which way the arrow points.
_NO_NAME = re.compile(
    r"(?:(?:show|open|expand|hide|close|collapse|toggle|view|read)\b(?: (?:all|this|more|less|section|sections|details|"
    r"content|panel|\W))*|menu|search|[-+\W]*)\W*",
    re.IGNORECASE,
)
_AROUND = frozenset({"nav", "header", "footer", "form", "dialog"})
_MENU = re.compile(r"menu|nav|search|cookie|consent|share|social|language|filter", re.IGNORECASE)
_LONGEST = 160


def lay_open(root: Any) -> set[Any]:
    """Turn each button that a part folds up behind into a heading, and return the parts that are folded up.

    A button counts inside a heading that has no other words, or where it says itself that it opens what follows.
    """
    folded = {each.get("id"): each for each in root.iter() if isinstance(each.tag, str) and each.get("id")}
    opened = {each for each in root.iter() if isinstance(each.tag, str) and (each.get("role") or "") == "tabpanel"}
    for button in list(root.iter("button", "summary")):
        heading = next((parent for parent in button.iterancestors() if parent.tag in _HEADS), None)
        if _NO_NAME.fullmatch(_words(button)) or (heading is not None and _words(heading) != _words(button)):
            continue  # "Menu", or "Copy link" beside a heading's own words
        if heading is None and not _opens_what_follows(button):
            continue
        part = folded.get(button.get("aria-controls"))
        opened |= {each for each in (part, _next(heading if heading is not None else button)) if each is not None}
        _drop_state(button)
        button.tag = "span" if heading is not None else "h3"
    return opened


def _opens_what_follows(button: Any) -> bool:
    """Whether a button outside a heading folds up the words behind it, and is not of a menu or the page's frame."""
    if any(parent.tag in _AROUND or _MENU.search(_called(parent)) for parent in (button, *button.iterancestors())):
        return False
    if len(_words(button)) > _LONGEST:
        return False
    if button.tag == "summary":
        return True
    is_state = button.get("aria-expanded") is not None or _next(button) is not None
    return is_state and _FOLDED.search(_called(button)) is not None


def _next(element: Any) -> Any:
    """The part that follows a button or its heading, where its name or role says that it folds up; else None."""
    after = element.getnext()
    if after is None or not isinstance(after.tag, str) or _MENU.search(_called(after)):
        return None
    is_part = (after.get("role") or "").lower() in ("region", "tabpanel") or _FOLDED.search(_called(after))
    return after if is_part or re.search(r"(?:^|[\s_-])panel", _called(after), re.IGNORECASE) else None


def _drop_state(button: Any) -> None:
    """Take out what a button says of its own state: "Show", "Hide this section"."""
    for inner in list(button.iterdescendants()):
        said = isinstance(inner.tag, str) and _words(inner)
        if said and _NO_NAME.fullmatch(said) and said != _words(button):
            tail, inner.tail = inner.tail, None
            for each in list(inner):
                inner.remove(each)
            inner.text, inner.tail = None, tail


def _called(element: Any) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
