"""What is made of a page that answered."""

import pytest

from moothall.domain.page_checks import Found, by_words, check_page_address
from moothall.domain.refusals import Refusal

PLAN = ["We share one customer record.", "It saved £140,000 a year."]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Our plan\n• WE  SHARE one customer record.\nIt saved £140,000 a year. Contact us", Found.SAME),
        ("We share one customer record. It saved £150,000 a year.", Found.DIFFERS),
        ("Page not found", Found.DIFFERS),
    ],
)
def test_a_page_says_the_same_where_every_passage_stands_on_it(page: str, found: Found) -> None:
    assert by_words(page, PLAN).found is found


@pytest.mark.parametrize("address", ["ftp://a.example", "https://me:secret@a.example/", "javascript:alert(1)", "plan"])
def test_only_an_address_of_a_web_page_is_kept(address: str) -> None:
    with pytest.raises(Refusal, match="no address of a web page"):
        check_page_address(address)
