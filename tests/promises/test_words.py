"""The house's words: no drawer without a name, no exclamation, no please, nothing done successfully."""

import ast
import re

import pytest

from tests.promises.source import PACKAGE, ROOT, modules
from tools import templates

DRAWERS = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "base",
    "core",
    "manager",
    "managers",
    "service",
    "services",
    "handler",
    "handlers",
}
UNWANTED = re.compile(r"\b[Pp]lease\b|\b[Ss]uccessfully\b|[a-z]!(?:\s|$)")


def test_no_file_or_folder_is_a_drawer() -> None:
    found = [
        str(path.relative_to(ROOT))
        for folder in (PACKAGE, ROOT / "tests", ROOT / "tools")
        for path in folder.rglob("*.py")
        if DRAWERS & {part.lower() for part in path.relative_to(ROOT).with_suffix("").parts}
    ]

    assert found == []


def test_no_class_or_function_is_named_as_a_drawer() -> None:
    last = re.compile(r"(?:[a-z](?:Utils?|Helpers?|Manager|Service|Handler)|_(?:utils?|helpers?|misc|common))$")
    found = [
        f"{module.where}:{node.lineno} {node.name}"
        for module in modules()
        for node in module.nodes
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and last.search(node.name)
    ]

    assert found == []


def test_no_sentence_of_the_code_begs_or_cheers() -> None:
    found = [
        f"{module.where}:{line} {text[:60]!r}"
        for module in modules()
        if module.room in {"web", "apps", "domain", "project"}
        for text, line in module.strings()
        if " " in text and UNWANTED.search(text)
    ]

    assert found == []


def test_every_template_parses_and_keeps_the_rules() -> None:
    assert templates.faults() == []


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("<p>{% if %}</p>", "does not parse"),
        ("<script>go()</script>", "a script in the page"),
        ('<p style="color: red">x</p>', "a style in the page"),
        ("{{ text|safe }}", "unescaped"),
        ('<img src="a.png">', "without alt"),
        ("<p>Saved!</p>", "an exclamation mark"),
        ("<p>Please wait</p>", "a please"),
    ],
)
def test_a_template_that_breaks_a_rule_is_found(template: str, why: str) -> None:
    found = templates.faults_in("page.html", template)

    assert len(found) == 1
    assert why in found[0]


def test_a_template_that_keeps_the_rules_is_let_be() -> None:
    text = '{# Please! #}<script src="{{ static("a.js") }}"></script>{% if a != b %}<p>{{ plan.title }}</p>{% endif %}'

    assert templates.faults_in("page.html", text) == []
