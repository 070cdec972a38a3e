"""The Local Government Act 1972, part VA: meetings of the council and its committees, and their papers."""

from __future__ import annotations

from moothall.domain.clocks import exempt_information, retention
from moothall.domain.clocks.retention import Record
from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import ACT_1972, SCHEDULE_12A, Provision

DATE, TEST, RECORD, DUTY = Gives.DATE, Gives.TEST, Gives.RECORD, Gives.DUTY


def _act(part: str) -> Provision:
    return Provision(ACT_1972, part)


PART = Part(
    "Meetings of the council and its committees, and their papers",
    (
        Row(
            "G-N10",
            "A meeting is open. It must be closed for what is confidential, and may be closed by a vote for what is"
            " exempt.",
            TEST,
            _act("section 100A(1), (2) and (4)"),
            ("item-openness",),
        ),
        Row(
            "G-E2",
            "A resolution to shut the public out names the part of the meeting and describes the information by"
            " schedule"
            " 12A.",
            TEST,
            _act("section 100A(4) and (5)"),
            ("exclusion-resolution",),
        ),
        Row(
            "G-E3",
            "Confidential is what a department supplied on terms that forbid disclosure, and what a law or court"
            " forbids.",
            TEST,
            _act("section 100A(2) and (3)"),
            ("item-openness",),
        ),
        Row(
            "G-N1",
            "Notice of time and place is up five clear days before (three before 1 October 2002), or when convened.",
            DATE,
            _act("section 100A(6)(a)"),
            ("meeting-notice",),
        ),
        Row(
            "G-N2",
            "Agenda and reports are open five clear days before (three before 1 October 2002); what is added, from"
            " then.",
            DATE,
            _act("section 100B(1) and (3)"),
            ("agenda-publication",),
        ),
        Row(
            "G-N2",
            "A later item may be taken only if the chair finds it urgent for special circumstances that are minuted.",
            TEST,
            _act("section 100B(4)"),
            ("late-item", "council-business", "urgency"),
        ),
        Row(
            "G-N4",
            "The proper officer may keep back a report, or part, on what is likely to be taken in private.",
            TEST,
            _act("section 100B(2)"),
            ("withheld-report",),
        ),
        Row(
            "G-E5",
            "Every copy kept back is marked Not for publication, with the description from schedule 12A.",
            RECORD,
            _act("section 100B(5)"),
            ("withheld-report",),
        ),
        Row(
            "G-N2",
            "Copies are in the room for the public, and go to the press on request and at cost.",
            DUTY,
            _act("section 100B(6) and (7)"),
        ),
        Row(
            "G-D5",
            "Minutes, summary, agenda and open reports are inspected for six years beginning with the meeting.",
            DATE,
            retention.PROVISIONS[Record.MEETING],
            ("retention",),
        ),
        Row(
            "G-D6",
            "Where minutes with a part kept back are no fair record, the proper officer writes a summary.",
            TEST,
            _act("section 100C(2)"),
            ("minutes-summary",),
        ),
        Row(
            "G-B1",
            "Each copy of a report lists its background papers; a report without any says so.",
            RECORD,
            _act("section 100D(1) and (5)"),
            ("background-list", "background-paper"),
        ),
        Row(
            "G-B1",
            "Background papers are open four years; the list stays six with the report. Exempt papers need not be"
            " listed,"
            " confidential ones may not be.",
            DATE,
            _act("section 100D(2) to (4)"),
            ("retention", "background-paper", "background-list"),
        ),
        Row(
            "G-N10",
            "Committees and sub-committees come under the same rules; informal working groups do not.",
            TEST,
            _act("section 100E"),
            ("body-rules",),
        ),
        Row(
            "G-M1",
            "A member may see papers of council and committee business; paragraph 6, and 3 save for contract"
            " terms under"
            " negotiation, stay open to members.",
            TEST,
            _act("section 100F"),
            ("member-right",),
        ),
        Row(
            "G-D9",
            "Powers delegated to officers are listed with the officer's title, unless for six months or less.",
            TEST,
            _act("section 100G(2) and (4)"),
            ("delegation-listing",),
        ),
        Row(
            "G-D9",
            "A register of members is kept. Moothall exports no member's address.",
            DUTY,
            _act("section 100G(1)"),
        ),
        Row(
            "G-D7",
            "Papers are seen at reasonable hours; only background papers and copies may cost a fee.",
            TEST,
            _act("section 100H(1) and (2)"),
            ("inspection-fee",),
        ),
        Row(
            "G-D8",
            "To obstruct inspection or refuse a copy without reasonable excuse is an offence.",
            DUTY,
            _act("section 100H(4)"),
        ),
        Row(
            "G-E1",
            "Information is exempt under seven paragraphs, since 1 March 2006.",
            TEST,
            Provision(SCHEDULE_12A, "part 1", note="Paragraph 6 was read in part only."),
            ("exempt-information",),
        ),
        Row(
            "G-E4",
            "What company law or the like has registered is not exempt under paragraph 3.",
            TEST,
            exempt_information.PROVISIONS["registered"],
            ("exempt-information",),
        ),
        Row(
            "G-E4",
            "The authority's own planning permission is never exempt.",
            TEST,
            exempt_information.PROVISIONS["planning"],
            ("exempt-information",),
        ),
        Row(
            "G-E4",
            "It is exempt only if and so long as the public interest in keeping it closed outweighs that in"
            " disclosing it.",
            TEST,
            exempt_information.PUBLIC_INTEREST,
            ("exempt-information",),
        ),
    ),
)
