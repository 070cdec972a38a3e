"""Ways a page says which body met and on which day, and days that are not the meeting's."""

import pytest

from moothall.documents.reading import text
from moothall.documents.review import review

REPORT = "\n\n## Recommendation\n\n1. That the savings plan be approved.\n\n## Legal implications\n\nNone.\n"
RELEASE = "# Councillors back savings plan\n\nPress release\n\nThursday 18 July 2024\n\n{}\n\nNotes to editors\n"


def body_and_day(words: str) -> tuple[str | None, str | None]:
    record = review(text.read(words.encode(), "page.md")).record.plain()
    return (record["body"] or {}).get("name"), record["meeting_date"]


@pytest.mark.parametrize(
    "head",
    [
        "CABINET\n\n11 JULY 2024\n\nSAVINGS PLAN\n\nDate of previous meeting considered: 24 June 2024",
        "**CABINET**\n\n**THURSDAY, 11TH JULY, 2024**\n\n# Savings plan\n\nAs recommended by the Board on 4 July 2024.",
        "Cabinet\n\nMinutes\n\nThursday 11 July 2024 at 7.00 pm\n\n1. Minutes of the meeting held on 6 June 2024",
        "THE CABINET will meet at 6pm on Thursday 11 July 2024\n\nAGENDA\n\n1. Minutes of the meeting on 6 June 2024",
        "Decisions of the Cabinet\n\nHeld on Thursday, 11 July 2024\n\n# Savings plan\n\n## Date of next meeting\n\n"
        "12 September 2024",
    ],
)
def test_the_day_under_the_bodys_name_is_the_meetings_and_no_other_is(head: str) -> None:
    assert body_and_day(head + REPORT) == ("Cabinet", "2024-07-11")


@pytest.mark.parametrize(
    ("words", "body", "day"),
    [
        ("At a meeting of the Executive last night (Wednesday) members endorsed the plan.", "Executive", "2024-07-17"),
        ("Bexbridge Council's Cabinet approved the plan on Tuesday.", "Cabinet", "2024-07-16"),
        ("The plan has been agreed by cabinet. Members met on Thursday, July 11.", "cabinet", "2024-07-11"),
        ("The Council's Cabinet will be asked to agree a plan. The plan will be discussed on Monday 22 July 2024.",
         "Cabinet", "2024-07-22"),
        ("The council published its plan yesterday.", None, None),
    ],
)  # fmt: skip
def test_a_release_tells_the_day_from_its_own(words: str, body: str | None, day: str | None) -> None:
    assert body_and_day(RELEASE.format(words)) == (body, day)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The Finance Committee endorsed it on 16 July 2024.", "Finance Committee"),
        ("The plan was agreed by the Audit Panel on 2 July 2024 in draft, and by Full Council on 16 July 2024.",
         "Full Council"),
        ("Cabinet signed off this response on 16 July 2024.", "Cabinet"),
        ("On 16 July 2024, Cabinet approved the plan.", "Cabinet"),
    ],
)  # fmt: skip
def test_a_plans_page_tells_who_agreed_it_last(words: str, body: str) -> None:
    assert body_and_day(f"# Savings plan\n\nThis plan tells how we save.\n\n{words}\n") == (body, "2024-07-16")


def test_a_budget_approved_on_another_day_gives_a_plan_no_meeting() -> None:
    assert body_and_day("# Savings plan\n\nCabinet approved the budget on 14 February 2024.\n") == (None, None)
