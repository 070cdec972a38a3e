"""Officers' decisions that are not the executive's, and the three statutory officers with their reports."""

from __future__ import annotations

from moothall.domain.clocks import officer_decision_record, officer_report_meeting, officer_report_route, sole_reviewer
from moothall.domain.clocks.officer_report_meeting import Report
from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import ACT_1989, OPENNESS_REGULATIONS, Provision, Read

DATE, TEST, RECORD, DUTY = Gives.DATE, Gives.TEST, Gives.RECORD, Gives.DUTY
_RECORD = officer_decision_record.PROVISIONS

DECISIONS = Part(
    "Decisions of officers that are not the executive's",
    (
        Row(
            "G-D3",
            "In scope is what the council or a committee would otherwise decide.",
            TEST,
            _RECORD["scope"],
            ("officer-decision-record", "body-rules"),
        ),
        Row(
            "G-D3",
            "A record is owed under an express authorisation, or under a general one for three effects.",
            TEST,
            _RECORD["owed"],
            ("officer-decision-record",),
        ),
        Row(
            "G-D3",
            "It holds date, decision, reasons, options and, under an express authorisation, conflicts declared.",
            RECORD,
            _RECORD["fields"],
            ("officer-decision-record",),
        ),
        Row(
            "G-D3",
            "A record that other law asks for, with date, decision and reasons, is enough.",
            TEST,
            _RECORD["other_law"],
            ("officer-decision-record",),
        ),
        Row(
            "G-D4",
            "It is at the offices and on the website; kept six years, its papers four.",
            DATE,
            _RECORD["kept"],
            ("retention", "officer-decision-record"),
        ),
        Row(
            "G-E3",
            "What is confidential or exempt is not disclosed.",
            DUTY,
            Provision(OPENNESS_REGULATIONS, "regulation 9", Read.RECALLED),
        ),
        Row(
            "G-D8",
            "To obstruct or refuse is an offence.",
            DUTY,
            Provision(OPENNESS_REGULATIONS, "regulation 10", Read.RECALLED),
        ),
    ),
)
STATUTORY = Part(
    "The statutory officers",
    (
        Row(
            "G-O1",
            "A report of the head of paid service is considered by the council within three months of copies being"
            " sent.",
            DATE,
            Provision(ACT_1989, "section 4"),
            ("head-of-service-report",),
        ),
        Row(
            "G-O1",
            "The monitoring officer is not the chief finance officer and, in most councils, not the head of paid"
            " service.",
            TEST,
            Provision(ACT_1989, "section 5(1) to (1B)"),
            ("statutory-officers",),
        ),
        Row(
            "G-O2",
            "The monitoring officer reports what is unlawful to the council; maladministration after the ombudsman.",
            TEST,
            officer_report_route.FIVE,
            ("officer-report-route",),
        ),
        Row(
            "G-O2",
            "The meeting is within 21 days, and the matter stands still to the end of the first business day after.",
            DATE,
            officer_report_meeting.PROVISIONS[Report.MONITORING_OFFICER],
            ("officer-report-meeting",),
        ),
        Row(
            "G-O2",
            "On the executive's matters the report goes to the executive, which reports to all members.",
            TEST,
            officer_report_route.FIVE_A,
            ("officer-report-route", "officer-report-meeting"),
        ),
        Row(
            "G-N3",
            "A business day, for these reports, is no weekend day, Christmas Day, Good Friday or bank holiday.",
            DATE,
            Provision(ACT_1989, "section 5(8)"),
            ("officer-report-meeting",),
        ),
        Row(
            "G-O3",
            "The chief finance officer reports unlawful spending to the council or, for its matters, to the executive.",
            TEST,
            officer_report_route.SPENDING,
            ("officer-report-route", "officer-report-meeting"),
        ),
        Row(
            "G-O3",
            "On its matters that report is made under a section of its own.",
            TEST,
            officer_report_route.SPENDING_A,
            ("officer-report-route", "officer-report-meeting"),
        ),
        Row(
            "G-O3",
            "Spending above resources goes to the council, and new spending is barred to the day after its meeting.",
            DATE,
            officer_report_route.ABOVE,
            ("officer-report-meeting", "officer-report-route"),
        ),
        Row(
            "G-O4",
            "An author should not be the only reviewer. This is advice.",
            TEST,
            sole_reviewer.PROVISION,
            ("sole-reviewer",),
            "domain.checks.officer_comments_on_own_report",
        ),
    ),
)
