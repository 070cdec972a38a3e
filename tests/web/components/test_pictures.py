"""Pictures have a name that points to their table, hold no styles, and let no markup through."""

import re
from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute
from moothall.reference import bank_holidays, rule_packs
from moothall.web.components.pictures import page_meter, share_bar, small_chart, timeline, week_grid
from moothall.web.components.pictures.spans import spans

DEADLINE_ON = date(2024, 7, 19)
SPRING_BANK_HOLIDAY = date(2024, 5, 27)
POINTS = [("2021/22", Decimal("5.6")), ("2022/23", Decimal("4.40")), ("Sept 2024", Decimal("3.3"))]


@pytest.fixture(scope="module")
def route() -> PlannedRoute:
    """A key decision by a cabinet on 11 July, seen from 24 May."""
    routes = plan_routes(
        as_of=date(2024, 5, 24),
        deadline_on=DEADLINE_ON,
        meetings=[Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11))],
        pack=rule_packs.default(Governance.EXECUTIVE),
        holidays=bank_holidays.england(),
    )
    return next(one for one in routes if one.name.startswith("Cabinet"))


def texts(picture: str) -> str:
    """The words drawn in a picture."""
    return " | ".join(re.findall(r"<text[^>]*>([^<]*)</text>", picture))


def test_a_cabinet_on_11_july_has_a_row_for_each_thing_to_keep_and_one_for_being_a_day_late(
    route: PlannedRoute,
) -> None:
    rows = spans(route, deadline_on=DEADLINE_ON)

    assert [(row.name, row.note) for row in rows] == [
        ("Write and clear the report", "Until Wed 3 July"),
        ("Key decision notice", "28 clear days"),
        ("Agenda and report public", "5 clear working days"),
        ("Cabinet decides", "Thu 11 July"),
        ("Call-in", "5 working days"),
        ("If published a day late", "Decision out Fri 12 July"),
    ]


def test_the_words_beside_a_span_say_the_deed_and_its_day(route: PlannedRoute) -> None:
    words = [row.words for row in spans(route, deadline_on=DEADLINE_ON)]

    assert words[1:] == [
        "publish by Wed 12 June",
        "publish by Wed 3 July",
        "decides and publishes Thu 11 July",
        "closes Thu 18 July, in force Fri 19 July",
        "in force Sat 20 July: too late",
    ]


def test_a_day_that_counts_is_numbered_and_one_that_does_not_is_not(route: PlannedRoute) -> None:
    call_in = next(row for row in spans(route, deadline_on=DEADLINE_ON) if row.kind == "call_in")

    assert [one.number for one in call_in.days] == [None, 1, None, None, 2, 3, 4, 5]


def test_the_timeline_is_named_and_points_to_its_table(route: PlannedRoute) -> None:
    picture = str(timeline.draw(route, deadline_on=DEADLINE_ON, holidays=[SPRING_BANK_HOLIDAY]))

    assert 'role="img"' in picture
    assert 'aria-label="The route Cabinet, Thu 11 July against the calendar.' in picture
    assert "table" in picture[: picture.index(">")]
    assert "Deadline, end of Fri 19 July" in texts(picture)
    assert "No day to spare" in texts(picture)
    assert "Mon 27 May" in texts(picture)


def test_the_weeks_run_from_the_day_counted_from_to_the_deadline_monday_first(route: PlannedRoute) -> None:
    grid = week_grid.weeks(route, deadline_on=DEADLINE_ON, holidays=[SPRING_BANK_HOLIDAY])

    days = [cell.day for week in grid.weeks for cell in week.cells]
    assert (days[0], days[-1]) == (date(2024, 5, 20), date(2024, 7, 21))
    assert all(week.cells[0].day.weekday() == 0 for week in grid.weeks)
    assert [cell.day for week in grid.weeks for cell in week.cells if cell.is_deadline] == [DEADLINE_ON]
    assert [label for week in grid.weeks for label in week.labels if label[0] == "Bank holiday"]


def test_a_chart_is_named_with_its_first_and_last_value_and_points_to_its_table() -> None:
    picture = str(
        small_chart.draw(POINTS, name="Agency spend", unit="%", limit=Decimal("3.5"), limit_words="our limit")
    )

    label = picture[: picture.index("viewBox")]
    assert 'aria-label="Agency spend, from 5.6% to 3.3%. The numbers stand in a table."' in label
    assert "5.6%" in texts(picture)
    assert "our limit" in texts(picture)


@pytest.mark.parametrize("points", [[], POINTS[:1]])
def test_fewer_than_two_values_draw_no_line(points: list[tuple[str, Decimal]]) -> None:
    assert small_chart.draw(points, name="Agency spend") == ""


def test_values_that_are_all_nought_or_below_it_are_drawn_all_the_same() -> None:
    assert "<polyline" in small_chart.draw([("a", Decimal(0)), ("b", Decimal(0))], name="Nothing")
    assert "<polyline" in small_chart.draw([("a", Decimal(-3)), ("b", Decimal(2))], name="Below")


@pytest.mark.parametrize(("filled", "most", "pages"), [(3.5, 4, 4), (0, 4, 4), (6.5, 4, 7)])
def test_the_meter_shows_more_pages_where_the_text_is_longer(filled: float, most: int, pages: int) -> None:
    assert page_meter.draw(filled, most).count('class="page"') == pages


def test_a_share_is_as_long_as_its_whole_is_of_the_longest_and_never_overflows() -> None:
    whole, half = (
        re.findall(r'width="([\d.]+)"', str(share_bar.draw(*one))) for one in ((104, 104, 104), (9, 52, 104))
    )

    assert float(whole[0]) == float(whole[1])
    assert float(half[0]) == pytest.approx(float(whole[0]) / 2)
    assert share_bar.draw(1, 0, 0) == ""


def test_no_markup_of_the_writer_reaches_a_picture() -> None:
    drawn = small_chart.draw([("<b>", Decimal(1)), ('"><script>', Decimal(2))], name='"><i>')

    assert isinstance(drawn, Markup)
    assert not re.search(r"<b>|<script|<i>", str(drawn))


def test_no_picture_holds_a_style_which_the_content_policy_would_refuse(route: PlannedRoute) -> None:
    drawn = (
        timeline.draw(route, deadline_on=DEADLINE_ON, holidays=[SPRING_BANK_HOLIDAY]),
        small_chart.draw(POINTS, name="Agency spend"),
        page_meter.draw(3.5, 4),
        share_bar.draw(1, 2, 2),
    )

    assert not any("style=" in str(picture) or " id=" in str(picture) for picture in drawn)
