"""Addresses of the rules the council counts by."""

from django.urls import URLPattern, path

from moothall.web.council.views import learning, rules

urlpatterns: list[URLPattern] = [
    path("rules", rules.rules, name="rules"),
    path("rules/history", rules.rules_history, name="rules_history"),
    path("rules/learn", learning.learn_rule, name="learn_rule"),
    path("rules/closures/enter", rules.enter_closure, name="enter_closure"),
    path("rules/closures/<slug:day>/take-back", rules.take_back_closure, name="take_back_closure"),
    path("rules/governance", rules.enter_governance, name="enter_governance"),
    path("rules/enter/<slug:ruled>", rules.enter_rule, name="enter_rule"),
    path("rules/correct/<path:rule_id>", rules.correct_rule, name="correct_rule"),
    path("rules/end/<path:rule_id>", rules.end_rule, name="end_rule"),
    path("rules/take-back/<path:rule_id>", rules.take_back_rule, name="take_back_rule"),
    path("rules/rule/<path:rule_id>", rules.rule, name="rule"),
]
