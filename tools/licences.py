"""The licences of everything Moothall is installed with: none may be AGPL, or GPL with no other choice."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("setup.txt", "base.txt", "dev.txt")
# Said in the package itself where its metadata says nothing that a program can read; each was read by a person.
READ_BY_HAND: dict[str, str] = {}
REFUSED = re.compile(r"\b(AGPL|GPL|Affero|GNU General Public)", re.IGNORECASE)
LESSER = re.compile(r"\bL(?:esser )?GPL[\w.-]*|GNU (?:Lesser|Library)[\w ]*", re.IGNORECASE)
CHOICE = re.compile(r"\s+OR\s+|/|;\s*or\s+|,\s*or\s+", re.IGNORECASE)


def locked() -> list[str]:
    """The names in the Python locks, without those of another platform."""
    names = set()
    for lock in LOCKS:
        for line in (ROOT / "requirements" / lock).read_text().splitlines():
            found = re.match(r"([A-Za-z0-9._-]+)==\S+( ;.*)?", line)
            if found and not re.search(r"win32|>= '3\.12'", found[2] or ""):
                names.add(found[1])
    return sorted(names)


def licence_of(package: Distribution) -> str:
    """What a package says of its licence, as short as it says it; empty where it says nothing."""
    said = package.metadata
    expression = said.get("License-Expression") or ""
    if expression:
        return expression
    classed = [line.split(" :: ")[-1] for line in said.get_all("Classifier") or [] if line.startswith("License ::")]
    classed = [line for line in classed if line != "OSI Approved"]
    if classed:
        return " OR ".join(classed)
    return (said.get("License") or "").strip().split("\n")[0][:80]


def is_refused(licence: str) -> bool:
    """Whether every choice this licence leaves is AGPL or GPL. The lesser GPL is taken, unmodified."""
    choices = CHOICE.split(licence.strip(" ()"))
    return all(REFUSED.search(LESSER.sub("", choice)) for choice in choices)


def node_packages() -> dict[str, str]:
    """Each locked Node package and its licence."""
    lock = ROOT / "package-lock.json"
    if not lock.exists():
        return {}
    packages = json.loads(lock.read_text())["packages"]
    return {name.removeprefix("node_modules/"): str(kept.get("license", "")) for name, kept in packages.items() if name}


def python_packages() -> dict[str, str]:
    """Each locked Python package and its licence."""
    said = {}
    for name in locked():
        try:
            said[name] = READ_BY_HAND.get(name) or licence_of(distribution(name))
        except PackageNotFoundError:
            said[name] = ""
    return said


def faults() -> list[str]:
    """One sentence for every package whose licence is refused or unknown."""
    found = []
    for name, licence in {**python_packages(), **node_packages()}.items():
        if not licence or licence.upper() == "UNKNOWN":
            found.append(
                f"{name} does not say its licence, or is not installed: after make setup-dev, read it and note it here."
            )
        elif is_refused(licence):
            found.append(f"{name} is under {licence}, which Moothall does not install.")
    return found


if __name__ == "__main__":
    problems = faults()
    print(
        "\n".join(problems)
        or f"{len(python_packages()) + len(node_packages())} packages, none under AGPL or GPL alone."
    )
    sys.exit(bool(problems))
