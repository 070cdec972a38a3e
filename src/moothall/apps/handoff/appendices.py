"""The files of appendices: through the gates that readings use, looked into, and matched with the report's list."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache

from moothall.apps.files import queries as files
from moothall.apps.files.models import StoredFile
from moothall.apps.handoff.models import AppendixFile
from moothall.documents.reading import gate, media
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT
from moothall.documents.reading.properties import Properties, properties
from moothall.documents.reading.read import read_file
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport

TAKEN = (media.PDF, media.DOCX, media.ODT, media.XLSX, media.ODS, media.CSV)
"""The kinds of file a committee system shows to the public."""
_A_WEEK = 7 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that may be handed over. ``words`` is empty where nothing in it can be read, as in a scan.

    ``left_in`` says what it carries that its pages do not show, or is empty.
    """

    name: str
    data: bytes
    media_type: str
    words: str
    left_in: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix of the report in its place, counted from 1, with its file, or None where nobody gave one."""

    place: int
    label: str
    given: AppendixFile | None

    @property
    def is_exempt(self) -> bool:
        """Whether it goes with Part 2, and never into the open folder."""
        return self.given is not None and self.given.is_exempt


def opened(data: bytes, name: str) -> Opened:
    """A file looked into, in a process of its own. Raises a Refusal for what the gates refuse.

    That is: empty, too large, locked, with macros, unpacked far larger, damaged, fetching from elsewhere, or of a kind
    that no committee system shows.
    """
    try:
        admitted = gate.examine(data, name, DEFAULT)
        carried = properties(data, name) if admitted.media in (media.PDF, media.DOCX) else Properties()
    except Unreadable as fault:
        raise Refusal(fault.sentence) from fault
    if admitted.media not in TAKEN:
        raise Refusal(f"{name} is {admitted.media.called}.", next_step="Save it as a PDF, and give that.")
    if admitted.fetches:
        raise Refusal(
            f"{name} fetches something from elsewhere when it is opened ({admitted.fetches[0][:80]}).",
            next_step="Take out what is linked, or save it as a PDF, and give that.",
        )
    return Opened(name[:255], data, admitted.media.mime, _words(data, name), _left_in(carried))


def words_of(file: StoredFile, name: str) -> str:
    """What can be read in a kept file, at hand for a week by its fingerprint; empty where nothing can."""
    key = f"words:{file.sha256}"
    words: str | None = cache.get(key)
    if words is None:
        words = _words(files.content(file), name)
        cache.set(key, words, _A_WEEK)
    return words


def _words(data: bytes, name: str) -> str:
    try:
        return "\n\n".join(page.text for page in read_file(data, name).pages)
    except Unreadable:
        return ""


def _left_in(carried: Properties) -> str:
    counted = ((carried.changes, "tracked change"), (carried.comments, "comment"))
    return " and ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counted if count)


def listed(report: CommitteeReport, given: Sequence[AppendixFile]) -> tuple[Appendix, ...]:
    """The report's appendices in their order, each with the file that stands for it. One listed twice stands once."""
    by_name = {one.appendix: one for one in given if one.replaced_at is None}
    labels = dict.fromkeys(label.strip()[:400] for label in report.appendices if label.strip())
    return tuple(Appendix(place, label, by_name.get(label)) for place, label in enumerate(labels, start=1))
