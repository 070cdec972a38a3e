"""What the pages are dressed in holds nothing that is the government's own, and asks nobody else for anything."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "src" / "moothall" / "web" / "components" / "static"
STYLES = STATIC / "vendor" / "moothall.css"


@pytest.fixture(scope="module")
def css() -> str:
    """The stylesheet as it is built at set-up."""
    if not STYLES.exists():
        pytest.fail("The stylesheet is not built: run make setup.")
    return STYLES.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", ["GDS Transport", "crest", "crown"])
def test_nothing_served_holds_the_fonts_or_marks_of_the_government(word: str) -> None:
    files = [path for path in STATIC.rglob("*") if path.is_file()]

    assert len(files) > 5
    assert [path.name for path in files if word.lower().replace(" ", "") in path.name.lower().replace("-", "")] == []
    texts = [path for path in files if path.suffix in {".css", ".js", ".svg"}]
    assert [path.name for path in texts if word.lower() in path.read_text(encoding="utf-8").lower()] == []


def test_the_stylesheet_fetches_nothing_from_elsewhere_and_every_font_it_names_is_there(css: str) -> None:
    addresses = [found.strip("\"'") for found in re.findall(r"url\(([^)]*)\)", css)]

    assert addresses
    assert [one for one in addresses if re.match(r"(https?:)?//", one)] == []
    fonts = [one for one in addresses if one.endswith(".woff2")]
    assert fonts and all((STYLES.parent / one).exists() for one in fonts)


def test_a_council_can_set_its_colour_by_five_variables(css: str) -> None:
    assert all(f"--mh-{name}:" in css for name in ("accent", "deep", "mid", "mark", "tint"))
    assert "var(--mh-accent)" in css


def test_the_lock_of_the_npm_packages_holds_no_address_of_a_registry() -> None:
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert '"integrity"' in lock
