"""One item of a whole meeting's page: what the other items decided is not taken for it."""

from __future__ import annotations

import pytest

from moothall.documents.reading import html, text
from moothall.documents.review import review

ITEMS = (
    "Minutes of the Cabinet held on Tuesday, 9 July 2024\n\n{0} APOLOGIES FOR ABSENCE\n\nThere were none.\n\n"
    "{1} PRODUCTIVITY PLAN\n\nRESOLVED\n\nThat the Productivity Plan be endorsed.\n\n"
    "{2} REVENUE OUTTURN\n\nRESOLVED\n\nThat the outturn be noted.\n"
)


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2.", "3."),
        ("CB 24/71", "CB 24/72", "CB 24/73"),
        ("71/24", "72/24", "73/24"),
        ("EX.31", "EX.32", "EX.33"),
        ("Item 4:", "Item 5:", "Item 6:"),
    ],
)
def test_only_the_plans_item_is_read_however_items_are_counted(numbers: tuple[str, str, str]) -> None:
    found = review(text.read(ITEMS.format(*numbers).encode(), "minutes.txt")).record

    assert found.verbs == ("endorse",)
    assert found.meeting_date == "2024-07-09"


def test_a_table_that_lays_out_a_meetings_items_is_read_item_by_item() -> None:
    row = "<tr><td>{}.</td><td><p>{}</p><p>Minutes:</p><p>RESOLVED:</p><p>{}</p></td></tr>"
    rows = [
        row.format(24, "Apologies for absence", "There were none."),
        row.format(25, "Productivity Plan", "That the Productivity Plan be approved."),
        row.format(26, "Car parks", "That the charges be agreed."),
    ]
    page = f"<html><body><h2>Cabinet - Wednesday, 10th July, 2024</h2><table>{''.join(rows)}</table></body></html>"

    found = review(html.read(page.encode(), "page.html")).record

    assert (found.title, found.verbs, found.meeting_date) == ("Productivity Plan", ("approve",), "2024-07-10")


def test_a_table_of_items_kept_in_single_lines_is_cut_at_its_labels() -> None:
    page = (
        "## Cabinet - Tuesday, 9th July, 2024\n\n| No. | Item |\n| --- | --- |\n"
        "| 18. | APOLOGIES FOR ABSENCE Minutes: None. |\n"
        "| 19. | PRODUCTIVITY PLAN REPORT OF THE LEADER Decision: RESOLVED: That the Productivity Plan be approved. |\n"
        "| 20. | LOCAL PLAN Decision: RESOLVED: That the report be noted. |\n"
    )

    found = review(text.read(page.encode(), "page.txt")).record

    assert (found.title, found.verbs) == ("PRODUCTIVITY PLAN", ("approve",))
