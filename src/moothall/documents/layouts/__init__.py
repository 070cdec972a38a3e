"""Values in, document trees out: what each printed document says and in what order. How it is set lives in writing.

LAYOUTS names the modules with a public ``compose``; the others here are parts they share.
"""

LAYOUTS: tuple[str, ...] = (
    "committee_report",
    "plan_narrative",
    "plan_questions",
    "plan_table",
    "decision_notice",
    "decision_record",
    "scrutiny_report",
    "receipt",
    "change_schedule",
    "decision_timetable",
    "progress_update",
    "year_end_review",
    "best_value_evidence",
    "notice",
    "forward_plan",
)
