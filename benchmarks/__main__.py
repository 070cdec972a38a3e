"""Run every benchmark of this folder, or those named: `python -m benchmarks [NAME...]`."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))


def main(asked: list[str]) -> int:
    """Run them one after another; 2 where a name is unknown."""
    unknown = sorted(set(asked) - set(names()))
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(names())}.", file=sys.stderr)
        return 2
    # Before numpy is there: threads that wait for one another would be counted to whatever runs next.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    for name in asked or names():
        print(f"\n{name}", flush=True)
        since = time.perf_counter()
        importlib.import_module(f"benchmarks.{name}").main()
        print(f"  ({time.perf_counter() - since:.1f} s in all)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
