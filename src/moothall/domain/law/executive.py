"""The executive's regulations of 2012: its meetings, key decisions, records and who may see them."""

from __future__ import annotations

from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read

DATE, TEST, RECORD, DUTY = Gives.DATE, Gives.TEST, Gives.RECORD, Gives.DUTY


def _reg(part: str, read: Read = Read.OWN_TEXT) -> Provision:
    return Provision(EXECUTIVE_REGULATIONS, part, read)


PART = Part(
    "The executive: meetings, key decisions and records",
    (
        Row(
            "G-N10",
            "The executive and its committees come under these rules.",
            TEST,
            _reg("regulation 2"),
            ("body-rules",),
        ),
        Row(
            "G-N10",
            "Its meetings are open unless a ground closes them.",
            TEST,
            _reg("regulation 3"),
            ("item-openness",),
        ),
        Row(
            "G-E3",
            "Confidential matter must be taken in private, exempt matter may be by resolution; disorder is a third"
            " ground.",
            TEST,
            _reg("regulation 4"),
            ("item-openness",),
        ),
        Row(
            "G-E2",
            "The resolution names the part of the meeting and the description.",
            TEST,
            _reg("regulation 4", Read.RECALLED),
            ("exclusion-resolution",),
        ),
        Row(
            "G-N5",
            "A private meeting is announced 28 clear days before, with reasons. One exempt appendix is enough.",
            DATE,
            _reg("regulation 5(2) and (3)"),
            ("private-meeting-notice",),
        ),
        Row(
            "G-N5",
            "A second notice five clear days before gives reasons, representations and the response.",
            DATE,
            _reg("regulation 5(4) and (5)"),
            ("private-meeting-notice",),
        ),
        Row(
            "G-K7",
            "A private meeting at shorter notice needs the agreement of a chair on a ladder of three.",
            TEST,
            _reg("regulation 5(6)"),
            ("private-meeting-notice", "urgency"),
        ),
        Row(
            "G-K7",
            "A notice of the reasons follows that agreement.",
            RECORD,
            _reg("regulation 5(7)", Read.RECALLED),
            ("private-meeting-notice",),
        ),
        Row(
            "G-N1",
            "Notice of a public meeting is at the offices and on the website five clear days before, or when convened.",
            DATE,
            _reg("regulation 6(1)"),
            ("meeting-notice",),
        ),
        Row(
            "G-N7",
            "An item may be taken only if listed that long, or since the meeting was convened. No urgent item.",
            TEST,
            _reg("regulation 6(2)"),
            ("late-item", "urgency"),
        ),
        Row(
            "G-N2",
            "Agenda and reports are open five clear days before; what is added, from then.",
            DATE,
            _reg("regulation 7", Read.RECALLED),
            ("agenda-publication",),
        ),
        Row(
            "G-N4",
            "Part of a report may be kept back, and is marked.",
            TEST,
            _reg("regulation 7", Read.RECALLED),
            ("withheld-report",),
        ),
        Row(
            "G-K1",
            "A decision is key if its money is significant for the service, or it affects two or more wards or"
            " divisions.",
            TEST,
            _reg("regulation 8"),
            ("key-decision",),
        ),
        Row(
            "G-K2",
            "The notice of a key decision holds eight particulars.",
            RECORD,
            _reg("regulation 9(1)(a) to (h)"),
            ("key-decision-particulars",),
        ),
        Row(
            "G-K2",
            "It is published 28 clear days before the earliest day of the decision.",
            DATE,
            _reg("regulation 9(2)", Read.ACCOUNT),
            ("key-decision-notice", "notice-kind"),
        ),
        Row(
            "G-K2",
            "For a private matter the particulars are given without what is secret.",
            RECORD,
            _reg("regulation 9(3)", Read.RECALLED),
            ("key-decision-particulars",),
        ),
        Row(
            "G-K3",
            "General exception: tell the chair of scrutiny (each member if there is none), publish, and let five"
            " clear days"
            " go by.",
            DATE,
            _reg("regulation 10(1)"),
            ("general-exception", "notice-kind"),
        ),
        Row(
            "G-K3",
            "A second notice says why 28 days were impracticable.",
            RECORD,
            _reg("regulation 10(3)"),
            ("general-exception",),
        ),
        Row(
            "G-K4",
            "Special urgency: the decision maker obtains agreement from a ladder of three.",
            TEST,
            _reg("regulation 11(1)"),
            ("special-urgency", "urgency", "notice-kind"),
        ),
        Row("G-K4", "A notice of the reasons follows.", RECORD, _reg("regulation 11(2)"), ("special-urgency",)),
        Row(
            "G-D1",
            "Every executive decision at a meeting is recorded with six fields, key or not.",
            RECORD,
            _reg("regulation 12"),
            ("decision-record",),
        ),
        Row(
            "G-D2",
            "So is the decision of one member.",
            RECORD,
            _reg("regulation 13(1) to (3)", Read.RECALLED),
            ("decision-record",),
        ),
        Row(
            "G-D2",
            "So is an officer's executive decision; a council's own policy sets the amount from which.",
            RECORD,
            _reg("regulation 13(4)", Read.ACCOUNT),
            ("decision-record", "officer-executive-record"),
        ),
        Row(
            "G-D7",
            "Records and reports are open to the public as soon as reasonably practicable.",
            DUTY,
            _reg("regulation 14", Read.RECALLED),
        ),
        Row(
            "G-B1",
            "The list and the background papers are open with the report.",
            DUTY,
            _reg("regulation 15", Read.RECALLED),
        ),
        Row(
            "G-M1",
            "Any member may see documents for a public meeting five clear days before, or from convening or adding.",
            DATE,
            _reg("regulation 16(1) and (2)"),
            ("member-inspection",),
        ),
        Row(
            "G-M1",
            "After a private meeting or a decision of one person, within 24 hours.",
            DATE,
            _reg("regulation 16(3) and (4)"),
            ("member-inspection",),
        ),
        Row(
            "G-M1",
            "Exempt matter and advisers' advice may be kept from members in part.",
            DUTY,
            _reg("regulation 16(5) and (6)", Read.RECALLED),
        ),
        Row(
            "G-M2",
            "A scrutiny member who asks has the copy at most ten clear days after.",
            DATE,
            _reg("regulation 17"),
            ("scrutiny-documents",),
        ),
        Row(
            "G-K5",
            "Where scrutiny requires it, the executive reports why a decision was not treated as key.",
            DATE,
            _reg("regulation 18"),
            ("key-decision-report",),
        ),
        Row(
            "G-K6",
            "The leader or mayor reports on special urgency at least once a year.",
            DATE,
            _reg("regulation 19"),
            ("special-urgency-report",),
        ),
        Row(
            "G-E5",
            "For a decision of one person it is that person's own opinion that keeps a paper back.",
            TEST,
            _reg("regulation 20"),
            ("withheld-report",),
        ),
        Row(
            "G-D7",
            "Papers are at the offices and on the website; only background papers cost anything to see.",
            TEST,
            _reg("regulation 21(1) to (4)"),
            ("inspection-fee",),
        ),
        Row(
            "G-D8",
            "Records are kept six years and papers four.",
            DATE,
            _reg("regulation 21", Read.RECALLED),
            ("retention",),
        ),
        Row("G-D8", "To obstruct or refuse is an offence.", DUTY, _reg("regulation 22", Read.RECALLED)),
    ),
)
