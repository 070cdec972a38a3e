"""Part 2 in the workspace: who may, what is told, and that nothing open or recorded holds a word of it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from django.test import Client

from moothall.apps.audit.models import Entry
from moothall.apps.plans.actions import WordsMoved
from moothall.apps.reports import actions, queries
from moothall.apps.reports.models import ExemptText, Report
from moothall.apps.writing import field_keeping
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role, may
from tests.apps.deeds import NOW, exempt_part, report
from tests.people import Council, council
from tests.promises.test_every_page import addresses, filled

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/report/"
SECRET = "zqbargain"


@pytest.fixture
def here() -> Council:
    return council()


def closed(here: Council) -> Report:
    here.published()
    row = report(here)
    by = here.who(Role.REPORT_AUTHOR)
    actions.write_field(report=row, name="title", value="Savings Plan", revision=0, by=by, at=NOW)
    part = replace(exempt_part(f"The {SECRET} bid."), public_interest=f"It would tell {SECRET}.")
    actions.write_exempt(report=row, part=part, revision=0, by=by, at=NOW)
    typed = {"text": f"{SECRET} is not saved", "public_interest": SECRET}
    field_keeping.keep(report=row, section="part_2", sitting="one", typed=typed, revision=1, by=by, at=NOW)
    return row


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def told(data: bytes, kind: str) -> str:
    if "pdf" in kind:
        opened = pypdfium2.PdfDocument(data)
        return "".join(page.get_textpage().get_text_bounded() for page in opened) + str(opened.get_metadata_dict())
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "\n".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())
    return data.decode("utf-8", "ignore")


def test_no_address_says_a_word_of_part_2_to_those_who_may_not_read_it_nor_do_open_files_to_anyone(
    here: Council,
) -> None:
    closed(here)
    outside = [Client(raise_request_exception=False)]
    outside += [signed_in(here.who(role)) for role in here.people if not may(Deed.READ_EXEMPT, (role,))][:2]
    author = signed_in(here.who(Role.REPORT_AUTHOR))

    for name, pattern in addresses():
        where = filled(pattern, here)
        askers = outside if "part_2" in name else [*outside[:2], author]
        for client in askers:
            answer = client.get(where)
            data = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
            assert SECRET not in told(data, answer.get("Content-Type", "")), where
            assert SECRET not in str(answer.headers), where
    for kind in ("docx", "pdf", "html"):
        answer = author.get(f"{HERE}report.{kind}")
        assert answer.status_code == 200
        assert SECRET not in told(answer.content, answer["Content-Type"])
    assert SECRET not in str(list(Entry.objects.values_list("details", flat=True)))


def test_those_who_may_read_it_take_it_away_as_a_file_of_its_own(here: Council) -> None:
    closed(here)
    client = signed_in(here.who(Role.DEMOCRATIC_SERVICES))

    page, word = client.get(HERE + "part-2"), client.get(HERE + "part-2.docx")

    assert SECRET in page.content.decode()
    assert SECRET in told(word.content, "") and "part-2-not-for-publication.docx" in word["Content-Disposition"]
    assert client.get(HERE + "part-2.html").status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [(Role.PERFORMANCE_MANAGER, 403), (Role.POLICY_OFFICER, 403), (Role.MONITORING_OFFICER, 200)]
)
def test_part_2_opens_for_few(here: Council, role: Role, status: int) -> None:
    closed(here)

    client = signed_in(here.who(role))

    assert client.get(HERE + "part-2").status_code == status
    assert client.get(HERE + "part-2.pdf").status_code == status


def test_what_was_typed_stays_where_part_2_says_too_little(here: Council) -> None:
    report(here)
    client = signed_in(here.who(Role.REPORT_AUTHOR))
    said = {"revision": 0, "text": "The low bid.", "public_interest": ""}
    said |= {"review_on_0": "6", "review_on_1": "1", "review_on_2": "2030", "paragraphs": ["3"]}

    answer = client.post(HERE + "part-2", said).content.decode()

    assert "There is a problem" in answer and "The low bid." in answer and "public interest" in answer
    assert not ExemptText.objects.exists()


def test_part_2_is_never_written_over_and_every_revision_stays(here: Council) -> None:
    row = closed(here)
    by = here.who(Role.MONITORING_OFFICER)

    with pytest.raises(WordsMoved):
        actions.write_exempt(report=row, part=exempt_part("Mine."), revision=0, by=by, at=NOW)
    actions.write_exempt(report=row, part=exempt_part("Both."), revision=1, by=by, at=NOW)

    assert [one.revision for one in ExemptText.objects.order_by("revision")] == [1, 2]
    assert queries.exempt_part(row) == exempt_part("Both.")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": " "}, "Part 2 is empty"),
        ({"paragraphs": ()}, "names no paragraph"),
        ({"paragraphs": (9,)}, "no paragraph 9"),
        ({"public_interest": ""}, "public interest"),
        ({"review_on": NOW.date()}, "not ahead"),
    ],
)
def test_a_part_2_that_says_too_little_is_refused(here: Council, changes: dict[str, object], words: str) -> None:
    row = report(here)
    part = replace(exempt_part(), **changes)  # type: ignore[arg-type]

    with pytest.raises(Refusal, match=words):
        actions.write_exempt(report=row, part=part, revision=0, by=here.who(Role.REPORT_AUTHOR), at=NOW)


def test_which_alternative_was_taken_is_recorded_on_the_page_of_the_report(here: Council) -> None:
    row = report(here)
    by = here.who(Role.REPORT_AUTHOR)
    asked = [{"number": "1", "text": "Approve."}, {"number": "2", "text": "Note.", "alternative_to": "1"}]
    for name, value in (("meeting_on", "2024-07-11"), ("recommendations", asked)):
        actions.write_field(report=row, name=name, value=value, revision=0, by=by, at=NOW)
    client = signed_in(here.who(Role.DEMOCRATIC_SERVICES))

    page = client.post(HERE + "taken", {"taken": ["2"]}, follow=True).content.decode()

    assert "What members took is recorded." in page
    assert queries.value(Report.objects.get()).taken == ("2",)


def test_limbs_are_written_one_by_one_with_condition_and_delegates(here: Council) -> None:
    report(here)
    client = signed_in(here.who(Role.REPORT_AUTHOR))
    said = {"revision": 0, "rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-0-number": "1", "rows-0-text": ""}
    said |= {"rows-0-limb_0_verb": "approve", "rows-0-limb_0_object": "the plan"}
    said |= {"rows-0-limb_1_verb": "delegate", "rows-0-limb_1_object": "authority to send it"}
    said |= {"rows-0-limb_1_delegates": "the Chief Executive\nthe Leader", "rows-0-limb_1_condition": "by 19 July"}

    client.post(HERE + "fields/recommendations", said)

    limbs = queries.value(Report.objects.get()).recommendations[0].limbs
    assert [limb.verb.value for limb in limbs] == ["approve", "delegate"]
    assert limbs[1].delegates == ("the Chief Executive", "the Leader") and limbs[1].condition == "by 19 July"
