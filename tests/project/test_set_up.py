"""Setting up: once, from the locks, and with a plain sentence where it cannot be done."""

import json
import sys
from pathlib import Path

import pytest

from tools import set_up


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project that has its locks and nothing else, with steps that only say that they were taken."""
    taken = tmp_path / "taken"
    (tmp_path / "requirements").mkdir()
    for name in ("setup.txt", "base.txt", "dev.txt"):
        (tmp_path / "requirements" / name).write_text(name)
    venv = tmp_path / ".venv"
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setattr(set_up, "PYTHON", venv / "python")
    monkeypatch.setattr(set_up, "STAMP", venv / "stamp.json")
    monkeypatch.setattr(set_up, "STYLES", tmp_path / "styles")
    monkeypatch.setattr(set_up, "BUILT", [tmp_path / "built.css"])

    def took(step: str) -> None:
        venv.mkdir(exist_ok=True)
        (venv / "python").touch()
        (tmp_path / "built.css").touch()
        taken.write_text(taken.read_text() + step + "\n" if taken.exists() else step + "\n")

    monkeypatch.setattr(set_up, "make_environment", lambda clock: took("environment"))
    monkeypatch.setattr(set_up, "install_packages", lambda kind, clock: took(f"{kind} packages"))
    monkeypatch.setattr(set_up, "build_assets", lambda clock: took("assets"))
    return tmp_path


def steps(copy: Path) -> list[str]:
    taken = (copy / "taken").read_text().split("\n")[:-1] if (copy / "taken").exists() else []
    (copy / "taken").unlink(missing_ok=True)
    return taken


def test_the_first_time_takes_every_step_and_the_second_takes_none(copy: Path) -> None:
    set_up.set_up(dev=False)
    first = steps(copy)

    set_up.set_up(dev=False)

    assert first == ["environment", "base packages", "assets"]
    assert steps(copy) == []


def test_a_changed_lock_installs_packages_again_and_leaves_the_assets(copy: Path) -> None:
    set_up.set_up(dev=False)
    steps(copy)

    (copy / "requirements" / "base.txt").write_text("another version")
    set_up.set_up(dev=False)

    assert steps(copy) == ["environment", "base packages"]


def test_packages_for_tests_are_kept_when_the_product_is_started_afterwards(copy: Path) -> None:
    set_up.set_up(dev=True)
    steps(copy)

    set_up.set_up(dev=False)

    assert steps(copy) == []
    assert "dev" in json.loads(set_up.STAMP.read_text())


def test_assets_taken_away_by_hand_are_built_again(copy: Path) -> None:
    set_up.set_up(dev=False)
    steps(copy)

    (copy / "built.css").unlink()
    set_up.set_up(dev=False)

    assert steps(copy) == ["environment", "assets"]


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "version", "3.9.2 (main)")

    status = set_up.main()

    assert status == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("Resolved 42 packages in 1ms\nPrepared 40 packages in 2.51s", 2.51), ("Prepared 3 packages in 820ms", 0.82),
     ("Prepared 90 packages in 1m 2.5s", 62.5), ("Installed 40 packages in 90ms", 0.0)],
)  # fmt: skip
def test_downloads_are_told_apart_by_what_uv_says(said: str, seconds: float) -> None:
    assert set_up._fetched(said) == pytest.approx(seconds)
