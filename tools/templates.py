"""Looks over the page templates: each must parse, and hold nothing that the content policy or our own words forbid."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import jinja2

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "src" / "moothall"
RULES = {
    r"<script(?![^>]*\bsrc=)[^>]*>": "a script in the page, which the content policy refuses: put it in a file",
    r"<style\b|\sstyle=[\"']": "a style in the page, which the content policy refuses: put it in the style sheet",
    r"\son[a-z]+=[\"']": "an event handler in the page, which the content policy refuses",
    r"\|\s*safe\b|autoescape\s+false": "text let through unescaped: hand in Markup from code that knows it is safe",
    r"href=[\"'](?:#|javascript:)[\"']": "a link that goes nowhere: use a button",
    r"<img\b(?![^>]*\balt=)": "a picture without alt",
    r"target=[\"']_blank[\"'](?![^>]*\brel=)": "a new tab without rel",
    r"<(?:center|font|marquee|blink)\b": "an element of looks: use a class",
    r"tabindex=[\"'][1-9]": "an order of focus of its own",
}
WORDS = {
    r"[A-Za-z]!(?!=)": "an exclamation mark",
    r"\b[Pp]lease\b": "a please",
    r"\b[Ss]uccessfully\b": "a successfully",
    r"\b[Cc]lick here\b": "a link that does not say where it goes",
}
PARSER = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])


def faults_in(name: str, text: str) -> list[str]:
    """One line for every fault of one template, with its place."""
    try:
        PARSER.parse(text)
    except jinja2.TemplateSyntaxError as problem:
        return [f"{name}:{problem.lineno}: does not parse: {problem.message}"]
    prose = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<[^>]*>", lambda hit: _blank(hit[0]), text, flags=re.S)
    markup = re.sub(r"\{#.*?#\}", lambda hit: _blank(hit[0]), text, flags=re.S)
    found = []
    for rules, where in ((RULES, markup), (WORDS, prose)):
        for pattern, why in rules.items():
            for hit in re.finditer(pattern, where):
                found.append(f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {why}")
    return found


def _blank(text: str) -> str:
    """As many characters and lines, with nothing in them."""
    return re.sub(r"[^\n]", " ", text)


def faults() -> list[str]:
    """One line for every fault in any template."""
    paths = sorted(path for path in FOLDER.rglob("*.html") if "static" not in path.parts)
    return [line for path in paths for line in faults_in(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))]


if __name__ == "__main__":
    problems = faults()
    print("\n".join(problems) or "Every template parses and keeps the rules.")
    sys.exit(bool(problems))
