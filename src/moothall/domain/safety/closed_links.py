"""Links that lead the public nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Known, Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "closed_link"
_ADDRESS = re.compile(r"(?:\b(?:https?|ftp|file)://|\bwww\.)[^\s<>“”\"]+|\\\\[\w.$-]+\\[\w.$\\-]+|\b[A-Z]:\\[\w.$\\-]+")
_HOST = re.compile(r"(?:\w+://)?(?:[^@/\s]*@)?(\[[^\]]*\]|[^:/?#\s]*)")
_TRIAL = re.compile(r"(?:^|[.-])(?:staging|stage|test|uat|dev|preview|preprod|sandbox|intranet)\d*(?:[.-]|$)")
_PRIVATE = re.compile(
    r"^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[?::1\]?$)|^[^.]+$|\.(?:local|internal|"
    r"lan|corp)$"
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out addresses of a person's own disk, a shared drive, a closed host or a trial site.

    The address is only read: nothing is called.
    """
    for section in material.sections:
        for found in _ADDRESS.finditer(section.text):
            link = found[0].rstrip(".,;:)]’'")
            why = _why(link, material.known)
            if why:
                then = "Link to the page the public reads, or publish the paper first."
                end = found.start() + len(link)
                yield at(section, found.start(), end, Remark(CHECK, f"This link leads to {why}.", None, then))


def _why(link: str, known: Known) -> str:
    if link.startswith("\\\\") or re.match(r"[A-Z]:\\|file:", link):
        return "a drive of the council’s own"
    found = _HOST.match(link)
    host = found[1].lower() if found else ""
    if _PRIVATE.search(host):
        return "a machine the public cannot reach"
    if any(host == closed or host.endswith(f".{closed}") for closed in known.closed_hosts):
        return "a place that asks for the council’s own sign-in"
    return "a trial site" if _TRIAL.search(host.rpartition(".gov.uk")[0] or host) else ""
