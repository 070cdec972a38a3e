"""The pages of the hand-off: what is not ready, the folder for all and Part 2 for some, and the way back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.handoff import queries
from moothall.apps.mail import sending
from moothall.domain.roles import Role
from tests import dated
from tests.apps.deeds import NOW, requested
from tests.apps.handoff.handing import REASON, SECRET, complete, given, handed, part_2, written
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/"
PAGE = f"{HERE}hand-off/"


def as_(council: Council, role: Role) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_author_gives_the_appendices_makes_the_folder_with_a_reason_and_takes_it(council: Council) -> None:
    dated.routed(council)
    written(council)
    author = as_(council, Role.REPORT_AUTHOR)

    first = words(author.get(PAGE))
    letter = SimpleUploadedFile("letter.csv", b"date,from\n16 April,the department\n")
    author.post(f"{PAGE}appendix/1", {"what": "plan"})
    given_page = words(author.post(f"{PAGE}appendix/2", {"what": "file", "file": letter}, follow=True))
    without = words(author.post(PAGE, {"system": "cmis", "reason": ""}))
    made = author.post(PAGE, {"system": "cmis", "reason": REASON}, follow=True)

    assert "“Appendix B: the letter” has no file." in first
    assert "The papers were to go out by Wednesday 3 July." in first
    assert "Appendix B the letter.csv" in given_page
    assert "Say why it is handed over while something is not ready" in without
    assert "Handed over for CMIS by Piers Tolland" in words(made)
    assert REASON in words(made)
    taken = author.get(f"{PAGE}1/folder.zip")
    assert taken["Content-Disposition"] == 'attachment; filename="Ambermere Cabinet 2024-07-11 hand-off 1.zip"'
    assert taken.content == queries.content(queries.hand_offs(council.workspace)[0])


def test_part_2_is_shown_and_taken_only_by_those_who_may_read_it(council: Council) -> None:
    complete(council)
    author = as_(council, Role.REPORT_AUTHOR)
    closed = SimpleUploadedFile(f"{SECRET}.csv", b"name,bid\na,2\n")
    author.post(f"{PAGE}appendix/2", {"what": "exempt", "file": closed})
    handed(council)
    policy, clerk = as_(council, Role.POLICY_OFFICER), as_(council, Role.DEMOCRATIC_SERVICES)

    open_page = words(policy.get(f"{PAGE}1"))

    assert "A part is exempt, under paragraph 3 of schedule 12A." in open_page
    assert "Take Part 2" not in open_page
    assert policy.get(f"{PAGE}1/folder.zip").status_code == 200
    assert policy.get(f"{PAGE}1/part-2.zip").status_code == 403
    assert policy.post(PAGE, {"system": "cmis", "reason": REASON}).status_code == 403
    assert "Take Part 2" in words(clerk.get(f"{PAGE}1"))
    assert clerk.get(f"{PAGE}1/part-2.zip").content == queries.content(queries.hand_offs(council.workspace)[0], 2)
    assert SECRET not in open_page + words(clerk.get(f"{PAGE}1")) + words(policy.get(PAGE))
    assert "Exempt, with Part 2" in words(policy.get(PAGE)) and f"{SECRET}.csv" in words(clerk.get(PAGE))
    assert "exempt" not in words(clerk.get(f"{PAGE}appendix/1"))
    assert SECRET not in words(policy.get(f"{HERE}record"))


def test_a_later_hand_off_says_what_differs_and_a_leak_is_refused_with_everything_typed_still_there(
    council: Council,
) -> None:
    row = complete(council, with_part_2=False)
    clerk = as_(council, Role.DEMOCRATIC_SERVICES)
    handed(council)
    given(council, "Appendix B: the letter", "date,from\n17 April,the department\n")
    handed(council, later=1)
    text = "The bid by the other council is two million."

    later = words(clerk.get(f"{PAGE}2"))
    part_2(row, council, text)
    refused = words(clerk.post(PAGE, {"system": "cmis", "reason": f"It is late. {text}"}))

    assert "Against hand-off 1: 2 changed, 6 the same." in later
    assert "A sentence of Part 2 stands in the open papers: why it goes." in refused
    assert f"It is late. {text}" in refused


def test_the_address_of_the_agenda_stands_beside_report_and_route_with_its_host(council: Council) -> None:
    dated.routed(council)
    complete(council, with_part_2=False)
    clerk, address = as_(council, Role.DEMOCRATIC_SERVICES), "https://democracy.ambermere.example/mg?MId=4"

    wrong = words(clerk.post(f"{PAGE}address/agenda", {"address": "http://democracy.ambermere.example"}))
    clerk.post(f"{PAGE}address/agenda", {"address": address})
    line = "On the council’s pages: the agenda (democracy.ambermere.example)."
    shown = [words(clerk.get(f"{HERE}{page}")) for page in ("report/", "route/", "where")]
    clerk.post(f"{PAGE}address/agenda", {"address": f"{address}1", "reason": "The meeting moved."})

    assert "does not begin with https://" in wrong
    assert all(line in one for one in shown)
    assert f'href="{address}1"' in clerk.get(PAGE).content.decode()
    assert "The meeting moved" in words(clerk.get(f"{HERE}record"))
    assert as_(council, Role.POLICY_OFFICER).get(f"{PAGE}address/agenda").status_code == 403


def test_a_link_in_a_mail_carries_no_rights(council: Council) -> None:
    requested(council)
    sending.send_waiting(at=NOW)

    links = re.findall(r"https?://\S+", "\n".join(str(one.body) for one in mail.outbox))
    paths = [re.sub(r"^https?://[^/]+", "", link) for link in links]
    stranger = Client()
    stranger.force_login(council.stranger(), backend="django.contrib.auth.backends.ModelBackend")

    assert paths
    assert not any("?" in path or "#" in path for path in paths)
    assert [Client().get(path).status_code for path in paths] == [302] * len(paths)
    assert [stranger.get(path).status_code for path in paths] == [403] * len(paths)
