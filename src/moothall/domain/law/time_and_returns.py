"""The summons, the counting of days, public notices and returns, mostly of the Local Government Act 1972."""

from __future__ import annotations

from moothall.domain.clocks import council_summons
from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import ACT_1972, Provision, Read

DATE, TEST, DUTY = Gives.DATE, Gives.TEST, Gives.DUTY

PART = Part(
    "Summons, clear days, public notice and returns",
    (
        Row(
            "G-N6",
            "Every member is summoned to a council five clear days before, with the business, beside the public"
            " notice.",
            DATE,
            council_summons.PROVISION,
            ("council-summons",),
        ),
        Row(
            "G-N6",
            "What the summons does not name is barred, save annual business and urgency under standing orders.",
            TEST,
            council_summons.OTHER_BUSINESS,
            ("council-business",),
        ),
        Row(
            "G-N3",
            "Clear days leave out both the day of the notice and the day of the meeting.",
            DATE,
            Provision("Cases of 1820 and 1993", "as cited in advice to councils", Read.ACCOUNT),
            ("agenda-publication", "meeting-notice"),
            "domain.days",
        ),
        Row(
            "G-N8",
            "A last day that falls on a Sunday, a holiday or a day of mourning moves on. Information only.",
            DATE,
            Provision(ACT_1972, "section 243(1) and (2)"),
            ("day-moved",),
        ),
        Row(
            "G-N8",
            "Days are left out of a count for certain rules of polls, and not for agendas.",
            DUTY,
            Provision(ACT_1972, "section 243(4)"),
        ),
        Row(
            "G-N9",
            "A public notice goes in a conspicuous place and by other means, unless a rule of its own says how.",
            TEST,
            Provision(ACT_1972, "section 232"),
            ("public-notice",),
        ),
        Row(
            "G-D7",
            "Electors may see orders for payment; members may see accounts. Minutes of a council are not under this.",
            DUTY,
            Provision(ACT_1972, "section 228"),
        ),
        Row(
            "G-R1",
            "A council sends the Secretary of State the returns and information that are required.",
            TEST,
            Provision(ACT_1972, "section 230"),
            ("return-duty",),
            "domain.rounds",
        ),
        Row(
            "G-O1",
            "One officer is responsible for the financial administration at any time.",
            TEST,
            Provision(ACT_1972, "section 151", Read.ACCOUNT),
            ("statutory-officers",),
        ),
        Row(
            "G-K4",
            "A vice-chair may do what the chair may, as far as standing orders allow.",
            TEST,
            Provision(ACT_1972, "section 5(3)"),
            ("special-urgency",),
        ),
    ),
)
