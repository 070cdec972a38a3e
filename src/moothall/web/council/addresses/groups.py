"""Addresses of working groups: the group, its base text, and what a council takes of it."""

from django.urls import URLPattern, path

from moothall.web.council.views import base_texts, base_words, groups

_GROUP = "<slug:group>/"
urlpatterns: list[URLPattern] = [
    path("", groups.groups, name="groups"),
    path("start", groups.start, name="start_group"),
    path(_GROUP, groups.group, name="group"),
    path(_GROUP + "answer", groups.answer, name="answer_group"),
    path(_GROUP + "invite", groups.invite, name="invite_to_group"),
    path(_GROUP + "leave", groups.leave, name="leave_group"),
    path(_GROUP + "editors", groups.editors, name="group_editors"),
    path(_GROUP + "tell", groups.tell, name="tell_group"),
    path(_GROUP + "councils", groups.councils, name="group_councils"),
    path(_GROUP + "text", base_texts.text, name="base_text"),
    path(_GROUP + "text/add", base_texts.add, name="add_base_section"),
    path(_GROUP + "text/<str:section>", base_texts.write, name="base_section"),
    path(_GROUP + "make-edition", base_texts.make_edition, name="make_edition"),
    path(_GROUP + "editions/<int:number>", base_texts.edition, name="base_edition"),
    path(_GROUP + "freeze", base_texts.freeze, name="freeze_base_text"),
    path(_GROUP + "thaw", base_texts.thaw, name="thaw_base_text"),
    path(_GROUP + "file", base_texts.file, name="base_text_file"),
    path(_GROUP + "bring-in", base_texts.bring_in, name="bring_in_editions"),
    path(_GROUP + "take", base_words.take, name="take_base_sections"),
    path(_GROUP + "take/<str:section>", base_words.settle, name="settle_base_section"),
    path(_GROUP + "propose/<str:section>", base_words.propose, name="propose_base_words"),
    path(_GROUP + "proposals/<int:pk>", base_words.proposal, name="base_proposal"),
]
