"""The shipped table of bank holidays, held against two other tables, and what was known of it on a day."""

from datetime import date

import govuk_bank_holidays.bank_holidays as govuk
import holidays as other_table

from moothall.domain.days import days_between
from moothall.reference.bank_holidays import england


def weekdays_of(table: object) -> set[date]:
    return {row.on for row in table.rows}  # type: ignore[attr-defined]


def test_every_weekday_agrees_with_the_holidays_package_from_1995_to_2028() -> None:
    theirs = other_table.country_holidays("GB", subdiv="ENG", years=range(1995, 2029))

    expected = {
        day for day in days_between(date(1995, 1, 1), date(2028, 12, 31)) if day in theirs and day.weekday() < 5
    }

    assert weekdays_of(england()) == expected


def test_every_day_since_2012_agrees_with_the_list_of_gov_uk() -> None:
    theirs = govuk.BankHolidays(use_cached_holidays=True).get_holidays(division=govuk.BankHolidays.ENGLAND_AND_WALES)

    expected = {holiday["date"] for holiday in theirs}

    assert {day for day in weekdays_of(england()) if day >= date(2012, 1, 1)} == expected


def test_nine_days_before_the_state_funeral_it_was_an_ordinary_monday() -> None:
    funeral = date(2022, 9, 19)

    assert england(as_known_on=date(2022, 9, 9)).name_of(funeral) is None
    assert england(as_known_on=date(2022, 9, 10)).name_of(funeral) == "State Funeral of Queen Elizabeth II"


def test_a_holiday_that_was_moved_stood_in_its_old_place_until_then() -> None:
    before, after = england(as_known_on=date(2019, 6, 6)), england(as_known_on=date(2019, 6, 7))

    assert (before.name_of(date(2020, 5, 4)), before.name_of(date(2020, 5, 8))) == ("Early May bank holiday", None)
    assert (after.name_of(date(2020, 5, 4)), after.name_of(date(2020, 5, 8))) == (
        None,
        "Early May bank holiday (VE Day)",
    )


def test_every_row_has_a_name_and_a_source_and_the_table_a_version() -> None:
    table = england()

    assert all(row.name and row.source for row in table.rows)
    assert str(table) == f"Bank holidays, England and Wales, version {table.version}"


def test_every_year_has_its_eight_holidays_or_says_why_it_has_more() -> None:
    by_year = {year: [row for row in england().rows if row.on.year == year] for year in range(1995, 2029)}

    more = {year: len(rows) for year, rows in by_year.items() if len(rows) != 8}

    assert more == {1999: 9, 2002: 9, 2011: 9, 2012: 9, 2022: 10, 2023: 9}
