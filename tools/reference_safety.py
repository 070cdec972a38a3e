"""What the page on the checks before publication says: from the checks themselves, and from the invented texts."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

from benchmarks.safety import HELD_OUT, TEXTS, WORDS_A_PAGE, cases, measure
from moothall.domain.safety import CHECKS


def safety() -> Iterator[str]:
    """The parts of the page on the checks before the public sees a text."""
    yield (
        "These checks look at the plan, the covering report and the files that go with them, and point out what should "
        "be thought of before the public reads them. Each remark says the rule or the reason, gives the place (the "
        "section and the words), and says what to do next. A remark never changes a text and never holds one up. "
        "Somebody who may can settle a remark with a reason: it is kept, and comes back once the words change. Hints "
        "(reading age, wording before a poll) are only worth a thought. No address is called to see where it leads."
    )
    yield (
        "Few false alarms matter more than many findings: what is denied, conditional, told of the past or told of an "
        "office is left alone, and so a check may miss what a reader would see."
    )
    yield "## How often they are right"
    yield (
        "Measured on invented plans and reports in the words councils use, each read and marked by hand "
        "(`python -m benchmarks.safety`). The first were used to tune the checks; the second were only measured."
    )
    yield (
        "| Texts | Pages | Remarks | A page | Wrong, a page | Precision | Recall |\n"
        "|---|---|---|---|---|---|---|\n" + "\n".join(_figures(name, path) for name, path in _SETS)
    )
    yield f"A page is {WORDS_A_PAGE} words. The texts hold far more faults than a council's own, to have some of each."
    for module in CHECKS:
        rule = getattr(module, "RULE", "")
        yield f"## `{module.CHECK}`\n\n{inspect.getdoc(module)}\n\n{inspect.getdoc(module.check)}"
        if rule:
            yield f"*Rule or reason:* {rule}."


_SETS = (("tuned on", TEXTS), ("held out", HELD_OUT))


def _figures(name: str, path: Path) -> str:
    found, count = measure(path), len(list(cases(path)))
    made = found.right + len(found.wrong)
    return (
        f"| {count}, {name} | {found.pages:.1f} | {made} | {made / found.pages:.1f} | "
        f"{len(found.wrong) / found.pages:.1f} | {found.precision:.2f} | {found.recall:.2f} |"
    )
