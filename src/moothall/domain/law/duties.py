"""Best value, equality, accessibility, transparency, publicity and information."""

from __future__ import annotations

from moothall.domain.clocks import (
    accessibility_answer,
    accessibility_standard,
    best_value_consultation,
    best_value_themes,
    equality_information,
    equality_screening,
    foi_answer,
    future_publication,
    notes_deletion,
    personal_name,
    pre_election,
    publication_class,
    publicity,
    transparency_data,
)
from moothall.domain.clocks.equality_information import Publication
from moothall.domain.law.row import Gives, Part, Row
from moothall.domain.provisions import ACT_1999, Provision

DATE, TEST, DUTY = Gives.DATE, Gives.TEST, Gives.DUTY

PART = Part(
    "Best value, equality, access, publicity and information",
    (
        Row(
            "G-V1",
            "A council makes arrangements for continuous improvement in how it works.",
            DUTY,
            Provision(ACT_1999, "section 3(1)"),
        ),
        Row(
            "G-V1",
            "In deciding how, it consults representatives of four groups.",
            TEST,
            best_value_consultation.PROVISION,
            ("best-value-consultation",),
        ),
        Row(
            "G-V1",
            "It has regard to guidance with seven themes, and to a peer challenge every five years.",
            DATE,
            best_value_themes.PROVISION,
            ("best-value-themes", "peer-challenge"),
        ),
        Row(
            "G-Q1",
            "Due regard to equality comes before a decision.",
            TEST,
            equality_screening.PROVISION,
            ("equality-screening",),
        ),
        Row(
            "G-Q2",
            "Equality information is published again within a year of the last time.",
            DATE,
            equality_information.PROVISIONS[Publication.INFORMATION],
            ("equality-information",),
        ),
        Row(
            "G-Q2",
            "Equality objectives are published again within four years.",
            DATE,
            equality_information.PROVISIONS[Publication.OBJECTIVES],
            ("equality-information",),
        ),
        Row(
            "G-A1",
            "What is on the site must be accessible; old files may be excused.",
            TEST,
            accessibility_standard.PROVISION,
            ("accessibility-standard",),
        ),
        Row(
            "G-A2",
            "An accessibility statement stands on the site and is kept up to date.",
            DUTY,
            accessibility_standard.PROVISION,
        ),
        Row(
            "G-A2",
            "An audit is answered within twelve weeks.",
            DATE,
            accessibility_answer.PROVISION,
            ("accessibility-answer",),
        ),
        Row(
            "G-T1",
            "Datasets are published each quarter, each year, or once.",
            DATE,
            transparency_data.PROVISION,
            ("transparency-data",),
        ),
        Row(
            "G-P1",
            "A council publishes nothing that appears designed to support a party. Advice here, never a block.",
            TEST,
            publicity.PROVISION,
            ("publicity",),
        ),
        Row(
            "G-P2",
            "From the notice of election to the poll, publicity takes heightened care. Each poll has its own window.",
            DATE,
            pre_election.PROVISION,
            ("pre-election",),
        ),
        Row(
            "G-F1",
            "A request for information is answered promptly, at most 20 working days after.",
            DATE,
            foi_answer.PROVISION,
            ("foi-answer",),
        ),
        Row(
            "G-F2",
            "A plan is published under a class of the publication scheme.",
            TEST,
            publication_class.PRIORITIES,
            ("publication-class",),
        ),
        Row(
            "G-F3",
            "A draft held with a view to publication when a request came may be kept back until then.",
            TEST,
            future_publication.PROVISION,
            ("future-publication",),
        ),
        Row(
            "G-F4",
            "Names of senior people usually stay, those of junior staff usually go.",
            TEST,
            personal_name.PROVISION,
            ("personal-name",),
        ),
        Row(
            "G-F5",
            "Working notes are kept no longer than needed, by the council's own schedule.",
            DATE,
            notes_deletion.PROVISION,
            ("notes-deletion",),
        ),
    ),
)
