"""Values as JSON for other programs, out and in without loss: ``dump`` and ``load``, each with a published schema.

FORMATS names the modules, one for each format; the schemas are in schemas/.
"""

FORMATS: tuple[str, ...] = (
    "round_json",
    "plan_json",
    "return_json",
    "pack_json",
    "item_json",
    "decision_record_json",
    "notice_json",
    "forward_plan_json",
    "route_json",
)
