"""What a rule of the constitution settles, in the words of a page."""

from moothall.domain.call_in_rules import CallInRule, Effective, NonworkingEnd
from moothall.domain.days import Length
from moothall.domain.learning import rule_in_words
from moothall.domain.local_rules import Every, Hold, Kept, NoCallIn, Policy, RuleValue
from moothall.web.components.words import first_upper, number, plural

_EFFECTIVE = {
    Effective.NEXT_CALENDAR_DAY: "In force on the next day, even a Saturday",
    Effective.NEXT_WORKING_DAY: "In force on the next working day",
    Effective.AT_CLOSE: "In force as soon as call-in closes",
    Effective.END_OF_LAST_DAY: "In force at the end of the last day",
}
_KEY_ONLY = {True: "Only key decisions may be called in", False: "Decisions that are not key may be called in too"}


def value_in_words(value: RuleValue) -> tuple[str, ...]:
    """A rule in short sentences without their full stops, the rule itself first."""
    match value:
        case CallInRule():
            return _call_in(value)
        case NoCallIn():
            return ("No call-in", first_upper(value.reason.rstrip(".")))
        case Length():
            return (first_upper(value.clear()),)
        case Hold():
            return (f"{value.length} from the call-in", _first_day(value.first_day_counts))
        case Policy():
            return (value.words.rstrip("."), *((f"From £{number(value.pounds)}",) if value.pounds is not None else ()))
        case Every():
            return ("Every month" if value.months == 1 else f"Every {value.months} months",)
        case Kept():
            return (f"Records {plural(value.records, 'year')}", f"Background papers {plural(value.papers, 'year')}")
        case _:
            return tuple(f"{first_upper(one.what)} from £{number(one.pounds)}" for one in value)


def _call_in(rule: CallInRule) -> tuple[str, ...]:
    said = [first_upper(rule_in_words(rule)), _EFFECTIVE[rule.effective]]
    if rule.on_nonworking_end is NonworkingEnd.NEXT_WORKING:
        said.append("A last day that is no working day moves to the next one")
    if rule.key_only is not None:
        said.append(_KEY_ONLY[rule.key_only])
    if rule.requesters:
        said.append(f"Called in by {rule.requesters.rstrip('.')}")
    if rule.grounds:
        said.append(f"On these grounds: {rule.grounds.rstrip('.')}")
    return tuple(said)


def _first_day(counts: bool) -> str:
    return "The day of the call-in counts" if counts else "The day of the call-in is left out"
