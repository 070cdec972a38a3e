"""One clock a file: its rule, its provisions and one public function, `deadline`."""

from __future__ import annotations

from types import ModuleType

from moothall.domain.clocks import (
    agenda_publication,
    call_in,
    call_in_hold,
    council_summons,
    equality_information,
    general_exception,
    key_decision_notice,
    late_item,
    meeting_notice,
    member_inspection,
    notice_kind,
    officer_report_meeting,
    pre_election,
    private_meeting_notice,
    retention,
    scrutiny_documents,
    special_urgency,
)

CLOCKS: tuple[ModuleType, ...] = (
    call_in,
    agenda_publication,
    key_decision_notice,
    general_exception,
    notice_kind,
    meeting_notice,
    council_summons,
    private_meeting_notice,
    special_urgency,
    late_item,
    scrutiny_documents,
    member_inspection,
    officer_report_meeting,
    retention,
    pre_election,
    equality_information,
    call_in_hold,
)
