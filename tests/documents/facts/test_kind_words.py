"""Pages near a plan that are no plan, and reports headed as decisions."""

import pytest

from moothall.documents.reading import text
from moothall.documents.review import review

ABOUT = "The savings plan tells how the council spends less. It was published in July 2024."
ASKS = (
    "# DELEGATED DECISION\n\n| Decision maker | Leader of the Council |\n|---|---|\n| Decision date | {} |\n\n"
    "## Recommendation\n\nThat the Leader approves the savings plan.\n\n## Financial implications\n\nNone.\n\n"
    "## Legal implications\n\nNone.\n\n## Risk implications\n\nNone.\n"
)


@pytest.mark.parametrize(
    ("words", "url", "kind"),
    [
        ("# Savings plan\n\n" + ABOUT, None, "plan"),
        ("# Sorry, that page cannot be found\n\nThe page about our savings plan may have moved.", None, "other"),
        ("# 404 error\n\nWe could not find the savings plan.", None, "other"),
        ("# Two savings plans\n\nThink tank blog, 5 September 2024\n\n" + ABOUT, None, "press"),
        ("# Opinion: plans without points\n\nThe savings plan went in.", None, "press"),
        (
            "# Our savings plan\n\nPublished: 2 July 2024\n\nCouncillor A Reed said: “This plan is honest.”",
            None,
            "press",
        ),
        ("# Our savings plan\n\n" + ABOUT, "https://news.example.gov.uk/savings-plan", "press"),
        ("GENERAL EXCEPTION NOTICE\n\nThe savings plan must be decided before 28 days are over.", None, "other"),
        ("Notice of a key decision\n\nThe savings plan will be decided in July.", None, "other"),
        (ASKS.format("NOT BEFORE 12 JULY 2024"), None, "committee_report"),
        (ASKS.format("12 July 2024"), None, "decision"),
        (
            "# Savings plan\n\n| Committee | Corporate Committee |\n|---|---|\n| Wards | All |\n\n"
            "## What are we asking you to do?\n\nWe ask the committee to:\n\n- agree the plan\n",
            None,
            "committee_report",
        ),
    ],
)
def test_a_page_is_what_it_is_and_not_the_plan_it_speaks_of(words: str, url: str | None, kind: str) -> None:
    assert review(text.read(words.encode(), "page.md"), url=url).kind.value == kind


def test_a_month_in_which_plans_were_published_is_no_deadline() -> None:
    record = review(text.read(f"# Savings plan\n\n{ABOUT}\n".encode(), "page.md")).record.plain()

    assert record["deadline_text"] is None
