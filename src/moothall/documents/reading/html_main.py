"""The part of a web page that is about something: menus, cookie notices, search boxes and feet taken off."""

from __future__ import annotations

import re
from typing import Any

from moothall.documents.reading import disclosures

_DROPPED_TAGS = (
    "script", "style", "noscript", "template", "nav", "button", "select", "input", "textarea", "iframe", "svg",
    "object", "embed", "head",
)  # fmt: skip
_DROPPED_ROLES = {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"}
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|skip(?:-?link|-?to-content|nav)?|social|share|sharing|navbar|"
    r"navigation|"
    r"nav|menu|megamenu|sidebar|site-?header|site-?footer|page-?footer|footer|masthead|pagination|pager|related-links|"
    r"back-to-top|feedback|print-?link|toolbar|login|search-?(?:box|form|bar))(?:[\s_-]|$)",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAIN_NAMES = (
    "modgov", "mgContent", "main-content", "maincontent", "main_content", "page-content", "pagecontent", "content-main",
    "content", "contentarea", "main",
)  # fmt: skip
_ENOUGH = 0.3
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)?[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*|\s*\d{4}$", re.IGNORECASE)
_COUNCILS_NAME = re.compile(
    r"(?:(?!Your|Our|The|About|Contact|My|Full|Visit)[A-Z][\w'’.&-]*)(?:\s+[\w'’.&-]+){0,7}\s+Council|"
    r"(?:London |Royal )Borough of [A-Z][\w ]+|City of [A-Z][\w ]+ Council"
)
_LONGEST_NAME = 70
_MOST_PLATES = 3
_ITEM_NUMBER = re.compile(r"[A-Z]{0,4}[./]?\d{1,4}[a-z]?\.?")
_FEWEST_ITEMS = 3
_PARTS_OF_AN_ITEM = 3


def find(root: Any, *, whole: bool = False) -> Any:
    """The element that holds the page's own matter; everything around it is taken out of the tree.

    ``whole`` for a page with nothing around its matter: only what is never shown is taken out.
    """
    body = root.find(".//body")
    body = root if body is None else body
    opened = disclosures.lay_open(root)
    _drop_never_shown(root, opened)
    if whole:
        return body
    before = max(1, _letters(body))
    named = _named_main(body)
    if named is not None and _letters(named) >= 40:
        _drop_around(named, before, inside_main=True)
        _lay_out_items(named)
        return named
    _drop_around(body, before, inside_main=False)
    guessed = _guessed_main(body)
    main = body if guessed is None else guessed
    _lay_out_items(main)
    return main


def _lay_out_items(main: Any) -> None:
    """Take a table that sets out a meeting's items, a number and its paragraphs a row, for the layout it is.

    Its cells are then read as paragraphs, with the number before the item's first words.
    """
    for table in main.iter("table"):
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        items = [row for row in rows if len(row) == 2 and _ITEM_NUMBER.fullmatch(_words(row[0]))]
        if len(items) < _FEWEST_ITEMS or not any(len(row[1]) >= _PARTS_OF_AN_ITEM for row in items):
            continue
        table.set("role", "presentation")
        for number, item in items:
            first = next(
                (part for part in item.iter() if isinstance(part.tag, str) and (part.text or "").strip()), None
            )
            if first is not None:
                first.text = f"{_words(number)} {(first.text or '').strip()}"
                _drop(number)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def name_plates(root: Any) -> list[str]:
    """The names of a council in the page's banners and feet, each once, as written: "Westmere Borough Council"."""
    found: dict[str, None] = {}
    for element in root.iter("header", "footer", "div"):
        called = (element.get("role") or "").lower()
        if element.tag != "div" or called in ("banner", "contentinfo"):
            for words in element.itertext("*"):
                plain = _COPYRIGHT.sub("", " ".join(words.split())).strip(" .|")
                if plain and len(plain) < _LONGEST_NAME and _COUNCILS_NAME.fullmatch(plain):
                    found.setdefault(plain)
    return list(found)[:_MOST_PLATES]


def title_outside(root: Any, main: Any) -> Any:
    """The page's first heading where it stands before its main part and not in a banner, else None."""
    if next(main.iter("h1"), None) is not None:
        return None
    first = next(root.iter("h1"), None)
    if first is None or any(parent.tag == "header" for parent in first.iterancestors()):
        return None
    return first


def _drop_never_shown(root: Any, opened: set[Any]) -> None:
    """Take out what no reader sees; ``opened`` are parts that are only folded up."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element in opened:
            continue
        hidden = element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true"
        if element.tag in ("body", "html"):
            continue
        if element.tag in _DROPPED_TAGS or hidden or _HIDDEN.search(element.get("style") or ""):
            _drop(element)


def _named_main(body: Any) -> Any:
    """The element the page itself calls its main part."""
    for element in body.iter():
        if isinstance(element.tag, str) and (element.tag == "main" or (element.get("role") or "").lower() == "main"):
            return element
    return None


def _drop_around(top: Any, letters: int, *, inside_main: bool) -> None:
    """Take out what is named as standing around; never the larger part of the page, whatever it is called."""
    for element in list(top.iterdescendants()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        around = (element.get("role") or "").lower() in _DROPPED_ROLES
        if element.tag in ("header", "footer", "aside") and not inside_main:
            around = around or not any(parent.tag in ("article", "main") for parent in element.iterancestors())
        called = _CAMEL.sub("-", f"{element.get('id') or ''} {element.get('class') or ''}")
        if (around or _AROUND.search(called)) and _letters(element) < 0.5 * letters:
            _drop(element)


def _guessed_main(body: Any) -> Any:
    """The element that by its name is the page's content, if it holds a fair part of the words."""
    letters = max(1, _letters(body))
    for name in _MAIN_NAMES:
        for element in body.iter():
            if not isinstance(element.tag, str):
                continue
            called = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
            if name.lower() in called and _letters(element) >= _ENOUGH * letters:
                return element
    articles = [element for element in body.iter("article") if _letters(element) >= 0.5 * letters]
    return articles[0] if articles else None


def _letters(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext("*"))


def _drop(element: Any) -> None:
    """Take an element out and leave the words that follow it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
