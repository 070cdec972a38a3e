"""Change of governance, and of the councils themselves."""

from __future__ import annotations

from moothall.domain.clocks import (
    governance_lock,
    governance_model,
    obligation_holder,
    successor_consent,
    transition_step,
)
from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import Provision, Read

DATE, TEST = Gives.DATE, Gives.TEST

PART = Part(
    "Change of governance and of councils",
    (
        Row(
            "G-S1",
            "Which models of governance are open to a council depends on the day. No end date is assumed.",
            TEST,
            governance_model.NEW,
            ("governance-model",),
        ),
        Row(
            "G-S2",
            "After a change of governance another is barred for five years, or ten after a referendum.",
            DATE,
            governance_lock.PROVISION,
            ("governance-lock",),
        ),
        Row(
            "G-S3",
            "A step of the old council counts for the new one for functions exercised in the transition.",
            TEST,
            transition_step.PROVISION,
            ("transition-step",),
        ),
        Row(
            "G-S4",
            "Property, liabilities and the plans that are named pass to the new council; other plans it adopts or"
            " closes.",
            TEST,
            obligation_holder.TRANSFER,
            ("obligation-holder",),
        ),
        Row(
            "G-S4",
            "The duty to let records be inspected goes with who holds them, for the rest of their years.",
            TEST,
            obligation_holder.CUSTODY,
            ("obligation-holder", "retention"),
        ),
        Row(
            "G-S5",
            "Once directed, a council that is to go needs consent in writing for deals above set values.",
            TEST,
            successor_consent.PROVISION,
            ("successor-consent",),
        ),
        Row(
            "G-S6",
            "An order for one area sets its vesting day and its shadow council: dates of that area, kept as data.",
            DATE,
            Provision(
                "The order for the area", "", Read.ACCOUNT, note="Whether it was made as timetabled was not read."
            ),
            where="reference.reorganisations",
        ),
    ),
)
