"""Copies the document fonts, with their licences, from installed npm packages into the package."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "moothall" / "documents" / "writing" / "fonts"
WANTED = {
    "source-serif": (
        "TTF/SourceSerif4-Regular.ttf",
        "TTF/SourceSerif4-It.ttf",
        "TTF/SourceSerif4-Semibold.ttf",
        "TTF/SourceSerif4-SemiboldIt.ttf",
        "TTF/SourceSerif4Display-Semibold.ttf",
    ),
    "source-sans": (
        "TTF/SourceSans3-Regular.ttf",
        "TTF/SourceSans3-It.ttf",
        "TTF/SourceSans3-Semibold.ttf",
        "TTF/SourceSans3-SemiboldIt.ttf",
    ),
    "dejavu-fonts-ttf": ("ttf/DejaVuSans.ttf", "ttf/DejaVuSans-Bold.ttf"),  # what the other two cannot show
}
LICENCES = {"dejavu-fonts-ttf": "LICENSE"}


def copy_fonts(modules: Path, target: Path = TARGET) -> list[Path]:
    """Copy the static instances the PDF writer uses, and each family's licence, and return what was written.

    Raises FileNotFoundError, naming the file, where a package is missing or is laid out otherwise.
    """
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for package, names in WANTED.items():
        licence = LICENCES.get(package, "LICENSE.md")
        for name in (*names, licence):
            source = modules / package / name
            if not source.is_file():
                raise FileNotFoundError(f"{source} is not there. Install the npm packages first, then run this again.")
            kept = f"LICENSE-{package}.txt" if name == licence else source.name
            written.append(Path(shutil.copyfile(source, target / kept)))
    return written


if __name__ == "__main__":
    found = copy_fonts(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "node_modules")
    print(f"{len(found)} font files and licences in {TARGET.relative_to(ROOT)}", file=sys.stderr)
