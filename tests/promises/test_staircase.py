"""A room imports only the rooms below it; the domain is pure; the public sees only publications."""

import ast
import sys

from tests.promises.source import PACKAGE, ROOMS, modules

CLOCKS = {"now", "utcnow", "today", "localdate", "localtime"}
FILES_AND_CHANCE = {"open", "input", "print", "exec", "eval", "__import__"}
IMPURE = {
    "os",
    "pathlib",
    "io",
    "random",
    "secrets",
    "socket",
    "subprocess",
    "sqlite3",
    "time",
    "tempfile",
    "urllib",
    "logging",
}


def test_every_package_is_a_room_of_the_house() -> None:
    packages = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}

    assert packages <= set(ROOMS)


def test_a_room_imports_only_the_rooms_below_it() -> None:
    upwards = [
        f"{module.where}:{line} imports {name}"
        for module in modules()
        for name, line in module.imports()
        if name.startswith("moothall.") and module.room and name.split(".")[1] in ROOMS
        if ROOMS.index(name.split(".")[1]) < ROOMS.index(module.room)
    ]

    assert upwards == []


def test_the_domain_uses_the_standard_library_only() -> None:
    foreign = [
        f"{module.where}:{line} imports {name}"
        for module in modules("domain")
        for name, line in module.imports()
        if not name.startswith("moothall.domain") and name != "moothall"
        and (name.split(".")[0] not in sys.stdlib_module_names or name.split(".")[0] in IMPURE)
    ]  # fmt: skip

    assert foreign == []


def test_reference_documents_and_corpus_need_no_django() -> None:
    bound = [
        f"{module.where}:{line} imports {name}"
        for module in modules("reference", "documents", "corpus")
        for name, line in module.imports()
        if name.split(".")[0] in {"django", "ninja", "psycopg", "gunicorn"}
    ]

    assert bound == []


def test_the_domain_opens_nothing_and_says_nothing() -> None:
    calls = [
        f"{module.where}:{node.lineno} calls {node.func.id}"
        for module in modules("domain")
        for node in module.nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FILES_AND_CHANCE
    ]

    assert calls == []


def test_only_views_tasks_and_commands_read_the_clock() -> None:
    may = {"tasks", "views", "commands", "run", "worker", "shell", "context", "access", "newest"}
    reads = [
        f"{module.where}:{node.lineno} reads the clock"
        for module in modules()
        if not may & set(module.name.split("."))
        for node in module.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and ast.unparse(node.func.value).split(".")[-1] in {"date", "datetime", "timezone", "dt"}
        and not (node.func.attr.startswith("local") and node.args)
    ]

    assert reads == []


def test_pages_never_reach_for_the_tables() -> None:
    reached = [
        f"{module.where}:{line} imports {name}"
        for module in modules("web")
        for name, line in module.imports()
        if name.startswith("moothall.apps.") and "models" in name.split(".")
    ]
    reached += [
        f"{module.where}:{node.lineno} uses .objects"
        for module in modules("web")
        for node in module.nodes
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
    ]

    assert reached == []


def test_the_public_and_the_api_see_only_publications() -> None:
    seen = [
        f"{module.where}:{line} imports {name}"
        for module in modules("web")
        if module.name.startswith(("moothall.web.public", "moothall.web.api"))
        for name, line in module.imports()
        if name.startswith("moothall.apps.") and name.split(".")[2] != "publications"
    ]

    assert seen == []


def test_the_import_rules_of_make_check_name_the_same_rooms() -> None:
    rules = (PACKAGE.parent.parent / ".importlinter").read_text()
    layers = rules.split("layers =")[1].split("exhaustive")[0].split()

    assert tuple(layer.strip("()") for layer in layers) == ROOMS
