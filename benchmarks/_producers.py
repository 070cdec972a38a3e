"""One report as several programs print it, to look for the words of one in the others."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks._corrected import Part, report
from moothall.corpus.anchoring import Anchored, Anchoring
from moothall.corpus.folding import fold, label
from moothall.corpus.ground import Ground
from moothall.corpus.passages import split_document
from moothall.corpus.selectors import Selectors, occurrences, select
from moothall.documents.reading.document import BlockKind, Document
from moothall.documents.reading.read import Readers
from moothall.documents.review import review
from moothall.domain.facts import Locator
from tests.samples import as_docx, as_html, as_reportlab_pdf, as_typst_pdf, by_programs
from tests.samples.matter import Item

KINDS = {BlockKind.HEADING: "heading", BlockKind.LIST_ITEM: "bullet", BlockKind.PARAGRAPH: "numbered"}


def matter(parts: list[Part]) -> list[Item]:
    """An invented report for the makers of sample files."""
    found: list[Item] = []
    for part in parts:
        if part.kind is BlockKind.TABLE_ROW:
            row = part.text.split("\t")
            if found and found[-1].kind == "table":
                found[-1].rows.append(row)
            else:
                found.append(Item("table", rows=[row]))
        elif part.kind is BlockKind.HEADING:
            found.append(Item("heading", part.text, level=2 if part.id else 1, number=part.number))
        else:
            found.append(Item(KINDS[part.kind], part.text, number=part.number))
    return found


def files(some: list[Item]) -> Iterator[tuple[str, bytes | None]]:
    """The report by each producer, None where its program is not installed. Typst's comes first."""
    page = as_html.make(some)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield "typst.pdf", as_typst_pdf.make(some)
        yield "reportlab.pdf", as_reportlab_pdf.make(some, header="Savings Plan", justify=True)
        yield "word.docx", as_docx.make(some)
        yield "page.html", page
        yield "chromium.pdf", by_programs.chromium_pdf(page, folder)
        yield "chromium-untagged.pdf", by_programs.chromium_pdf(page, folder, tagged=False)
        yield "libreoffice.pdf", by_programs.libreoffice(as_docx.make(some), ".docx", "pdf", folder)


def measure(seeds: range) -> dict[str, Counter[str]]:
    """For each producer, what became of the facts and passages read in Typst's print of the same report."""
    counts: dict[str, Counter[str]] = {}
    with Readers(workers=2) as readers:
        for seed in seeds:
            made = [(name, data) for name, data in files(matter(report(seed))) if data is not None]
            read = {
                name: one for (name, _), one in zip(made, readers.read_many([(d, n) for n, d in made]), strict=True)
            }
            first = read.pop("typst.pdf")
            assert isinstance(first, Document)
            held = list(_evidence(first))
            for name, document in read.items():
                assert isinstance(document, Document), name
                search = Anchoring(document, first)
                for one in held:
                    counts.setdefault(name, Counter())[_verdict(one, search)] += 1
    return counts


def _evidence(document: Document) -> Iterator[Selectors]:
    ground = Ground(document)
    for fact in review(document).facts:
        yield select(ground, fact.where)
    for one in split_document(document):
        yield select(ground, Locator(one.page, one.start, one.end))


def _verdict(one: Selectors, search: Anchoring) -> str:
    """found, waits or wrong: the words are the same in every print, and stand in the same order."""
    answer = search.find(one)
    if not isinstance(answer, Anchored):
        return "waits"
    bare = one.exact[len(label(one.exact, one.prefix)) :]
    start = search.ground.whole(answer.places[0])[0]
    end = search.ground.whole(answer.places[-1])[1]
    low, high = search.ground.folded_range(start, end)
    same = occurrences(search.ground, bare)
    here = [at for at, place in enumerate(same, start=1) if low <= place[0] and place[1] <= high]
    if not same:
        return "found" if fold(answer.quote).text[:20] == fold(one.exact).text[:20] else "wrong"
    return "found" if (one.nth in here or len(same) != one.of) and here else "wrong"
