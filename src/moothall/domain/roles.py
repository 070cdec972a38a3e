"""Which role may do which deed, and who may give which role. The tables are the rule: views and actions ask them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from moothall.domain.refusals import Refusal


class Role(StrEnum):
    """What a person is, for one council and one round (an operator and a panel analyst: for the installation).

    A member is a councillor outside the executive, who may ask for a call-in; an executive member may not.
    """

    POLICY_OFFICER = "policy_officer"
    REPORT_AUTHOR = "report_author"
    DEMOCRATIC_SERVICES = "democratic_services"
    MONITORING_OFFICER = "monitoring_officer"
    CHIEF_EXECUTIVE = "chief_executive"
    PERFORMANCE_MANAGER = "performance_manager"
    IMPLICATION_AUTHOR = "implication_author"
    MEMBER = "member"
    EXECUTIVE_MEMBER = "executive_member"
    PANEL_ANALYST = "panel_analyst"
    OPERATOR = "operator"

    @property
    def label(self) -> str:
        """The role in words, as it stands in a sentence."""
        return self.value.replace("_", " ")


class Deed(StrEnum):
    """Something a person does that is kept in the record."""

    OPEN_WORKSPACE = "open_workspace"
    AMEND_ROUND = "amend_round"
    LINK_OBLIGATION = "link_obligation"
    ADD_PERSON = "add_person"
    GIVE_ROLE = "give_role"
    END_ROLE = "end_role"
    READ_PEOPLE = "read_people"
    UPLOAD_DOCUMENT = "upload_document"
    CONFIRM_FACT = "confirm_fact"
    DRAFT_FROM_FACTS = "draft_from_facts"
    RE_ANCHOR = "re_anchor"
    CHOOSE_PLACE = "choose_place"
    SAY_GONE = "say_gone"
    WRITE_PLAN = "write_plan"
    KEEP_WORDINGS = "keep_wordings"
    WRITE_REPORT = "write_report"
    ASSIGN_PART = "assign_part"
    FREEZE_WORDS = "freeze_words"
    WRITE_EXEMPT = "write_exempt"
    READ_EXEMPT = "read_exempt"
    TAKE_TO_WORD = "take_to_word"
    BRING_FROM_WORD = "bring_from_word"
    ENTER_RULES = "enter_rules"
    KEEP_MEETINGS = "keep_meetings"
    CHOOSE_ROUTE = "choose_route"
    ADOPT_DATES = "adopt_dates"
    RECORD_MEETING = "record_meeting"
    RECORD_DECISION = "record_decision"
    PUBLISH_DECISION = "publish_decision"
    RECORD_AT_STEP = "record_at_step"
    FINISH_TEXT = "finish_text"
    CORRECT_CALL_IN = "correct_call_in"
    ASK_CALL_IN = "ask_call_in"
    SETTLE_CALL_IN = "settle_call_in"
    FOLLOW_CALL_IN = "follow_call_in"
    WAIVE_CALL_IN = "waive_call_in"
    KEEP_DECISION_RECORD = "keep_decision_record"
    JUDGE_REQUIREMENT = "judge_requirement"
    RECORD_SCRUTINY = "record_scrutiny"
    ANSWER_SCRUTINY = "answer_scrutiny"
    OVERRIDE_DATE = "override_date"
    MAKE_FEED = "make_feed"
    REVOKE_FEED = "revoke_feed"
    COMMENT = "comment"
    SETTLE_REMARK = "settle_remark"
    ASK_AGREEMENT = "ask_agreement"
    ANSWER_REQUEST = "answer_request"
    SAY_AWAY = "say_away"
    ALLOW_OWN_WORDS = "allow_own_words"
    HAND_OVER = "hand_over"
    DRAFT_NOTICE = "draft_notice"
    GIVE_NOTICE = "give_notice"
    KEEP_AGENDA = "keep_agenda"
    ACCOUNT_FOR_CHANGE = "account_for_change"
    CONFIRM_ACCOUNT = "confirm_account"
    PUBLISH_PLAN = "publish_plan"
    RECORD_EXTENSION = "record_extension"
    RECORD_CORRESPONDENCE = "record_correspondence"
    SHARE_ANSWER = "share_answer"
    ANSWER_REPLY = "answer_reply"
    KEEP_FOLLOW_UPS = "keep_follow_ups"
    SWITCH_HOURS = "switch_hours"
    ENTER_HOURS = "enter_hours"
    READ_SHARED_ANSWERS = "read_shared_answers"
    SUBMIT_RETURN = "submit_return"
    RECORD_SENDING = "record_sending"
    RECORD_READING = "record_reading"
    UPDATE_MILESTONE = "update_milestone"
    ARRANGE_FOLLOWING = "arrange_following"
    RELEASE_PROGRESS = "release_progress"
    KEEP_REVIEW = "keep_review"
    CLOSE_ROUND = "close_round"
    REOPEN_ROUND = "reopen_round"
    HAND_TO_SUCCESSOR = "hand_to_successor"
    ADOPT_ITEM = "adopt_item"
    JOIN_GROUP = "join_group"
    WRITE_BASE_TEXT = "write_base_text"
    TAKE_BASE_WORDS = "take_base_words"
    READ_WORKSPACE = "read_workspace"
    READ_REGISTER = "read_register"
    PLACE_PASSAGE = "place_passage"
    CODE_PASSAGE = "code_passage"
    MAKE_AUDIT_FILE = "make_audit_file"
    GATHER_BEST_VALUE = "gather_best_value"
    SUGGEST_CODES = "suggest_codes"


_COUNCIL = frozenset(
    {
        Role.POLICY_OFFICER,
        Role.REPORT_AUTHOR,
        Role.DEMOCRATIC_SERVICES,
        Role.MONITORING_OFFICER,
        Role.CHIEF_EXECUTIVE,
        Role.PERFORMANCE_MANAGER,
    }
)

MAY: dict[Deed, frozenset[Role]] = {
    Deed.OPEN_WORKSPACE: frozenset({Role.OPERATOR}),
    Deed.AMEND_ROUND: frozenset({Role.OPERATOR}),
    Deed.LINK_OBLIGATION: frozenset({Role.POLICY_OFFICER}),
    Deed.ADD_PERSON: frozenset({Role.OPERATOR}),
    Deed.UPLOAD_DOCUMENT: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.CONFIRM_FACT: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.DRAFT_FROM_FACTS: frozenset({Role.POLICY_OFFICER}),
    Deed.RE_ANCHOR: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.CHOOSE_PLACE: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.SAY_GONE: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.WRITE_PLAN: frozenset({Role.POLICY_OFFICER}),
    Deed.KEEP_WORDINGS: frozenset(
        {Role.POLICY_OFFICER, Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}
    ),
    Deed.WRITE_REPORT: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.ASSIGN_PART: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),  # of what they may write
    Deed.FREEZE_WORDS: frozenset({Role.POLICY_OFFICER}),
    Deed.WRITE_EXEMPT: frozenset({Role.REPORT_AUTHOR, Role.MONITORING_OFFICER}),
    Deed.READ_EXEMPT: frozenset(
        {Role.REPORT_AUTHOR, Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE}
    ),
    Deed.TAKE_TO_WORD: _COUNCIL,
    Deed.BRING_FROM_WORD: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.ENTER_RULES: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.KEEP_MEETINGS: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Deed.ADOPT_DATES: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Deed.CORRECT_CALL_IN: frozenset({Role.DEMOCRATIC_SERVICES}),
    Deed.ASK_CALL_IN: frozenset({Role.MEMBER}),
    Deed.SETTLE_CALL_IN: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),  # the proper officer
    Deed.FOLLOW_CALL_IN: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.WAIVE_CALL_IN: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),  # recording whose consent it is
    Deed.KEEP_DECISION_RECORD: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.JUDGE_REQUIREMENT: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.RECORD_SCRUTINY: frozenset({Role.DEMOCRATIC_SERVICES}),
    Deed.ANSWER_SCRUTINY: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Deed.CHOOSE_ROUTE: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Deed.RECORD_MEETING: frozenset({Role.DEMOCRATIC_SERVICES}),
    Deed.RECORD_DECISION: frozenset({Role.DEMOCRATIC_SERVICES}),
    Deed.PUBLISH_DECISION: frozenset({Role.DEMOCRATIC_SERVICES}),
    Deed.RECORD_AT_STEP: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.FINISH_TEXT: frozenset({Role.CHIEF_EXECUTIVE, Role.DEMOCRATIC_SERVICES}),  # never whoever writes the plan
    Deed.OVERRIDE_DATE: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),  # the proper officer
    Deed.MAKE_FEED: _COUNCIL,
    Deed.REVOKE_FEED: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),  # another's; one's own, by all
    Deed.SETTLE_REMARK: frozenset(
        {Role.POLICY_OFFICER, Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}
    ),
    Deed.ASK_AGREEMENT: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES}),
    Deed.ANSWER_REQUEST: _COUNCIL | {Role.IMPLICATION_AUTHOR},  # only whoever was asked, or covers for them
    Deed.SAY_AWAY: _COUNCIL | {Role.IMPLICATION_AUTHOR},
    Deed.ALLOW_OWN_WORDS: frozenset({Role.MONITORING_OFFICER, Role.CHIEF_EXECUTIVE}),
    Deed.HAND_OVER: frozenset({Role.DEMOCRATIC_SERVICES, Role.REPORT_AUTHOR}),
    Deed.DRAFT_NOTICE: frozenset(
        {Role.POLICY_OFFICER, Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}
    ),
    Deed.GIVE_NOTICE: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),  # the proper officer
    Deed.KEEP_AGENDA: frozenset({Role.DEMOCRATIC_SERVICES}),
    Deed.ACCOUNT_FOR_CHANGE: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.CONFIRM_ACCOUNT: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),  # of what another said
    Deed.PUBLISH_PLAN: frozenset({Role.POLICY_OFFICER}),
    Deed.RECORD_EXTENSION: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE}),
    Deed.RECORD_CORRESPONDENCE: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE}),
    Deed.ANSWER_REPLY: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE}),
    Deed.KEEP_FOLLOW_UPS: frozenset(
        {Role.POLICY_OFFICER, Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES, Role.PERFORMANCE_MANAGER}
    ),
    Deed.SWITCH_HOURS: frozenset({Role.POLICY_OFFICER, Role.CHIEF_EXECUTIVE}),
    Deed.ENTER_HOURS: _COUNCIL | {Role.IMPLICATION_AUTHOR},  # members are no officers
    Deed.SHARE_ANSWER: frozenset({Role.POLICY_OFFICER, Role.CHIEF_EXECUTIVE}),
    Deed.READ_SHARED_ANSWERS: frozenset({Role.PANEL_ANALYST, Role.OPERATOR}),  # a council reads them in its workspace
    Deed.SUBMIT_RETURN: frozenset({Role.CHIEF_EXECUTIVE}),
    Deed.RECORD_SENDING: frozenset({Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE}),
    Deed.RECORD_READING: frozenset({Role.PERFORMANCE_MANAGER}),
    Deed.UPDATE_MILESTONE: frozenset({Role.PERFORMANCE_MANAGER}),
    Deed.ARRANGE_FOLLOWING: frozenset({Role.PERFORMANCE_MANAGER, Role.POLICY_OFFICER}),
    Deed.RELEASE_PROGRESS: frozenset({Role.PERFORMANCE_MANAGER, Role.POLICY_OFFICER, Role.CHIEF_EXECUTIVE}),
    Deed.KEEP_REVIEW: frozenset({Role.PERFORMANCE_MANAGER, Role.POLICY_OFFICER}),
    Deed.CLOSE_ROUND: frozenset({Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE}),
    Deed.REOPEN_ROUND: frozenset({Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE}),
    Deed.HAND_TO_SUCCESSOR: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.ADOPT_ITEM: frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER}),
    Deed.JOIN_GROUP: frozenset({Role.POLICY_OFFICER}),
    Deed.WRITE_BASE_TEXT: frozenset({Role.POLICY_OFFICER, Role.REPORT_AUTHOR}),
    Deed.TAKE_BASE_WORDS: frozenset({Role.POLICY_OFFICER}),  # into the plan, which they write
    Deed.READ_WORKSPACE: _COUNCIL | {Role.IMPLICATION_AUTHOR, Role.MEMBER, Role.EXECUTIVE_MEMBER},
    Deed.MAKE_AUDIT_FILE: frozenset(
        {Role.POLICY_OFFICER, Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER, Role.CHIEF_EXECUTIVE}
    ),
    Deed.GATHER_BEST_VALUE: frozenset(
        {Role.POLICY_OFFICER, Role.PERFORMANCE_MANAGER, Role.MONITORING_OFFICER, Role.CHIEF_EXECUTIVE}
    ),
    Deed.READ_REGISTER: frozenset({Role.PANEL_ANALYST}),
    Deed.PLACE_PASSAGE: frozenset({Role.PANEL_ANALYST}),
    Deed.CODE_PASSAGE: frozenset({Role.PANEL_ANALYST}),
    Deed.SUGGEST_CODES: frozenset({Role.PANEL_ANALYST}),
}

MAY[Deed.COMMENT] = MAY[Deed.READ_WORKSPACE]  # whoever may read the words may comment on them
MAY[Deed.READ_PEOPLE] = MAY[Deed.READ_WORKSPACE] | {Role.OPERATOR}

COUNCIL_ROLES = tuple(role for role in Role if role not in {Role.PANEL_ANALYST, Role.OPERATOR})
"""The roles that are given in one workspace, in the order in which pages list them."""

MAY_GIVE: dict[Role, frozenset[Role]] = {
    Role.OPERATOR: frozenset(Role),
    Role.DEMOCRATIC_SERVICES: frozenset(COUNCIL_ROLES),
    Role.MONITORING_OFFICER: frozenset(COUNCIL_ROLES),
    Role.POLICY_OFFICER: frozenset(
        {
            Role.REPORT_AUTHOR,
            Role.IMPLICATION_AUTHOR,
            Role.PERFORMANCE_MANAGER,
            Role.MEMBER,
            Role.EXECUTIVE_MEMBER,
        }
    ),
}
"""Which roles the holder of a role may give to others, and end. Whoever writes the plan brings in those who write,
comment, measure and read with them, and nobody who certifies, countersigns, records decisions or gives roles in turn:
separation of duties would be worth nothing if the writer could choose who stands behind the words. Our own rule.
"""

MAY[Deed.GIVE_ROLE] = MAY[Deed.END_ROLE] = frozenset(MAY_GIVE)


def check_may(deed: Deed, roles: Iterable[Role]) -> None:
    """Raise a Refusal unless one of these roles may do the deed."""
    if MAY[deed].isdisjoint(roles):
        who = " or ".join(sorted(role.label for role in MAY[deed]))
        raise Refusal(f"You cannot do this ({deed.value.replace('_', ' ')}).", next_step=f"Ask a {who}, who may.")


def may(deed: Deed, roles: Iterable[Role]) -> bool:
    """Whether one of these roles may do the deed: the same check, as an answer."""
    try:
        check_may(deed, roles)
    except Refusal:
        return False
    return True


def roles_to_give(roles: Iterable[Role]) -> frozenset[Role]:
    """The roles that somebody who holds these may give to others."""
    return frozenset[Role]().union(*(MAY_GIVE.get(role, frozenset()) for role in roles))


def check_may_give(role: Role, roles: Iterable[Role], *, is_to_self: bool = False) -> None:
    """Raise a Refusal unless somebody who holds these roles may give this one; to themselves nobody may."""
    if is_to_self:
        raise Refusal("Nobody gives a role to themselves.", next_step="Ask somebody else who may give it.")
    if role not in roles_to_give(roles):
        who = " or ".join(sorted(giver.label for giver, given in MAY_GIVE.items() if role in given))
        raise Refusal(f"You cannot give or end the role of {role.label}.", next_step=f"Ask a {who}, who may.")


def check_may_leave(held: Iterable[Role], left: Iterable[Role]) -> None:
    """Raise a Refusal if a role could be given before somebody leaves and by nobody after.

    ``held`` are the roles that all people of a workspace hold together, ``left`` those once one of them has ended.
    """
    lost = roles_to_give(held) - roles_to_give(left)
    if lost:
        raise Refusal(
            "Nobody here could give roles any more in your place.",
            next_step="Give somebody else a role that may, such as democratic services, or ask an operator, and then"
            " end yours.",
        )
