"""What the documentation names, the code has: settings, make targets, commands and their options, files, links."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.promises.source import PACKAGE, ROOT

PAGES = sorted(
    path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if "node_modules" not in path.parts
)  # fmt: skip
SETTINGS = ROOT / "docs" / "reference" / "settings.md"


def text_of(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def code_in(text: str) -> list[str]:
    """Every line of code of a page: in fenced blocks, and between single backticks."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.S | re.M)
    lines = [line.strip() for block in fenced for line in block.splitlines()]
    return lines + re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.S | re.M))


def read_by_the_environment() -> set[str]:
    """The names of the variables that `environment.py` reads."""
    tree = ast.parse((PACKAGE / "project" / "environment.py").read_text())
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"os.environ.get", "_yes", "_whole"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def test_the_page_of_settings_lists_exactly_the_settings_there_are() -> None:
    first_table = text_of(SETTINGS).split("## When working")[0]
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", first_table, flags=re.M))

    assert listed == read_by_the_environment()
    assert "MOOTHALL_FOLDER" in listed


def read_by_the_tests() -> set[str]:
    """The names of the variables that steer the tests alone."""
    return set(re.findall(r'environ\.get\("(MOOTHALL_[A-Z_]+)"', text_of(ROOT / "tests" / "browsing.py")))


def test_every_setting_named_anywhere_in_the_documentation_exists() -> None:
    named = set(re.findall(r"\bMOOTHALL_[A-Z_]+\b", text_of(*PAGES)))

    assert named <= read_by_the_environment() | read_by_the_tests()


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text()
    return set(re.findall(r"^([a-z-]+):", makefile, flags=re.M))


def test_every_make_target_named_in_the_documentation_exists() -> None:
    named = {target for line in code_in(text_of(*PAGES)) for target in re.findall(r"^make ([a-z][a-z-]*)", line)}

    assert named <= targets()
    assert {"run", "test", "check"} <= named


def test_the_newcomers_page_names_the_promised_targets() -> None:
    promised = {"setup", "run", "test", "check", "bench"}

    assert {target for target in promised if f"make {target}" not in text_of(ROOT / "README.md")} == set()


def commands() -> list[str]:
    return sorted({line for line in code_in(text_of(*PAGES)) if re.match(r"moothall [a-z-]", line)})


@cache
def help_of(*words: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", "from moothall.project.shell import main; main()", *words, "--help"]
    return subprocess.run(call, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("line", commands())
def test_every_command_and_option_in_the_documentation_exists(line: str) -> None:
    words = line.split()[1:]
    plain = [word for word in words[:2] if re.fullmatch(r"[a-z-]+", word)]
    helps = [help_of(*plain[:count]) for count in range(1, len(plain) + 1)]
    said = "\n".join(shown.stdout for shown in helps if shown.returncode == 0)

    assert helps and helps[0].returncode == 0, helps[0].stderr if helps else "names no command"
    assert [option for option in re.findall(r"(?<!\S)--[a-z-]+", line) if option not in said] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text_of(page))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_named_as_code_exists(page: Path) -> None:
    named = [
        line for line in code_in(text_of(page)) if re.fullmatch(r"(?:src|docs|tests|tools|requirements)/[\w./-]+", line)
    ]

    assert [path for path in named if not (ROOT / path).exists() and "NAME" not in path] == []
