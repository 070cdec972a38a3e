"""The register of authorities: who existed when, who followed whom, and whose address is whose."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from moothall.reference import authorities

DEADLINE_DAY = date(2024, 7, 19)


def test_317_principal_authorities_existed_on_19_july_2024() -> None:
    existing = authorities.principal(DEADLINE_DAY)

    assert len(existing) == 317
    assert [a.name for a in existing][:2] == ["Adur", "Amber Valley"]
    assert [a.name.casefold() for a in existing] == sorted(a.name.casefold() for a in existing)


@pytest.mark.parametrize(
    ("day", "how_many"),
    [
        (date(2019, 3, 31), 353),
        (date(2019, 4, 1), 343),
        (date(2020, 4, 1), 339),
        (date(2021, 4, 1), 333),
        (date(2023, 3, 31), 333),
        (date(2023, 4, 1), 317),
    ],
)
def test_each_reorganisation_takes_effect_on_its_1_april(day: date, how_many: int) -> None:
    assert len(authorities.principal(day)) == how_many


def test_the_register_refuses_a_day_it_does_not_cover() -> None:
    with pytest.raises(ValueError, match="starts on 2019-03-31"):
        authorities.principal(date(2018, 1, 1))


def test_taunton_deane_is_followed_through_two_changes_to_somerset_council() -> None:
    heirs = authorities.successors(authorities.by_gss("E07000190"))

    assert [a.official_name for a in heirs] == ["Somerset Council"]


def test_cumbria_county_was_followed_by_two_councils() -> None:
    heirs = authorities.successors(authorities.by_gss("E10000006"))

    assert {a.name for a in heirs} == {"Cumberland", "Westmorland and Furness"}


def test_an_unknown_code_gets_a_sentence() -> None:
    with pytest.raises(KeyError, match="No principal English authority has the code X07000001"):
        authorities.by_gss("X07000001")


def test_every_abolished_authority_has_a_successor_that_started_by_the_day_it_ended() -> None:
    for authority in authorities.all_authorities():
        if authority.ends_on is None:
            assert authority.replaced_by == ()
            continue
        assert authority.replaced_by, authority.name
        for gss in authority.replaced_by:
            assert authorities.by_gss(gss).exists_on(authority.ends_on), authority.name


def test_centroids_lie_in_england_and_every_current_authority_has_one() -> None:
    for authority in authorities.principal(DEADLINE_DAY):
        place = authorities.centroid(authority.gss)

        assert place is not None
        assert 49.8 < place[0] < 55.9 and -6.5 < place[1] < 1.9


def test_the_register_agrees_with_the_reference_facts(shared_folder: Path) -> None:
    with (shared_folder / "reference" / "english-authorities.csv").open(encoding="utf-8") as file:
        given = {row["gss_code"]: row for row in csv.DictReader(file)}
    codes = {row["register_code"]: gss for gss, row in given.items()}

    assert {a.gss for a in authorities.all_authorities()} == set(given)
    for authority in authorities.all_authorities():
        row = given[authority.gss]
        assert authority.register_code == row["register_code"]
        assert authority.name == row["name"]
        assert authority.official_name == " ".join(row["official_name"].split())
        assert authority.kind == row["type"]
        assert authority.region == row["region"] or not row["region"]
        assert authority.county == row["county"] or authority.gss == "E07000201"  # the source puts it in Surrey
        assert (authority.starts_on.isoformat() if authority.starts_on else "") == row["start"]
        assert list(authority.replaced_by) == [codes[code] for code in row["replaced_by"].split(",") if code]
        if row["end"]:
            assert authority.ends_on is not None
            assert (authority.ends_on - date.fromisoformat(row["end"])).days in {0, 1}
        else:
            assert authority.ends_on is None


# Addresses of pages on which councils published plans or decisions, with the council each belongs to. A supplier's
# host or a copy on somebody else's site names no council.
PAGES = [
    ("https://www.ashfield.gov.uk/your-council/", "Ashfield"),
    ("https://councildecisions.bury.gov.uk/ieDecisionDetails.aspx?ID=4089", "Bury"),
    ("https://modgov.cherwell.gov.uk/ieIssueDetails.aspx?IId=27604&Opt=3", "Cherwell"),
    ("https://democracy.chorley.gov.uk/ieIssueDetails.aspx", "Chorley"),
    ("https://meetings.cotswold.gov.uk/ieDecisionDetails.aspx?Id=233", "Cotswold"),
    ("https://democracy.darlington.gov.uk/mgAi.aspx?ID=11506", "Darlington"),
    ("http://democracy.devon.gov.uk/ieIssueDetails.aspx", "Devon"),
    ("https://moderngov.dorsetcouncil.gov.uk/ieIssueDetails.aspx", "Dorset Council"),
    ("https://democracy.durham.gov.uk/mgAi.aspx?ID=66391", "County Durham"),
    ("https://democracy.e-lindsey.gov.uk/ieIssueDetails.aspx", "East Lindsey"),
    ("https://eppingforestdc.gov.uk/your-council/", "Epping Forest"),
    ("https://committees.exeter.gov.uk/ieIssueDetails.aspx", "Exeter"),
    ("https://folkestone-hythe.gov.uk/policies-plans-documents/", "Folkestone and Hythe"),
    ("https://gateshead.gov.uk/article/28887/", "Gateshead"),
    ("https://www.gravesham.gov.uk/directory-record/337/", "Gravesham"),
    ("https://democracy.guildford.gov.uk/ieIssueDetails.aspx", "Guildford"),
    ("https://democracy.havering.gov.uk/mgAi.aspx?ID=34573", "Havering"),
    ("http://hillingdon.lbhill1-prd.gosshosted.com/", None),
    ("https://hounslow.gov.uk/homepage/356/", "Hounslow"),
    ("https://iow.moderngov.co.uk/mgIssueHistoryHome.aspx", "Isle of Wight"),
    ("https://democracy.west-norfolk.gov.uk/ieIssueDetails.aspx", "Kings Lynn and West Norfolk"),
    ("https://committeeadmin.lancaster.gov.uk/ieDecisionDetails.aspx?Id=1523", "Lancaster"),
    ("https://democratic.lincoln.gov.uk/ieIssueDetails.aspx", "City of Lincoln"),
    ("https://maidstone.gov.uk", "Maidstone"),
    ("https://democracy.melton.gov.uk/ieIssueDetails.aspx", "Melton"),
    ("https://moderngov.middlesbrough.gov.uk/ieIssueDetails.aspx", "Middlesbrough"),
    ("https://democracy.newforest.gov.uk/ieDecisionDetails.aspx?ID=1208", "New Forest"),
    ("https://democracy.north-herts.gov.uk/ieListDocuments.aspx?MId=3678", "North Hertfordshire"),
    ("https://minutes-1.nwleics.gov.uk/ieIssueDetails.aspx", "North West Leicestershire"),
    ("https://www.pendle.gov.uk/info/20085/", "Pendle"),
    ("https://moderngovwebpublic.redditchbc.gov.uk/mgAi.aspx?ID=27209", "Redditch"),
    ("https://democracy.ribblevalley.gov.uk/ieDecisionDetails.aspx?AIId=5849", "Ribble Valley"),
    ("https://democracy.rushcliffe.gov.uk/mgAi.aspx?ID=3827", "Rushcliffe"),
    ("https://democracy.somerset.gov.uk/ieIssueDetails.aspx", "Somerset"),
    ("https://southcambsweb.azurewebsites.net/your-council-and-democracy/", None),
    ("https://moderngov.southkesteven.gov.uk/ieIssueDetails.aspx", "South Kesteven"),
    ("https://beta.stock1-prd.gosshosted.com/", None),
    ("https://mycouncil.surreycc.gov.uk/ieIssueDetails.aspx", "Surrey"),
    ("https://tamworth.gov.uk/council/how-council-run/", "Tamworth"),
    ("https://democracy.warwickshire.gov.uk/ieIssueDetails.aspx", "Warwickshire"),
    ("https://democracy.west-lindsey.gov.uk/ieIssueDetails.aspx", "West Lindsey"),
    ("https://woking.gov.uk/", "Woking"),
    ("https://opengovernment.network/councils/wolverhampton/decisions/72425", None),
    ("https://www.wyreforestdc.gov.uk/your-council/", "Wyre Forest"),
]


@pytest.mark.parametrize(("address", "name"), PAGES)
def test_a_page_address_gives_its_council_or_none_and_never_another(address: str, name: str | None) -> None:
    found = authorities.by_host(address)

    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("officer@oadby-wigston.gov.uk", "Oadby and Wigston"),
        ("Officer.Name@Newark-SherwoodDC.gov.uk", "Newark and Sherwood"),
        ("harlow.gov.uk", "Harlow"),
        ("north-herts.gov.uk:8443", "North Hertfordshire"),
        ("www.gov.uk", None),
        ("levellingup.gov.uk", None),
        ("notharlow.gov.uk", None),
        ("harlow.gov.uk.example.org", None),
        ("adur-worthing.gov.uk", None),
        ("example.moderngov.co.uk", None),
        ("moderngov.co.uk", None),
        ("", None),
    ],
)
def test_an_email_or_bare_host_gives_its_council_or_none(text: str, name: str | None) -> None:
    found = authorities.by_host(text)

    assert (found.name if found else None) == name


def test_a_domain_kept_through_reorganisation_gives_the_council_of_that_day() -> None:
    county = authorities.by_host("somerset.gov.uk", on=date(2022, 6, 1))
    unitary = authorities.by_host("somerset.gov.uk", on=DEADLINE_DAY)

    assert county is not None and county.official_name == "Somerset County Council"
    assert unitary is not None and unitary.official_name == "Somerset Council"


def test_every_host_belongs_to_a_council_in_the_register() -> None:
    for host, codes in authorities.hosts().items():
        assert host == host.lower() and "." in host and codes
        for gss in codes:
            authorities.by_gss(gss)
