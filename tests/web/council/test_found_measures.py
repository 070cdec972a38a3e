"""Measures found in a workbook are shown as its table has them, and come filled in on the page that adds one."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from moothall.apps.plans import actions as plan_actions
from moothall.apps.plans.models import Measure
from moothall.domain.roles import Role
from tests.apps.intake.brought_in import NOON, bring
from tests.people import Council
from tests.samples import workbooks

pytestmark = pytest.mark.django_db
BASE = "/council/savings-plans/ambermere/documents/"


def signed_in(here: Council, role: Role) -> Client:
    client = Client()
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def page(council: Council) -> str:
    plan_actions.begin_plan(workspace=council.workspace, title="Our plan", by=council.who(Role.POLICY_OFFICER), at=NOON)
    row = bring(council, workbooks.measures(), "kpi.xlsx")
    return f"{BASE}{row.pk}/measures"


def test_each_measure_stands_with_its_unit_value_period_and_target(page: str, council: Council) -> None:
    shown = words(signed_in(council, Role.POLICY_OFFICER).get(page))

    assert "3 measures found in kpi.xlsx" in shown
    for said in ("Council tax collected in the year", "96.2% (2023/24)", "97.0%", "9.4 (31 March 2024)"):
        assert said in shown


def test_a_measure_is_in_the_plan_only_after_a_person_looked_it_through_and_saved(page: str, council: Council) -> None:
    officer = signed_in(council, Role.POLICY_OFFICER)
    found = re.search(r'href="([^"]*measures/add[^"]*)"', officer.get(page).content.decode())
    assert found is not None
    link = html.unescape(found.group(1))

    form = words(officer.get(link))
    before = Measure.objects.count()
    themes = re.search(r'<select[^>]*name="theme".*?<option value="(\w+)"', form)
    sent = {
        "title": "Council tax collected in the year", "unit": "% of what was due", "direction": "up",
        "source": "kpi.xlsx, page 1", "baseline": "96.2%", "baseline_period": "2023/24", "target": "97.0%",
        "theme": themes.group(1) if themes else "",
    }  # fmt: skip
    officer.post(link, sent)

    assert 'value="Council tax collected in the year"' in form
    assert 'value="kpi.xlsx, page 1"' in form
    assert before == 0
    assert Measure.objects.get().baseline == "96.2%"
    assert "In the plan as M1" in words(officer.get(page))


def test_a_document_without_tables_of_measures_says_so(council: Council) -> None:
    row = bring(council, b"# Report\n\nNo table here.\n", "report.txt")

    shown = words(signed_in(council, Role.POLICY_OFFICER).get(f"{BASE}{row.pk}/measures"))

    assert "No measures were found in report.txt" in shown


def test_nobody_of_another_council_sees_them(page: str) -> None:
    assert Client().get(page).status_code in (302, 403, 404)
