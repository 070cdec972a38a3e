"""Every deed is one action, in one transaction, with one line in the record, and is undone together with its line."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.promises.source import Module, modules

Function = ast.FunctionDef


def deeds() -> Iterator[tuple[Module, Function]]:
    """The public functions of `apps/*/actions*.py` that a person does at a time: keyword-only ``by`` and ``at``."""
    for module in modules("apps"):
        if not module.path.name.startswith("actions") or module.name.startswith("moothall.apps.audit."):
            continue
        for node in module.tree.body:
            if isinstance(node, Function) and not node.name.startswith("_"):
                keyword_only = {argument.arg for argument in node.args.kwonlyargs}
                if "by" in keyword_only:
                    yield module, node


def lines(body: list[ast.stmt]) -> tuple[int, int]:
    """The fewest and the most audit lines that a run through these statements can write before it returns."""
    fewest, most = 0, 0
    for statement in body:
        low, high = _lines_of(statement)
        fewest, most = fewest + low, most + high
        if isinstance(statement, ast.Return | ast.Raise):
            break
    return fewest, most


def _lines_of(statement: ast.stmt) -> tuple[int, int]:
    if isinstance(statement, ast.If):
        ways = [lines(statement.body), lines(statement.orelse)]
        if statement.body and isinstance(statement.body[-1], ast.Raise):
            ways = ways[1:]
        return min(low for low, _ in ways), max(high for _, high in ways)
    if isinstance(statement, ast.For | ast.While):
        _, high = lines(statement.body)
        return 0, high * 100
    if isinstance(statement, ast.With):
        return lines(statement.body)
    if isinstance(statement, ast.Try):
        return lines([*statement.body, *statement.orelse, *statement.finalbody])
    count = sum(_is_record(node) for node in ast.walk(statement))
    return count, count


def _is_record(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {"audit.record", "record"}


def _is_idempotent(function: Function) -> bool:
    """Whether it says that doing it twice changes nothing, and so may write no line the second time."""
    words = (ast.get_docstring(function) or "").lower()
    return any(phrase in words for phrase in ("already", "changes nothing", "stays as it is", "twice"))


ALL = list(deeds())
NAMES = [f"{module.name.split('.')[2]}.{function.name}" for module, function in ALL]


def test_there_are_deeds_to_hold_to_this() -> None:
    assert len(ALL) > 10


@pytest.mark.parametrize(("module", "function"), ALL, ids=NAMES)
def test_a_deed_is_told_by_whom_and_when_and_nothing_by_place(module: Module, function: Function) -> None:
    keyword_only = {argument.arg for argument in function.args.kwonlyargs}

    assert {"by", "at"} <= keyword_only
    assert not function.args.args, f"{module.where}: the arguments of {function.name} are keyword-only"


@pytest.mark.parametrize(("module", "function"), ALL, ids=NAMES)
def test_a_deed_stands_in_one_transaction(module: Module, function: Function) -> None:
    decorators = {ast.unparse(decorator) for decorator in function.decorator_list}

    assert "transaction.atomic" in decorators, f"{module.where}:{function.lineno}"


@pytest.mark.parametrize(("module", "function"), ALL, ids=NAMES)
def test_a_deed_writes_exactly_one_line(module: Module, function: Function) -> None:
    fewest, most = lines(function.body)

    assert most == 1, f"{module.where}:{function.lineno} can write {most} lines"
    assert fewest == 1 or _is_idempotent(function), f"{module.where}:{function.lineno} can write none"


def test_nothing_else_writes_to_the_record() -> None:
    outside = [
        f"{module.where}:{node.lineno}"
        for module in modules("web", "project", "documents", "corpus")
        for node in module.nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record"
    ]

    assert outside == []


def test_no_deed_hides_in_a_signal_or_in_save() -> None:
    hidden = [
        f"{module.where}:{line} imports {name}"
        for module in modules("apps", "web")
        for name, line in module.imports()
        if name.startswith("django.db.models.signals") or name == "django.dispatch.receiver"
    ]
    hidden += [
        f"{module.where}:{method.lineno} gives save() a meaning"
        for module in modules("apps")
        if module.path.name == "models.py"
        for kind in module.nodes
        if isinstance(kind, ast.ClassDef)
        for method in kind.body
        if isinstance(method, ast.FunctionDef) and method.name in {"save", "delete"} and not _only_refuses(method)
    ]

    assert hidden == []


def _only_refuses(method: ast.FunctionDef) -> bool:
    """Whether all it does is raise: a row of the record that may not be changed says so itself."""
    return all(isinstance(statement, ast.Raise | ast.Expr | ast.If) for statement in method.body) and any(
        isinstance(node, ast.Raise) for node in ast.walk(method)
    )
