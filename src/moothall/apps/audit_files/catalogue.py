"""Every table there is: in which chapter of the file its rows stand and how they belong to a council, or why not."""

from __future__ import annotations

from dataclasses import dataclass

from moothall.domain.audit_files import Chapter

_ROUND, _PLAN, _REPORT, _AGREED, _ROUTE = (
    Chapter.ROUND, Chapter.PLAN, Chapter.REPORT, Chapter.AGREEMENTS, Chapter.ROUTE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A table whose rows are in the file. ``path`` leads from a row to its workspace.

    A path that begins with ``gss:``, ``round:`` or ``group:`` leads to the council's code, to the slug of the round, or
    to a working group this council is in. ``without`` are columns left out, with ``because``. ``exempt`` names what
    makes a row part of Part 2: ``all``, or a column with its value.
    """

    label: str
    chapter: Chapter
    title: str
    path: str = "workspace"
    without: tuple[str, ...] = ()
    because: str = ""
    exempt: str = ""


TABLES: tuple[Told, ...] = (
    Told("rounds.RoundKept", _ROUND, "The round as it stands", "round:slug"),
    Told("rounds.EarlierEdition", _ROUND, "The round before it was amended", "round:round__slug"),
    Told("workspaces.Workspace", _ROUND, "The council's workspace", "pk"),
    Told("obligations.Obligation", _ROUND, "Further obligations this plan answers"),
    Told("obligations.ServedBy", _ROUND, "What answers each of them", "obligation__workspace"),
    Told("plans.Draft", _PLAN, "The plan as it stands now"),
    Told("plans.Answer", _PLAN, "Answers", "draft__workspace"),
    Told("plans.Commitment", _PLAN, "Commitments", "draft__workspace"),
    Told("plans.Milestone", _PLAN, "Milestones", "commitment__draft__workspace"),
    Told("plans.Measure", _PLAN, "Measures", "draft__workspace"),
    Told("plans.Barrier", _PLAN, "Barriers", "draft__workspace"),
    Told("plans.LinkedDocument", _PLAN, "Documents the plan leans on", "draft__workspace"),
    Told("plans.Objective", _PLAN, "Objectives", "draft__workspace"),
    Told("plans.OwnPoint", _PLAN, "Points of the council's own", "draft__workspace"),
    Told("plans.Partnership", _PLAN, "Partnerships", "draft__workspace"),
    Told("plans.Figure", _PLAN, "Figures", "draft__workspace"),
    Told("plans.Section", _PLAN, "Sections of the council's own layout", "draft__workspace"),
    Told("plans.Version", _PLAN, "Versions that were kept"),
    Told("reports.Report", _REPORT, "The report"),
    Told("reports.Field", _REPORT, "Fields of the report", "report__workspace"),
    Told("reports.ExemptText", _REPORT, "Part 2", "report__workspace", exempt="all"),
    Told("reports.OwnTemplate", _REPORT, "The council's own templates", "report__workspace"),
    Told("reports.PaperCopy", _REPORT, "Background papers with a file", "report__workspace"),
    Told("implications.Request", _AGREED, "What was asked of whom"),
    Told("implications.Event", _AGREED, "Each answer, with the words agreed", "request__workspace"),
    Told("implications.Absence", _AGREED, "Who was away and who stood in"),
    Told("implications.Looked", _AGREED, "Agreements looked at again", "request__workspace"),
    Told("routes.Route", _ROUTE, "The route chosen"),
    Told("routes.Step", _ROUTE, "Its steps", "route__workspace"),
    Told("routes.StepRecord", _ROUTE, "What was recorded at its steps", "step__route__workspace"),
    Told("routes.OwnRoute", _ROUTE, "Routes the council put together", "gss:gss"),
    Told("overrides.Override", _ROUTE, "Dates an officer put in place of a counted one"),
    Told("meetings.Meeting", _ROUTE, "The council's meetings", "gss:gss"),
    Told("meetings.Change", _ROUTE, "Meetings that changed", "gss:meeting__gss"),
    Told("rules.RulebookVersion", _ROUTE, "The council's own rules, each version", "gss:gss"),
    Told("timetables.Entry", _ROUTE, "The timetable as it was told"),
    Told("notices.Notice", Chapter.NOTICES, "Notices and forward-plan entries"),
    Told("notices.Agenda", Chapter.NOTICES, "Agendas"),
    Told("notices.AgendaPaper", Chapter.NOTICES, "Papers of the agendas", "agenda__workspace"),
    Told("notices.AgendaChange", Chapter.NOTICES, "Late items and supplementary papers", "agenda__workspace"),
    Told("handoff.HandOff", Chapter.NOTICES, "Folders handed to democratic services"),
    Told("handoff.FileHandedOver", Chapter.NOTICES, "Their files", "hand_off__workspace", exempt="part=2"),
    Told("handoff.AppendixFile", Chapter.NOTICES, "Files of the appendices", exempt="is_exempt=True"),
    Told("handoff.AgendaLink", Chapter.NOTICES, "Addresses on the council's own pages"),
    Told("routes.Decision", Chapter.DECISIONS, "Decisions", "step__route__workspace"),
    Told("routes.Finishing", Chapter.DECISIONS, "Texts finished under a delegation", "step__route__workspace"),
    Told(
        "routes.CallInCorrection", Chapter.DECISIONS, "Corrections of the call-in window",
        "decision__step__route__workspace",
    ),
    Told("decision_records.Entry", Chapter.DECISIONS, "Records of decisions", "decision__step__route__workspace"),
    Told("decision_records.Judgement", Chapter.DECISIONS, "Whether a requirement was judged met"),
    Told("call_ins.CallIn", Chapter.DECISIONS, "Call-ins", "decision__step__route__workspace"),
    Told("call_ins.Name", Chapter.DECISIONS, "Who asked for them", "call_in__decision__step__route__workspace"),
    Told("call_ins.Followed", Chapter.DECISIONS, "What followed", "call_in__decision__step__route__workspace"),
    Told("call_ins.Waiver", Chapter.DECISIONS, "Waivers of call-in", "decision__step__route__workspace"),
    Told("scrutiny.Recommendation", Chapter.DECISIONS, "What scrutiny asked", "step__route__workspace"),
    Told("scrutiny.Response", Chapter.DECISIONS, "What it was answered", "recommendation__step__route__workspace"),
    Told("lineage.ResolvedText", Chapter.LINEAGE, "The text members resolved", "decision__step__route__workspace"),
    Told("lineage.Account", Chapter.LINEAGE, "By whose authority the words changed"),
    Told("lineage.ReportedBack", Chapter.LINEAGE, "Changes reported back", "account__workspace"),
    Told("publications.Publication", Chapter.PUBLICATION, "What was published"),
    Told("returns.Return", Chapter.RETURN, "Returns and receipts"),
    Told("returns.Sending", Chapter.RETURN, "Each sending", "sent__workspace"),
    Told("returns.Heard", Chapter.RETURN, "What was heard of it", "sent__workspace"),
    Told("returns.ReturnSetting", Chapter.RETURN, "What the council settled for its return"),
    Told("returns.PageCheck", Chapter.RETURN, "Later looks at the published page"),
    Told("files.KeptFolder", Chapter.RETURN, "Packs that were kept", "folder:"),
    Told("obligations.FurtherReceipt", Chapter.RETURN, "Receipts of further obligations", "obligation__workspace"),
    Told("extensions.Entry", Chapter.DEPARTMENT, "Later days asked for and answered"),
    Told("correspondence.Question", Chapter.DEPARTMENT, "Questions asked outside the council"),
    Told("correspondence.Said", Chapter.DEPARTMENT, "What was answered", "question__workspace"),
    Told("correspondence.Reply", Chapter.DEPARTMENT, "What came back on the plan"),
    Told("correspondence.Point", Chapter.DEPARTMENT, "Its points", "reply__workspace"),
    Told("correspondence.SaidOfPoint", Chapter.DEPARTMENT, "What was done about each", "point__reply__workspace"),
    Told("correspondence.Reported", Chapter.DEPARTMENT, "Where members were told", "reply__workspace"),
    Told("promised.FollowUp", Chapter.DEPARTMENT, "Follow-ups that were promised"),
    Told("promised.Said", Chapter.DEPARTMENT, "What became of them", "follow_up__workspace"),
    Told("progress.Release", Chapter.PROGRESS, "Progress released"),
    Told("progress.Reading", Chapter.PROGRESS, "Readings of measures"),
    Told("progress.MilestoneUpdate", Chapter.PROGRESS, "Updates of milestones"),
    Told("progress.Pointer", Chapter.PROGRESS, "Committee items pointed at"),
    Told("progress.Break", Chapter.PROGRESS, "Breaks in a measure"),
    Told("progress.Following", Chapter.PROGRESS, "Who follows what, and how often"),
    Told("progress.Table", Chapter.PROGRESS, "Tables brought in"),
    Told("closings.Review", Chapter.PROGRESS, "Year-end reviews"),
    Told("closings.Closing", Chapter.PROGRESS, "The round closed and opened again"),
    Told("closings.Succession", Chapter.PROGRESS, "The council that follows"),
    Told("closings.Adoption", Chapter.PROGRESS, "What it did with each item"),
    Told("evidence.Evidence", Chapter.EVIDENCE, "Passages that are evidence"),
    Told("best_value.Item", Chapter.EVIDENCE, "Evidence by best-value theme"),
    Told("evidence.Move", Chapter.EVIDENCE, "Evidence looked for anew", "evidence__workspace"),
    Told("intake.Upload", Chapter.EVIDENCE, "Documents brought in"),
    Told("intake.FactRead", Chapter.EVIDENCE, "Facts read in them", "upload__workspace"),
    Told("intake.Confirmation", Chapter.EVIDENCE, "What a person said of a fact", "upload__workspace"),
    Told("statements.PlanReading", Chapter.EVIDENCE, "Documents read as a plan"),
    Told("statements.StatementRead", Chapter.EVIDENCE, "Statements read in them", "reading__workspace"),
    Told("statements.NotSaid", Chapter.EVIDENCE, "Questions they do not answer", "reading__workspace"),
    Told("statements.Origin", Chapter.EVIDENCE, "Which words of the plan came from them"),
    Told("comments.Comment", Chapter.COMMENTS, "Comments"),
    Told("comments.Reply", Chapter.COMMENTS, "Replies to comments", "comment__workspace"),
    Told("safety.Settled", Chapter.COMMENTS, "Remarks somebody settled, with the reason"),
    Told("freezes.Freeze", Chapter.WORKING, "Words held still for a time"),
    Told("wordings.Wording", Chapter.WORKING, "The council's standing wordings", "gss:gss"),
    Told("writing.Assignment", Chapter.WORKING, "Parts given to somebody to write"),
    Told(
        "word.Outgoing", Chapter.WORKING, "Taken to Word", without=("token",),
        because="the mark that tells a returned file as ours would let another be passed off as it",
    ),
    Told("word.Returned", Chapter.WORKING, "Brought back from Word"),
    Told("word.ReturnedSection", Chapter.WORKING, "Its sections"),
    Told("word.Change", Chapter.WORKING, "Changes made in Word", "section__workspace"),
    Told("word.WordComment", Chapter.WORKING, "Comments made in Word", "section__workspace"),
    Told("word.Stray", Chapter.WORKING, "What could not be placed"),
    Told("hours.Switch", Chapter.WORKING, "When officer time was recorded, and what for"),
    Told("hours.Entry", Chapter.WORKING, "Officer time, in quarter hours, by kind of post"),
    Told("hours.TakenBack", Chapter.WORKING, "Entries of officer time taken back", "entry__workspace"),
    Told("groups.Group", Chapter.WORKING, "Working groups this council is in", "group:pk"),
    Told("groups.Membership", Chapter.WORKING, "This council's place in them"),
    Told("groups.Section", Chapter.WORKING, "Their base text", "group:group"),
    Told("groups.Revision", Chapter.WORKING, "Its revisions", "group:section__group"),
    Told("groups.Edition", Chapter.WORKING, "Its editions", "group:group"),
    Told("groups.Settlement", Chapter.WORKING, "What this council did with them"),
    Told("groups.Proposal", Chapter.WORKING, "Changes this council proposed"),
    Told(
        "mail.Message", Chapter.WORKING, "Mail that was sent", without=("words", "key", "about", "whole"),
        because="the words of a mail may hold a way to sign in; the deed it tells of is in the record",
    ),
    Told(
        "people.Person", Chapter.PEOPLE, "People with a role here", "person:",
        without=("password", "last_login"), because="what a person signs in with is nobody else's",
    ),
    Told("people.RoleHeld", Chapter.PEOPLE, "Their roles, by date"),
    Told("appointments.Invitation", Chapter.PEOPLE, "Invitations"),
    Told(
        "timetables.Feed", Chapter.PEOPLE, "Calendar feeds", without=("secret_hash",),
        because="it guards an address that answers without signing in",
    ),
    Told("coding.Coding", Chapter.EVIDENCE, "Codes given to this council's passages", "evidence__workspace"),
    Told("panel.SplitPublication", Chapter.EVIDENCE, "Plans split into passages", "publication__workspace"),
    Told("panel.Passage", Chapter.EVIDENCE, "Passages of the published plan", "publication__workspace"),
)  # fmt: skip

LEFT_OUT: dict[str, str] = {
    "auth.Permission": "Django's own table: Moothall gives roles and uses no permissions.",
    "auth.Group": "Django's own table: Moothall gives roles and uses no groups.",
    "contenttypes.ContentType": "Django's own list of tables.",
    "sessions.Session": "Who is signed in just now; it would let another act in their name.",
    "axes.AccessFailureLog": "Failed attempts to sign in, of the whole installation.",
    "axes.AccessAttempt": "Attempts to sign in, of the whole installation.",
    "axes.AccessAttemptExpiration": "When an attempt to sign in is forgotten.",
    "axes.AccessLog": "Who signed in, of the whole installation.",
    "django_tasks_database.DBTaskResult": "What the worker has to do: it says nothing that the rows do not.",
    "audit.Entry": "In the file as its last part, a sentence for each line, and as data.",
    "files.StoredFile": "In the file as the list of files, with the files themselves.",
    "writing.KeptWords": "Words that somebody has not saved: only that person reads them.",
    "writing.ReadMark": "How far a person has read, which only they are told.",
    "coding.Suggesting": "A run of the reading panel over every council's plans, not about one.",
    "coding.Suggested": "What a program suggested to the panel; what a person said is in the file.",
    "audit_files.AuditFile": "This file's own row. Each file that was asked for has its lines in the record.",
}
"""Tables of which nothing is in the file as a table, and why."""


def labels() -> frozenset[str]:
    """Every table the catalogue speaks of."""
    return frozenset(one.label for one in TABLES) | frozenset(LEFT_OUT)
