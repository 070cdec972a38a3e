"""Each kind of notice as the law has it: who gives it, by when, where, what it says, and what it leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import (
    agenda_publication,
    council_summons,
    decision_record,
    general_exception,
    key_decision_notice,
    key_decision_particulars,
    meeting_notice,
    officer_decision_record,
    private_meeting_notice,
    special_urgency,
    special_urgency_report,
)
from moothall.domain.notices import NoticeKind
from moothall.domain.provisions import Provision

OWN_RULES = Provision("The council's own rules", "on its forward plan", note="No law asks for it beyond the notices.")
AS_SOON = "As soon as reasonably practicable: the law names no day"


@dataclass(frozen=True, slots=True)
class Asked:
    """One particular: its code, its label, and what is asked. ``optional`` ones may be left out, ``long`` ones run on.

    ``none`` is what the notice says where there was nothing, for those where silence is no answer.
    """

    code: str
    label: str
    asks: str
    optional: bool = False
    long: bool = False
    none: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of notice. ``makers`` are the kinds of decision maker it concerns, ``website`` whether it goes there."""

    kind: NoticeKind
    title: str
    who: str
    by_when: str
    provisions: tuple[Provision, ...]
    particulars: tuple[Asked, ...]
    afterwards: tuple[str, ...]
    makers: frozenset[BodyKind]
    rule: str
    website: bool = True
    executive_only: bool = True

    @property
    def in_sentence(self) -> str:
        """The kind as it stands in a sentence."""
        return self.title[:1].lower() + self.title[1:]

    def applies(self, governance: Governance, maker: BodyKind) -> bool:
        """Whether a council run this way gives it at all for this kind of decision maker."""
        return maker in self.makers and not (self.executive_only and governance is Governance.COMMITTEE)


_PROPER_OFFICER = "The proper officer, in practice democratic services"
_EXECUTIVE = frozenset({BodyKind.EXECUTIVE})
_MAKERS = frozenset({BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER})
_MEETS = frozenset(kind for kind in BodyKind if kind.meets)
_MATTER = Asked("matter", "The matter", "the matter on which it is decided")
_TAKER = Asked("decision_maker", "Who decides", "the name of whoever decides")
_MEMBERS = Asked(
    "members",
    "Its members",
    "the members of the body that decides",
    long=True,
)
_DUE = Asked("due", "When", "the day on which, or the period within which, it is decided")
_PRIVATE = Asked(
    "private", "What is private", "what is likely to be taken in private, and why, without what is secret", True, True
)
_CONTACT = Asked("how_to_ask", "Whom to ask", "how to ask for details of the documents as they come", long=True)
_MEETING = Asked("meeting", "The meeting", "the body, the day, the time and the place")
_WHY_PRIVATE = Asked(
    "private_reasons",
    "Why in private",
    "the reasons for meeting in private, with the description of schedule 12A",
    long=True,
)
_AGREED = (
    Asked("agreed_by", "Who agreed", "whose agreement was obtained, and by whom"),
    Asked("agreed_on", "When it was agreed", "the day it was given"),
    Asked("because", "Why it could not wait", "why it is urgent and cannot reasonably be deferred", long=True),
)
_KEY_PARTICULARS = (
    Asked("key_decision", "A key decision", "that a key decision is to be made on behalf of the council"),
    _MATTER,
    _TAKER,
    _MEMBERS,
    _DUE,
    Asked("documents", "Documents submitted", "a list of the documents submitted to whoever decides", long=True),
    Asked("address", "Where copies can be had", "the address from which copies of a listed document can be had"),
    Asked("more_documents", "Other documents", "that other documents may be submitted"),
    _CONTACT,
    _PRIVATE,
)
_RECORD = (
    Asked("decision", "The decision", "the decision itself", long=True),
    Asked("date", "When it was made", "the date on which it was made"),
    Asked("decision_maker", "Who decided", "who decided"),
    Asked("reasons", "Reasons", "the reasons for it", long=True),
    Asked(
        "options", "Options rejected", "the other options considered and rejected", long=True,
        none="No other option was considered.",
    ),
    Asked("conflicts", "Interests declared", "every conflict of interest declared", none="None was declared."),
    Asked(
        "dispensations", "Dispensations", "for each conflict, any dispensation the head of paid service granted",
        none="None was needed.",
    ),
)  # fmt: skip
_URGENT_REPORT = "The leader or mayor reports it to the council, at least once a year (regulation 19)."

_ALL = (
    Kind(
        NoticeKind.FORWARD_PLAN,
        "Forward-plan entry",
        "Democratic services",
        "As your own rules say; the law asks for the notices, not for a plan",
        (OWN_RULES,),
        (
            _MATTER, _TAKER, _DUE,
            Asked("is_key", "Key decision", "whether it is a key decision"),
            Asked("wards", "Wards", "the wards it concerns", True),
            Asked("portfolio_holder", "Lead member", "the member who answers for it", True),
            Asked("consultation", "Consultation", "who is consulted, and how", True, True),
            Asked("documents", "Documents", "the documents to be considered", True, True),
            _CONTACT, _PRIVATE,
        ),
        ("A changed entry is a new one: the one before stays on record with its day.",),
        frozenset(BodyKind),
        "",
        executive_only=False,
    ),
    Kind(
        NoticeKind.KEY_DECISION,
        "Notice of a key decision",
        _PROPER_OFFICER,
        "28 clear days before the earliest day it may be decided",
        (key_decision_particulars.PROVISION, key_decision_notice.PROVISION, key_decision_particulars.PRIVATE),
        _KEY_PARTICULARS,
        ("The decision may be taken from the day after 28 clear days have gone by.",),
        _MAKERS,
        "G-K2",
    ),
    Kind(
        NoticeKind.GENERAL_EXCEPTION,
        "Notice of a general exception",
        _PROPER_OFFICER,
        "Five clear days before the decision, counted after the day it was made available",
        (general_exception.PROVISION,),
        (
            _MATTER, _TAKER, _DUE,
            Asked(
                "told", "Who was told in writing",
                "that the chair of the relevant scrutiny committee was told in writing, or each of its members where"
                " there is no chair", long=True,
            ),
        ),
        (
            "Five clear days go by, and the decision may follow on the next day.",
            "A second notice says why 28 clear days could not be given.",
        ),
        _MAKERS,
        "G-K3",
    ),
    Kind(
        NoticeKind.EXCEPTION_REASONS,
        "Notice of why 28 days could not be given",
        _PROPER_OFFICER,
        AS_SOON,
        (general_exception.REASONS,),
        (_MATTER, Asked("impracticable", "Why not", "why giving 28 clear days was impracticable", long=True)),
        ("Nothing more is owed under regulation 10.",),
        _MAKERS,
        "G-K3",
    ),
    Kind(
        NoticeKind.SPECIAL_URGENCY,
        "Notice of special urgency",
        "The decision maker obtains the agreement; the notice of the reasons follows it",
        "The agreement before the decision; the notice as soon as reasonably practicable after the agreement",
        (special_urgency.PROVISIONS["scrutiny_chair"], special_urgency.PROVISIONS["notice"]),
        (_MATTER, _TAKER, _DUE, *_AGREED),
        (_URGENT_REPORT,),
        _MAKERS,
        "G-K4",
    ),
    Kind(
        NoticeKind.PRIVATE_MEETING,
        "First notice of a private meeting",
        _PROPER_OFFICER,
        "28 clear days before the meeting",
        (private_meeting_notice.FIRST, private_meeting_notice.PART_OF_A_MEETING),
        (
            _MEETING, _MATTER, _WHY_PRIVATE,
            Asked(
                "representations_to", "Where to say it should be open",
                "to whom anyone may say that it should be open to the public", True,
            ),
        ),
        ("Representations are received, answered, and told in a second notice five clear days before.",),
        _EXECUTIVE,
        "G-N5",
    ),
    Kind(
        NoticeKind.PRIVATE_MEETING_SECOND,
        "Second notice of a private meeting",
        _PROPER_OFFICER,
        "Five clear days before the meeting",
        (private_meeting_notice.SECOND,),
        (
            _MEETING, _MATTER, _WHY_PRIVATE,
            Asked(
                "representations", "Representations received", "the representations that it should be open", long=True,
                none="None was received.",
            ),
            Asked("response", "The response to them", "a statement of the response to them", long=True,
                  none="There was nothing to respond to."),
        ),
        ("The meeting, or the part of it, may be held in private if the body so resolves.",),
        _EXECUTIVE,
        "G-N5",
    ),
    Kind(
        NoticeKind.PRIVATE_SHORT_NOTICE,
        "Notice of a private meeting at short notice",
        "The decision-making body obtains the agreement; the notice of the reasons follows it",
        "The agreement before the meeting; the notice as soon as reasonably practicable after the agreement",
        (private_meeting_notice.SHORT, private_meeting_notice.SHORT_REASONS),
        (_MEETING, _MATTER, *_AGREED),
        ("It stands in the place of the two notices, for this meeting only.",),
        _EXECUTIVE,
        "G-K7",
    ),
    Kind(
        NoticeKind.MEETING,
        "Notice of a meeting",
        _PROPER_OFFICER,
        "Five clear days before the meeting, or when it is convened",
        (meeting_notice.EITHER,),
        (
            _TAKER,
            Asked("date", "Day", "the day of the meeting"),
            Asked("time", "Time", "the time of the meeting"),
            Asked("place", "Place", "the place of the meeting"),
        ),
        ("A meeting that moves is noticed anew: the notice states time and place.",),
        _MEETS,
        "G-N1",
        executive_only=False,
    ),
    Kind(
        NoticeKind.AGENDA,
        "Agenda and reports on public view",
        _PROPER_OFFICER,
        "Five clear days before the meeting, or when it is convened",
        (agenda_publication.EITHER,),
        (
            _MEETING,
            Asked("items", "Items", "the items of business", long=True),
            Asked("reports", "Reports open to the public", "the reports that go with them", long=True),
            Asked(
                "background_papers", "Background papers", "the list of background papers that stands in each copy",
                long=True, none="None.",
            ),
            Asked("withheld", "Withheld", "what is withheld, marked with the description of schedule 12A", True, True),
            Asked("address", "Where they can be seen", "where copies can be inspected"),
        ),
        ("A later item, and a paper that follows, are recorded with the agenda, each with its rule.",),
        _MEETS,
        "G-N2",
        executive_only=False,
    ),
    Kind(
        NoticeKind.SUMMONS,
        "Summons to the council",
        "The proper officer, to every member",
        "Five clear days before the meeting",
        (council_summons.PROVISION, council_summons.OTHER_BUSINESS),
        (
            _MEETING,
            Asked("items", "Business", "the business to be done", long=True),
            Asked("signed_by", "Who signs", "the proper officer who signs it"),
        ),
        ("Business that it does not name is barred, save as its provision says.",),
        frozenset({BodyKind.FULL_COUNCIL}),
        "G-N6",
        website=False,
        executive_only=False,
    ),
    Kind(
        NoticeKind.EXECUTIVE_RECORD,
        "Written statement of an executive decision",
        "The proper officer, or whoever presided where that officer was not there",
        AS_SOON,
        (decision_record.MEETING, decision_record.OPEN),
        _RECORD,
        ("It is open to the public with the report, and kept six years.",),
        _EXECUTIVE,
        "G-D1",
    ),
    Kind(
        NoticeKind.MEMBER_RECORD,
        "Written statement of a member's decision",
        "The member who decided, or the proper officer at the member's word",
        AS_SOON,
        (decision_record.MEMBER, decision_record.OPEN),
        _RECORD,
        ("It is open to the public with the report, and kept six years.",),
        frozenset({BodyKind.INDIVIDUAL_MEMBER}),
        "G-D2",
    ),
    Kind(
        NoticeKind.OFFICER_EXECUTIVE_RECORD,
        "Written statement of an officer's executive decision",
        "The officer who decided",
        AS_SOON,
        (decision_record.OFFICER, decision_record.OPEN),
        _RECORD,
        ("It is open to the public with the report, and kept six years.",),
        frozenset({BodyKind.OFFICER}),
        "G-D2",
    ),
    Kind(
        NoticeKind.OFFICER_RECORD,
        "Record of an officer's decision",
        "The officer who decided",
        AS_SOON,
        (officer_decision_record.PROVISIONS["owed"], officer_decision_record.PROVISIONS["fields"]),
        tuple(
            replace(one, asks="members of the body who declared a conflict, where the authorisation was express")
            if one.code == "conflicts"
            else one
            for one in _RECORD
            if one.code != "dispensations"
        ),
        ("It is open at the offices and on the website, and kept six years; its background papers four.",),
        frozenset({BodyKind.OFFICER}),
        "G-D3",
        executive_only=False,
    ),
    Kind(
        NoticeKind.URGENCY_REPORT,
        "Report to the council on special urgency",
        "The leader or mayor",
        "At intervals the council fixes, at least once a year",
        (special_urgency_report.PROVISION,),
        (
            Asked("period", "Period", "the time since the last report"),
            Asked("decisions", "Decisions taken", "the particulars of each decision taken this way", long=True),
            Asked("summary", "Summary", "a summary of the matters", long=True),
        ),
        ("The next is due within a year of this one.",),
        _MAKERS,
        "G-K6",
        website=False,
    ),
)  # fmt: skip
KINDS: dict[NoticeKind, Kind] = {one.kind: one for one in _ALL}


def provisions_for(kind: NoticeKind, maker: BodyKind) -> tuple[Provision, ...]:
    """What a notice of this kind rests on for this kind of body: the council and the executive have their own law."""
    if kind is NoticeKind.MEETING:
        return (meeting_notice.PROVISIONS[maker],) if maker in meeting_notice.PROVISIONS else (meeting_notice.EITHER,)
    if kind is NoticeKind.AGENDA:
        known = agenda_publication.PROVISIONS
        return (known[maker],) if maker in known else (agenda_publication.EITHER,)
    return KINDS[kind].provisions


def asks_for_website(kind: NoticeKind, maker: BodyKind) -> bool:
    """Whether the law asks for the website besides the offices: for the executive, not for a meeting of the council."""
    if kind in (NoticeKind.MEETING, NoticeKind.AGENDA, NoticeKind.FORWARD_PLAN):
        return maker is BodyKind.EXECUTIVE and kind is not NoticeKind.FORWARD_PLAN
    return KINDS[kind].website


def asked_for(kind: NoticeKind, maker: BodyKind) -> tuple[Asked, ...]:
    """The particulars of a kind for this decision maker: of one person it asks the title where a body has members."""
    return tuple(
        replace(one, label="Title of who decides", asks="the title of the person who decides", long=False)
        if one.code == "members" and not maker.meets
        else one
        for one in KINDS[kind].particulars
    )
