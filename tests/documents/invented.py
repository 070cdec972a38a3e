"""An invented council's report, plan and return, as values to write documents from."""

from __future__ import annotations

from datetime import UTC, date, datetime

from moothall.domain.decisions import Limb, Verb
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plans import (
    Answer,
    AnswerStatus,
    Barrier,
    Commitment,
    CommitmentStatus,
    Direction,
    Measure,
    Milestone,
    Plan,
)
from moothall.domain.publications import PublishedDecision
from moothall.domain.reports import (
    CommitteeReport,
    Implication,
    Officer,
    OfficerComment,
    Option,
    Recommendation,
)
from moothall.domain.returns import Certifier, Return
from moothall.domain.rounds import LegalBasis, Question, Round, Theme

COUNCIL = "Wrenbourne Borough Council"
MOMENT = datetime(2024, 7, 19, 10, 42, tzinfo=UTC)

LIMBS = (
    Limb(Verb.APPROVE, "the plan at Appendix A for submission"),
    Limb(Verb.DELEGATE, "authority to agree changes of wording", delegates=("the Leader", "the chief executive")),
)

ROUND = Round(
    slug="example-round",
    title="An example round",
    issuer="The department",
    legal_basis=LegalBasis.POLICY_REQUEST,
    letter_on=date(2024, 4, 16),
    deadline_on=date(2024, 7, 19),
    themes=(
        Theme(
            "t1",
            "wasteful_spend",
            "Wasteful spend",
            "How you reduce waste.",
            (
                Question("t1.q1", "Agency staff", "What do you spend on agency staff?"),
                Question("t1.q2", "Facility time", "What does trade union facility time cost?"),
                Question("t1.q3", "Most to save", "Which services could save most?"),
                Question("t1.q4", "Not reached", "What else?"),
            ),
        ),
        Theme(
            "t2",
            "barriers",
            "Barriers",
            "What stands in the way.",
            (Question("t2.q1", "Progress", "What holds?"),),
            True,
        ),
    ),
)

PLAN = Plan(
    authority="E07999901",
    authority_name=COUNCIL,
    round=ROUND.slug,
    title="Productivity Plan 2024",
    introduction="What we have changed.\n\nWhat we will do next.",
    answers=(
        Answer("t1.q1", AnswerStatus.ANSWERED, "Agency staff cost 3.1% of the pay bill.\n\nA panel meets weekly."),
        Answer("t1.q2", AnswerStatus.ELSEWHERE, where="https://wrenbourne.example/pay-policy"),
        Answer("t1.q3", AnswerStatus.NOT_ANSWERED, reason="It cannot be answered out of its context."),
        Answer("t1.q4", AnswerStatus.OPEN),
    ),
    commitments=(
        Commitment(
            "c1",
            "wasteful_spend",
            "Three offices into one",
            "We will let the other two.",
            CommitmentStatus.UNDER_WAY,
            (
                Milestone("m1", "Guildhall Street reopens", date(2025, 3, 31)),
                Milestone("m2", "Leases ended", date(2024, 10, 31)),
            ),
        ),
    ),
    measures=(
        Measure(
            "k1",
            "wasteful_spend",
            "Agency staff",
            "% of the pay bill",
            Direction.DOWN,
            "Quarterly report",
            "5.6%",
            "2021/22",
        ),
    ),
    barriers=(Barrier("b1", "Short-term funding", "One-year settlements.", "Settle for three years."),),
)

REPORT = CommitteeReport(
    authority_name=COUNCIL,
    title="Productivity Plan 2024",
    body="Cabinet",
    meeting_on=date(2024, 7, 11),
    report_of="the Leader",
    portfolio_holder="Councillor Ruth Halloran",
    lead_officer=Officer("Daniel Ferris", "chief executive", "daniel.ferris@wrenbourne.example", "01234 567890"),
    contact_officers=(Officer("Priya Nair", "policy manager"),),
    key_decision=False,
    key_decision_reason="It spends nothing new.",
    forward_plan_number="24/031",
    forward_plan_first_notified=date(2024, 5, 28),
    subject_to_call_in=True,
    wards="All",
    corporate_objectives="A council that works",
    purpose="To seek approval of the plan.",
    summary="The government asked for a plan.\n\nIt is at Appendix A.",
    recommendations=(Recommendation("1", "", LIMBS),),
    reasons="Members want to be heard.",
    options=(Option("Approve the plan", "Meets the request.", chosen=True), Option("Send nothing", "Saves time.")),
    consultation="Overview and Scrutiny, 2 July 2024.",
    background="The letter came in April.\n\nIt has four themes:\n- one\n- two",
    proposals="To approve the plan.",
    relevant_considerations="The plan is longer than asked.",
    implications=(
        Implication("financial", "No new spending.", "Marion Bexley, finance partner"),
        Implication("legal", "There is no statutory duty.", "Joan Whitcombe, principal solicitor"),
        Implication("equalities", "", is_none=True),
        Implication("human_rights", "", is_none=True),
        Implication("health_and_safety", "", is_none=True),
        Implication("social_value", "", is_none=True),
        Implication("climate_environment", "", is_none=True),
        Implication("human_resources", "Officer time only."),
        Implication("governance", "", is_none=True),
    ),
    officer_comments=(
        OfficerComment("Head of Paid Service", "Satisfactory."),
        OfficerComment("Chief Finance Officer", "Agreed."),
        OfficerComment("Monitoring Officer", "Agreed in this form."),
    ),
    risks="The settlement is not known.",
    conclusion="Approve the plan.",
    appendices=("Appendix A: the plan", "Appendix B: the letter"),
    no_background_papers=True,
    glossary=(("MTFP", "medium-term financial plan"),),
    agenda_item="7",
    file_reference="N/A",
    vision_and_values="Plain dealing",
)

SENT = Return(
    receipt_number="E07999901-20240719-1-ABCDEF",
    authority="E07999901",
    authority_name=COUNCIL,
    round=ROUND.slug,
    publication_version=1,
    plan=PLAN,
    plan_fingerprint=fingerprint(PLAN),
    resolved_fingerprint=fingerprint(PLAN),
    pdf_sha256="ab" * 32,
    decision=PublishedDecision("Cabinet", date(2024, 7, 11), LIMBS, "Minute 12", date(2024, 7, 11), date(2024, 7, 19)),
    certified_by=Certifier("Daniel Ferris", "chief executive"),
    certificate="This is the text that Cabinet approved.",
    channel="e-mail",
    recipient="plans@department.example",
    sent_at=MOMENT,
)
