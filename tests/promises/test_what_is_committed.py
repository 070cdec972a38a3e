"""Nothing of a machine or a registry is committed; nothing is installed under a licence we refuse."""

import pytest

from tools import licences, tidy


def test_nothing_committed_belongs_to_a_machine_or_a_registry() -> None:
    assert tidy.faults(tidy.tracked()) == []


@pytest.mark.parametrize(
    "line",
    [
        '"resolved": "ht' + 'tps://registry.example/a.tgz"',
        "--index" + "-url https://mirror.example/simple",
        "/home" + "/somebody/moothall",
        "-----BEGIN " + "PRIVATE KEY",
    ],
)
def test_what_must_not_be_committed_is_found(line: str) -> None:
    assert any(pattern.search(line) for pattern in tidy.PATTERNS.values())


def test_no_package_is_under_a_licence_we_refuse() -> None:
    assert licences.faults() == []


@pytest.mark.parametrize(
    ("licence", "is_refused"),
    [
        ("AGPL-3.0-or-later", True),
        ("GPL-3.0-only", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("LGPL-3.0-only", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MIT OR GPL-2.0-or-later", False),
        ("MPL-2.0", False),
    ],
)
def test_a_licence_is_refused_only_where_it_leaves_no_other_choice(licence: str, is_refused: bool) -> None:
    assert licences.is_refused(licence) is is_refused
