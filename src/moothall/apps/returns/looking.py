"""Looking whether a published plan still stands where it was published, and says the same.

Our own page is looked at without the network. A council's own page is asked only where the installation allows it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urljoin, urlsplit

import lxml.html
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from moothall.apps.audit import actions as audit
from moothall.apps.files import queries as files
from moothall.apps.publications import queries as published
from moothall.apps.publications.models import Publication
from moothall.apps.returns import fetching
from moothall.apps.returns.fetching import Fetched, NotFetched
from moothall.apps.returns.models import PageCheck, ReturnSetting
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.reading.attachments import plan_inside
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.read import read_file
from moothall.domain.fingerprints import fingerprint
from moothall.domain.page_checks import Found, Looked, Page, by_words
from moothall.domain.refusals import Refusal
from moothall.domain.safety_sections import plan_sections

EVERY = timedelta(days=7)
LINKS = 5
"""How many files that a page leads to are looked at."""


def look_at_pages(workspace_id: int, *, at: datetime) -> list[PageCheck]:
    """Look at our page and, where one is entered and looking outside is allowed, at the council's own; keep what is
    found. Nothing where nothing is published.
    """
    workspace, publication = Workspace.objects.get(pk=workspace_id), published.latest(workspace_id)
    if publication is None:
        return []
    path = reverse("public:plan", args=(workspace.round_slug, workspace.slug))
    made = [_kept(publication, Page.OURS, f"{settings.MOOTHALL.address}{path}", our_page(publication), at)]
    setting = ReturnSetting.objects.filter(workspace=workspace).first()
    if setting and setting.page_address:
        found = council_page(publication, setting.page_address)
        made.append(_kept(publication, Page.COUNCIL, setting.page_address, found, at))
    return made


def look_at_all(*, at: datetime) -> int:
    """Look at the pages of every published plan that nobody looked at for a week; at how many."""
    done = set(PageCheck.objects.filter(checked_at__gt=at - EVERY).values_list("workspace_id", flat=True))
    some = set(Publication.objects.values_list("workspace_id", flat=True)) - done
    return sum(bool(look_at_pages(pk, at=at)) for pk in sorted(some))


@transaction.atomic
def _kept(publication: Publication, page: Page, address: str, looked: Looked, at: datetime) -> PageCheck:
    """Keep what was found; a line in the record where it is not as it was the last time."""
    before = PageCheck.objects.filter(workspace_id=publication.workspace_id, page=page.value).first()
    row = PageCheck.objects.create(
        workspace_id=publication.workspace_id,
        publication=publication,
        page=page.value,
        address=address[:400],
        checked_at=at,
        found=looked.found.value,
        said=looked.said,
        status=looked.status,
        went_through=list(looked.went_through),
        sha256=looked.sha256,
    )
    if before is None or before.found != row.found:
        audit.record("page.looked_at", about=row, by=None, at=at, page=page.value, found=row.found, address=row.address)
    return row


def our_page(publication: Publication) -> Looked:
    """Whether what our own page is made of is still what was published: the words anew, and the kept PDF."""
    shown = published.published(publication.workspace.slug, publication.workspace.round_slug)
    if publication.withdrawn_at or shown is None:
        return Looked(Found.GONE, "The plan was withdrawn from publication; its address says when and why.")
    if shown.agreement.published != publication.plan_fingerprint:
        return Looked(Found.DIFFERS, "The words of the page are not those that were published.")
    try:
        data = files.content(publication.pdf)
    except Refusal as refusal:
        return Looked(Found.DIFFERS, f"The PDF cannot be given as it was published. {refusal}")
    return Looked(Found.SAME, "Its words and its PDF are those that were published.", sha256=files.fingerprint(data))


def council_page(publication: Publication, address: str) -> Looked:
    """Whether a page of the council's own, fetched now, still says what was published."""
    if not settings.MOOTHALL.may_look_outside:
        return Looked(Found.REFUSED, "Looking at pages outside is not allowed here: MOOTHALL_OUTSIDE is not set.")
    try:
        page = fetching.fetch(address)
    except NotFetched as fault:
        found = Found.REFUSED if fault.is_refused else Found.UNREACHABLE
        return Looked(found, fault.sentence, went_through=fault.went_through)
    return judged(page, publication)


def judged(page: Fetched, publication: Publication) -> Looked:
    """What a page that answered says, against what was published."""
    said: dict[str, object] = {"status": page.status, "went_through": page.went_through}
    sha256 = files.fingerprint(page.data)
    if page.status in (404, 410):
        return Looked(Found.GONE, f"The page answers that it is gone ({page.status}).", **said)  # type: ignore[arg-type]
    if page.status != 200:
        return Looked(Found.UNREACHABLE, f"The page answers with {page.status}.", **said)  # type: ignore[arg-type]
    same = same_file(page.data, publication)
    if same:
        return Looked(Found.SAME, same, sha256=sha256, **said)  # type: ignore[arg-type]
    led = _led_to(page, publication)
    found = Looked(Found.LINKED, led) if led else _by_words(page, publication)
    return Looked(found.found, found.said, sha256=sha256, **said)  # type: ignore[arg-type]


def same_file(data: bytes, publication: Publication) -> str:
    """In which way a file is the published plan, in a sentence; empty where it is not, or cannot be told."""
    if files.fingerprint(data) == publication.pdf.sha256:
        return "It is the very PDF that was published, byte for byte."
    inside = plan_inside(data) if data.startswith(b"%PDF") else data if data.lstrip()[:1] == b"{" else None
    if inside is None:
        return ""
    try:
        mark = fingerprint(plan_json.load(inside))
    except NotLoaded:
        return ""
    return "The data in it is the plan that was published." if mark == publication.plan_fingerprint else ""


def _led_to(page: Fetched, publication: Publication) -> str:
    """Whether a page leads to our page of the plan, or to the file itself, in a sentence; empty where to neither."""
    ours = reverse("public:plan", args=(publication.workspace.round_slug, publication.workspace.slug))
    links = list(_links(page))
    if any(link.startswith(f"{settings.MOOTHALL.address}{ours}") for link in links):
        return "It leads to the plan’s own page here."
    host = urlsplit(page.address).hostname
    papers = [one for one in links if urlsplit(one).path.lower().endswith(".pdf") and urlsplit(one).hostname == host]
    for link in list(dict.fromkeys(papers))[:LINKS]:
        try:
            found = fetching.fetch(link)
        except NotFetched:
            continue
        same = same_file(found.data, publication) if found.status == 200 else ""
        if same:
            return f"It leads to {link}. {same}"
    return ""


def _links(page: Fetched) -> Iterator[str]:
    if "html" not in page.media_type:
        return
    try:
        tree = lxml.html.fromstring(page.data)
    except (ValueError, lxml.etree.LxmlError):
        return
    for one in tree.iter("a"):
        try:
            yield urljoin(page.address, (one.get("href") or "").strip())
        except ValueError:
            continue


def _by_words(page: Fetched, publication: Publication) -> Looked:
    round_ = rounds.round_called(publication.workspace.round_slug)
    if round_ is None:
        return Looked(Found.DIFFERS, "It is not the published file, and its words cannot be compared.")
    name = "page.pdf" if page.data.startswith(b"%PDF") else "page.html"
    try:
        shown = "\n".join(one.text for one in read_file(page.data, name).pages)
    except Unreadable as fault:
        return Looked(Found.DIFFERS, f"It is not the published file, and its words cannot be read. {fault.sentence}")
    sections = plan_sections(plan_json.load(publication.plan), round_)
    return by_words(shown, [part for one in sections for part in one.text.split("\n\n")])
