"""What the checks before publication are told of the world: acronyms, names, hosts, parties, departments, councils."""

from __future__ import annotations

from functools import cache

from moothall.domain.placed_remarks import DepartmentName, Known
from moothall.reference import departments
from moothall.reference.authorities import all_authorities
from moothall.reference.sources import read_json


@cache
def known() -> Known:
    """Everything the checks need to know that stands in none of the texts."""
    data = read_json("public_safety.json")
    return Known(
        acronyms=frozenset(data["acronyms"]),
        given_names=frozenset(data["given_names"]),
        private_mail_hosts=frozenset(data["private_mail_hosts"]),
        shared_mailboxes=frozenset(data["shared_mailboxes"]),
        closed_hosts=tuple(data["closed_hosts"]),
        parties=tuple(data["parties"]),
        departments=_departments(),
        council_names=frozenset(one.official_name for one in all_authorities()),
    )


def _departments() -> tuple[DepartmentName, ...]:
    """Every way of writing a department's name, with the times it was borne, or what it is a slip for."""
    found = []
    for written in departments.written_forms():
        read = departments.recognise(written)
        if read is None:
            continue
        bearers = [one for one in departments.all_departments() if one.short_name == read.department.short_name]
        held = () if read.is_misspelt else tuple((one.starts_on, one.ends_on) for one in bearers)
        is_short = written.isupper()
        right = read.department.short_name if is_short else read.department.name
        found.append(DepartmentName(written, held, right if read.is_misspelt else ""))
    return tuple(found)
