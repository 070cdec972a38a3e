"""Two people at one field of the report, words kept before they are saved, what it said earlier, and Part 2 in all."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from moothall.apps.audit.models import Entry
from moothall.apps.freezes import actions as freezes
from moothall.apps.reports import actions, queries
from moothall.apps.reports.models import ExemptText, Report
from moothall.apps.writing.models import KeptWords
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, report
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/report/"
FIRST = "We moved three offices into one.\n\nIt saved £140,000 a year."
SECRET = "zqbargain"
WORK = "/council/"


def as_(council: Council, role: Role) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def said(council: Council, name: str) -> Any:
    row = queries.field(queries.report(council.workspace), name)  # type: ignore[arg-type]
    return row.value if row else None


def risks(*texts: str, revision: int = 1) -> dict[str, Any]:
    """A posted form of the risk register, one row for each text."""
    posted: dict[str, Any] = {"revision": revision, "rows-TOTAL_FORMS": len(texts), "rows-INITIAL_FORMS": 1}
    for at, text in enumerate(texts):
        posted |= {f"rows-{at}-text": text, f"rows-{at}-reference": f"R{at}", f"rows-{at}-response": ""}
    return posted


def typed_on(answer: Any) -> dict[str, str]:
    """The hidden boxes of the page that asks what stays."""
    found = re.findall(r'type="hidden" name="(revision|sitting|theirs|typed)" value="([^"]*)"', answer.content.decode())
    return {name: unescape(value) for name, value in found}


@pytest.fixture
def here(council: Council) -> Council:
    row = report(council)
    by = council.who(Role.REPORT_AUTHOR)
    actions.write_field(report=row, name="reasons", value=FIRST, revision=0, by=by, at=NOW)
    risk = {"text": "Costs may rise.", "reference": "R0", "response": ""}
    actions.write_field(report=row, name="risk_register", value=[risk], revision=0, by=by, at=NOW)
    return council


def test_two_writers_of_one_text_lose_no_word(here: Council) -> None:
    page = HERE + "fields/reasons"
    mine, theirs = as_(here, Role.REPORT_AUTHOR), as_(here, Role.POLICY_OFFICER)

    theirs.post(page, {"revision": 1, "value": FIRST.replace("£140,000", "£138,500")})
    beside = mine.post(page, {"revision": 1, "value": FIRST.replace("three", "four")}, follow=True)
    asked = mine.post(page, {"revision": 1, "sitting": "one", "value": FIRST.replace("£140,000", "£150,000")})
    kept = KeptWords.objects.get().words
    hidden = typed_on(asked)
    unchosen = mine.post(page, hidden)
    theirs.post(page, {"revision": 3, "value": said(here, "reasons").replace("£138,500", "£139,000")})
    third = mine.post(page, hidden | {"all": "mine"})
    look = mine.post(page, typed_on(third) | {"all": "mine", "look": "1"})
    mine.post(page, typed_on(third) | {"all": "mine"})

    assert "saved meanwhile stands beside it" in words(beside)
    assert "You both changed the same words" in words(asked) and "£138,500" in words(asked)
    assert kept == {"value": FIRST.replace("£140,000", "£150,000")}
    assert "Choose what stays in every place." in words(unchosen)
    assert "£139,000" in words(third) and "£150,000" in words(third)
    assert "£150,000" in words(look) and 'name="revision" value="4"' in look.content.decode()
    assert said(here, "reasons") == FIRST.replace("three", "four").replace("£140,000", "£150,000")
    assert not KeptWords.objects.exists()


def test_two_writers_of_rows_both_stand_and_the_same_row_is_a_choice(here: Council) -> None:
    page = HERE + "fields/risk_register"
    mine, theirs = as_(here, Role.REPORT_AUTHOR), as_(here, Role.POLICY_OFFICER)

    theirs.post(page, risks("Costs may rise.", "Staff may leave."))
    mine.post(page, risks("Costs may rise.", "", "The river may flood."))
    both = [row["text"] for row in said(here, "risk_register")]
    theirs.post(page, risks("Costs may double.", *both[1:], revision=3))
    asked = mine.post(page, risks("Costs may halve.", *both[1:], revision=3))
    chosen = typed_on(asked) | {"piece-risk_register-0": "both"}
    mine.post(page, chosen)

    assert sorted(both) == ["Costs may rise.", "Staff may leave.", "The river may flood."]
    assert "Risk: Costs may double." in words(asked) and "Risk: Costs may halve." in words(asked)
    assert said(here, "risk_register")[0]["text"] == "Costs may double. halve."


def test_limbs_follow_the_words_that_stay_of_a_recommendation(here: Council) -> None:
    page = HERE + "fields/recommendations"
    mine, theirs = as_(here, Role.REPORT_AUTHOR), as_(here, Role.POLICY_OFFICER)
    form = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-0-number": "1"}
    text = "That Cabinet approve the plan in the form of the appendix and notes the letter."
    mine.post(page, form | {"revision": 0, "rows-0-text": text})
    again = form | {"revision": 1, "rows-INITIAL_FORMS": 1}

    theirs.post(page, again | {"rows-0-text": text.replace("approve", "endorse")})
    mine.post(page, again | {"rows-0-text": text.replace("the letter", "the Minister’s letter")})

    row = queries.value(Report.objects.get()).recommendations[0]
    assert row.text == text.replace("approve", "endorse").replace("the letter", "the Minister’s letter")
    assert row.limbs[0].verb.value == "endorse"


def test_words_of_the_report_are_kept_offered_on_my_work_and_let_go(here: Council) -> None:
    page = HERE + "fields/reasons"
    mine, other = as_(here, Role.REPORT_AUTHOR), as_(here, Role.POLICY_OFFICER)
    freezes.freeze(
        workspace=here.workspace, part="report/reasons", title="Reasons", until_on=date(2999, 1, 1), reason="Settling.",
        by=here.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip

    by_script = mine.post(page + "/keep", {"revision": 1, "sitting": "a", "value": "Half"}, headers={"X-Part": "keep"})
    same = mine.post(page + "/keep", {"revision": 1, "sitting": "b", "value": FIRST}, headers={"X-Part": "keep"})
    frozen = mine.post(page, {"revision": 1, "sitting": "c", "value": "Typed while frozen."})
    unread = risks("Costs may rise.", "A new one")
    button = mine.post(HERE + "fields/risk_register/keep", unread | {"sitting": "d", "keep": "1"}, follow=True)
    work = words(mine.get(WORK))
    rows = {row.sitting: row for row in KeptWords.objects.all()}
    taken = mine.get(f"{HERE}fields/risk_register?kept={rows['d'].pk}").content.decode()

    assert (by_script.status_code, same.status_code, sorted(rows)) == (204, 204, ["a", "c", "d"])
    assert "has frozen" in words(frozen) and "Typed while frozen." in words(frozen)
    assert "Your words are kept for later." in words(button)
    assert work.count("The covering report of") == 3 and "Typed while frozen." in work
    assert "A new one" in taken and 'name="sitting" value="d"' in taken
    assert "kept here, not saved" not in words(other.get(page)) and "Half" not in words(other.get(WORK))
    mine.post(page + "/let-go", {"sitting": "a"})
    mine.post(HERE + "fields/risk_register", unread | {"sitting": "d"})
    assert [row.sitting for row in KeptWords.objects.all()] == ["c"]
    with pytest.raises(IntegrityError), transaction.atomic():
        KeptWords.objects.filter(sitting="c").update(report=None)


def part_2(text: str, revision: int, why: str = "Harm.", **more: Any) -> dict[str, Any]:
    day = {"review_on_day": "6", "review_on_month": "1", "review_on_year": "2999"}
    return {"revision": revision, "text": text, "public_interest": why, "paragraphs": ["3"], **day, **more}


def test_part_2_is_merged_kept_and_compared_and_shows_to_nobody_who_may_not_read_it(here: Council) -> None:
    page, text = HERE + "part-2", f"The {SECRET} bid is two million.\n\nThe next one is three."
    mine, theirs = as_(here, Role.REPORT_AUTHOR), as_(here, Role.MONITORING_OFFICER)
    mine.post(page, part_2(text, 0))

    theirs.post(page, part_2(text.replace("three", "four"), 1, "It would harm."))
    mine.post(page, part_2(text.replace("two million", "two and a half million"), 1))
    asked = mine.post(page, part_2(text.replace("three", "five"), 1, sitting="one"))
    last = theirs.get(page + "/history?earlier=1&later=3")
    work = words(mine.get(WORK))

    stands = ExemptText.objects.order_by("revision").last()
    assert stands is not None and stands.revision == 3
    assert stands.value["text"] == text.replace("three", "four").replace("two million", "two and a half million")
    assert stands.value["public_interest"] == "It would harm."
    assert "You both changed the same words" in words(asked) and "five" in words(asked)
    assert "and a half" in words(last) and last["Cache-Control"].count("no-store")
    assert "Part 2 of the report" in work and SECRET not in work
    assert KeptWords.objects.get().words["text"] == text.replace("three", "five")
    clerk, policy = as_(here, Role.DEMOCRATIC_SERVICES), as_(here, Role.POLICY_OFFICER)
    assert policy.get(page + "/history").status_code == clerk.post(page + "/keep").status_code == 403
    assert "kept here, not saved" not in words(theirs.get(page)) + words(clerk.get(page))
    assert SECRET not in str(list(Entry.objects.values_list("details", flat=True)))
    assert SECRET not in words(policy.get(WORK)) + words(policy.get(HERE))


def test_what_a_field_said_earlier_and_who_wrote_it_stands_on_a_page_of_its_own(here: Council) -> None:
    theirs, page = as_(here, Role.POLICY_OFFICER), HERE + "fields/reasons"
    theirs.post(page, {"revision": 1, "value": FIRST.replace("three", "four")})

    found = words(as_(here, Role.CHIEF_EXECUTIVE).get(page + "/history"))

    assert "Saved 2 times, last by" in found and "1 change" in found
    assert page + "/history" in theirs.get(page).content.decode()
    assert theirs.get(page + "/history?earlier=7&later=1").status_code == 404
    assert theirs.get(HERE + "fields/nothing/history").status_code == 404
