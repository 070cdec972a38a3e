"""E-mail addresses of a private person, or of one member of staff whom the report does not name as its contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at
from moothall.domain.remarks import Remark

CHECK = "private_email"
RULE = "UK GDPR, Article 5(1)(c): no more personal data than is needed"
_ADDRESS = re.compile(r"(?<![\w.+-])([\w.+-]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out addresses at private mail hosts, and addresses made of one person's name."""
    officers = () if material.report is None else (material.report.lead_officer, *material.report.contact_officers)
    given = {one.email.lower() for one in officers if one}
    for section in material.sections:
        for found in _ADDRESS.finditer(section.text):
            box, host = found[1].lower(), found[2].lower()
            if found[0].lower() in given:
                continue
            if host in material.known.private_mail_hosts:
                message = f"“{found[0]}” is an address at a private mail host."
                then = "Take it out, or give the council’s own address for this."
            elif _is_one_person(box, material):
                message = f"“{found[0]}” is the address of one person who is not named as a contact."
                then = "Give a shared mailbox, or name the person as the report’s contact."
            else:
                continue
            yield at(section, found.start(), found.end(), Remark(CHECK, message, RULE, then))


def _is_one_person(box: str, material: Material) -> bool:
    first, *rest = re.split(r"[._]", box)
    return bool(rest) and box not in material.known.shared_mailboxes and first.title() in material.known.given_names
