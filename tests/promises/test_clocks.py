"""Every clock cites its provision and has a real case in its test."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from moothall.domain import clocks
from moothall.domain.provisions import Provision
from moothall.reference import authorities
from tests.promises.source import PACKAGE, ROOT

NAMES = sorted(
    path.stem for path in (PACKAGE / "domain" / "clocks").glob("*.py") if path.stem != "__init__"
)  # fmt: skip


def module_of(name: str) -> ModuleType:
    return importlib.import_module(f"moothall.domain.clocks.{name}")


def cases_of(name: str) -> list[Path]:
    return sorted((ROOT / "tests" / "domain").rglob(f"test_{name}*.py"))


def test_every_clock_is_in_the_list_of_clocks() -> None:
    source = Path(clocks.__file__).read_text()

    assert [name for name in NAMES if not re.search(rf"\b{name}\b", source)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_clock_cites_its_provisions_and_its_rule(name: str) -> None:
    clock = module_of(name)
    provisions = getattr(clock, "PROVISIONS", ())
    provisions = tuple(provisions.values()) if isinstance(provisions, dict) else provisions

    assert provisions, f"{name} has no PROVISIONS"
    assert all(isinstance(provision, Provision) for provision in provisions)
    assert re.fullmatch(r"[A-Z]+-[A-Z0-9]+(?:, [A-Z]+-[A-Z0-9]+)*", clock.RULE)


@pytest.mark.parametrize("name", NAMES)
def test_a_clock_is_held_against_a_real_case(name: str) -> None:
    councils = {authority.name for authority in authorities.all_authorities()}
    said = " ".join(path.read_text() for path in cases_of(name))

    assert cases_of(name), f"There is no tests/domain/**/test_{name}.py"
    assert any(re.search(rf"\b{re.escape(council)}\b", said) for council in councils), (
        f"no council in the tests of {name}"
    )
