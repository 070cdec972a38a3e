"""The rules that stood in workspaces become the first version of each council's rulebook."""

from django.db import migrations

FORMAT = "moothall.rules/1"
CLEAR_DAYS = {
    "agenda": "agenda-publication",
    "key_decision_notice": "key-decision-notice",
    "member_notice": "member-notice",
}


def _rules(flat):
    spell = {
        "makers": [],
        "valid_from": flat.get("valid_from"),
        "valid_to": flat.get("valid_to"),
        "source": flat.get("source") or "",
    }
    found = []
    if "call_in" in flat:
        value = flat["call_in"]
        said = {key: value[key] for key in value if key != "closures"} if value else None
        value = said if said is not None else {"none": "The constitution has no call-in."}
        found.append({"id": "call-in-1", "clock": "call-in", **spell, "value": value})
    for part, clock in CLEAR_DAYS.items():
        if flat.get(part):
            found.append({"id": f"{clock}-1", "clock": clock, **spell, "value": flat[part]})
    if flat.get("thresholds"):
        clock = "key-decision-threshold"
        found.append({"id": f"{clock}-1", "clock": clock, **spell, "value": flat["thresholds"]})
    return found


def _closures(flat):
    days = (flat.get("call_in") or {}).get("closures") or []
    clocks = ["call-in", "call-in-hold"]
    return [{"on": day, "name": "", "kind": "closure", "clocks": clocks, "source": ""} for day in sorted(days)]


def carry_over(apps, schema_editor):
    workspaces = apps.get_model("workspaces", "Workspace").objects.exclude(rule_pack={})
    entries = apps.get_model("audit", "Entry").objects.filter(event="rules.entered")
    versions = apps.get_model("rules", "RulebookVersion").objects
    for workspace in workspaces.order_by("opened_at", "pk"):
        flat = workspace.rule_pack
        entered = entries.filter(workspace_id=workspace.pk).order_by("-id").first()
        versions.create(
            gss=workspace.gss,
            number=versions.filter(gss=workspace.gss).count() + 1,
            deed="rules.entered",
            about="All rules",
            why="Carried over from the rules entered for this council's workspace.",
            book={
                "format": FORMAT,
                "name": flat.get("name") or "",
                "governance": [],
                "rules": _rules(flat),
                "closures": _closures(flat),
            },
            entered_at=entered.at if entered else workspace.opened_at,
            entered_by_name=entered.by_name if entered else "Moothall",
        )


def nothing(apps, schema_editor):
    """Going back, the rulebook stays: what is dropped with it is only the carrying over."""


class Migration(migrations.Migration):
    dependencies = [("rules", "0001_initial"), ("workspaces", "0001_initial"), ("audit", "0002_triggers")]
    operations = [migrations.RunPython(carry_over, nothing)]
