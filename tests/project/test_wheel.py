"""The built wheel carries everything a server needs: no Node, no copy of the source."""

import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.promises.source import ROOT
from tools import set_up

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from a copy of the source with its assets."""
    if not all(path.exists() for path in set_up.BUILT):
        pytest.fail("The assets are not built: run make setup.")
    copy = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, copy / name)
    build = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation", "--wheel-dir", "out", "-q"]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    (wheel,) = (copy / "out").glob("moothall-*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_carries_styles_script_fonts_and_their_licences(carried: set[str]) -> None:
    vendor = "moothall/web/components/static/vendor/"

    assert {f"{vendor}moothall.css", f"{vendor}govuk-frontend.min.js"} <= carried
    assert any(name.startswith(f"{vendor}fonts/") and name.endswith(".woff2") for name in carried)
    assert any(name.startswith("moothall/documents/writing/fonts/") for name in carried)


def test_the_wheel_carries_every_template_and_every_file_of_data(carried: set[str]) -> None:
    kinds = {".html", ".json", ".csv", ".typ", ".py"}
    wanted = {
        str(path.relative_to(ROOT / "src"))
        for path in (ROOT / "src" / "moothall").rglob("*")
        if path.suffix in kinds and "__pycache__" not in path.parts
    }

    assert sorted(wanted - carried) == []


def test_the_wheel_carries_no_tests_and_no_data_of_anybody(carried: set[str]) -> None:
    assert [
        name for name in carried if name.startswith(("tests/", "tools/", "var/")) or name.endswith(".sqlite3")
    ] == []
