"""What `make fuzz` does: looks for files that trip a reader, following with atheris what each change makes it do.

Every reader starts from tests/documents/corpus/KIND. Of a zipped format the part that is changed is its main one, put
back into a sound file, since a zip changed at random is only ever broken. What is learnt on the way stays in var/fuzz;
a file that trips a reader is kept in tests/documents/corpus/found/KIND, where a test reads it ever after.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests/documents/corpus"
LEARNT = ROOT / "var/fuzz"
LARGEST = 20_000
SLOW = 20
PARTS = {
    "docx": ("word/document.xml", ".docx"),
    "xlsx": ("xl/worksheets/sheet1.xml", ".xlsx"),
    "odt": ("content.xml", ".odt"),
    "ods": ("content.xml", ".ods"),
}
"""The zipped formats: the part that is changed, and how their files end."""
ENDINGS = {
    "pdf": ".pdf", "html": ".html", "mhtml": ".mhtml", "text": ".txt", "csv": ".csv", "email": ".eml",
    **{kind: ending for kind, (_, ending) in PARTS.items()},
}  # fmt: skip


def whole(kind: str, content: bytes) -> bytes:
    """The file to read: the content itself, or for a zipped format the sound file with it as its main part."""
    if kind not in PARTS:
        return content
    part, ending = PARTS[kind]
    kept = io.BytesIO()
    with zipfile.ZipFile(CORPUS / f"sound{ending}") as source, zipfile.ZipFile(kept, "w") as target:
        for member in source.namelist():
            target.writestr(member, content if member == part else source.read(member))
    return kept.getvalue()


def reading(kind: str) -> Callable[[bytes], None]:
    """What is tried with each content: the file is refused with a sentence, or read into a sound document."""
    from pypdfium2 import PdfiumError

    from moothall.documents.reading import gate, reader, wire
    from moothall.documents.reading.document import Unreadable
    from moothall.documents.reading.limits import DEFAULT

    def tried(content: bytes) -> None:
        data, name = whole(kind, content), f"file{ENDINGS[kind]}"
        try:
            admitted = gate.examine(data, name, DEFAULT)
            document = reader.read(admitted.media, data, name, DEFAULT)
        except (Unreadable, PdfiumError):  # what PDFium cannot read is damaged, and the reading process says so
            return
        wire.load(wire.dump(document))
        for page in document.pages:
            page.text.encode("utf-8", "surrogatepass")

    return tried


def fuzz(kind: str, seconds: int) -> None:
    """Try changed files of one kind for so long; ends this process."""
    import atheris

    with atheris.instrument_imports(include=["moothall.documents.reading", "email", "docx"]):
        tried = reading(kind)
    for folder in (LEARNT / kind, CORPUS / "found" / kind):
        folder.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            "fuzz", f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-timeout={SLOW}", "-rss_limit_mb=2048",
            f"-artifact_prefix={CORPUS / 'found' / kind}/", "-print_final_stats=0", "-verbosity=0",
            str(LEARNT / kind), str(CORPUS / kind),
        ],
        tried,
    )  # fmt: skip
    atheris.Fuzz()


def main() -> int:
    """0 where nothing was found in any reader, else 1."""
    parser = argparse.ArgumentParser(description="Look for files that trip a reader.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="the readers to try; all where none is named")
    parser.add_argument("--minutes", type=float, default=10, help="how long in all (10)")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    kinds = args.kinds or list(ENDINGS)
    if unknown := set(kinds) - set(ENDINGS):
        parser.error(f"there is no reader for {', '.join(sorted(unknown))}; the readers are {', '.join(ENDINGS)}")
    seconds = max(5, int(args.minutes * 60 / len(kinds)))
    if args.one:
        fuzz(kinds[0], seconds)
        return 0
    if find_spec("atheris") is None:
        print('The fuzzer is not installed: run .venv/bin/python -m pip install -e ".[fuzz]"', file=sys.stderr)
        return 1
    found = []
    for kind in kinds:
        command = [sys.executable, __file__, kind, "--one", "--minutes", str(seconds / 60)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace")
        print(f"{kind}: {'nothing found' if done.returncode == 0 else 'FOUND'} in {seconds} seconds", flush=True)
        if done.returncode:
            found.append(kind)
            print("\n".join((done.stdout + done.stderr).splitlines()[-25:]), flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
