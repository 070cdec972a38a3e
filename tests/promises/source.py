"""The project's own source, read as trees. Promises are asked of this, so that new code is held to them by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "moothall"
ROOMS = ("project", "web", "apps", "corpus", "documents", "reference", "domain")


@dataclass(frozen=True)
class Module:
    """One file of Python: its path, its dotted name and its tree."""

    path: Path
    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room it stands in; empty for the package itself."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    @property
    def where(self) -> str:
        """The path as a person would type it."""
        return str(self.path.relative_to(ROOT))

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of its tree, walked once for all that is asked of it."""
        return tuple(ast.walk(self.tree))

    def imports(self) -> Iterator[tuple[str, int]]:
        """Every module imported anywhere in the file, with the line. ``from a import b`` gives ``a`` and ``a.b``."""
        package = self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                if node.level:
                    above = package.split(".")[: len(package.split(".")) - node.level + 1]
                    base = ".".join([*above, base] if base else above)
                yield base, node.lineno
                yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)

    def docstrings(self) -> set[int]:
        """The identities of the nodes that are docstrings, which are prose and not what the program does."""
        holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        return {
            id(node.body[0].value)
            for node in self.nodes
            if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
        }

    def shown_days(self) -> set[int]:
        """The identities of the nodes that hold a day for show: under ``example=``, and the version of a rule."""
        shown = [node.value for node in self.nodes if isinstance(node, ast.keyword) and node.arg == "example"]
        shown += [
            node.value
            for node in self.nodes
            if isinstance(node, ast.Assign)
            and any(isinstance(to, ast.Name) and to.id == "VERSION" for to in node.targets)
        ]
        return {id(inner) for value in shown for inner in ast.walk(value)}

    def strings(self, *, shown_days: bool = True) -> Iterator[tuple[str, int]]:
        """Every string the program uses, with its line; docstrings left out, and days for show where that is asked."""
        prose = self.docstrings() | (set() if shown_days else self.shown_days())
        for node in self.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
                yield node.value, node.lineno

    def identifiers(self) -> Iterator[tuple[str, int]]:
        """Every name the file gives to anything, with its line."""
        for node in self.nodes:
            if isinstance(node, ast.Name):
                yield node.id, node.lineno
            elif isinstance(node, ast.Attribute):
                yield node.attr, node.lineno
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield node.name, node.lineno
            elif isinstance(node, ast.arg):
                yield node.arg, node.lineno
            elif isinstance(node, ast.keyword) and node.arg:
                yield node.arg, node.value.lineno


@cache
def modules(*rooms: str) -> tuple[Module, ...]:
    """The modules of these rooms (all rooms where none is named), without migrations."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(path, name, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(module for module in found if not rooms or module.room in rooms)


def texts(*suffixes: str) -> Iterator[tuple[str, str]]:
    """The path and text of the package's other files with these endings: templates, scripts, styles, data."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in suffixes and path.is_file() and not {"vendor", "fonts", "__pycache__"} & set(path.parts):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
