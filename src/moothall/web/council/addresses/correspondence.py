"""Addresses of questions asked outside the council, and of the round's timeline."""

from django.urls import URLPattern, path

from moothall.web.council.views import correspondence

urlpatterns: list[URLPattern] = [
    path("", correspondence.questions, name="questions_asked"),
    path("ask", correspondence.ask, name="record_question"),
    path("timeline", correspondence.timeline, name="round_timeline"),
    path("<int:asked>/", correspondence.question, name="question_asked"),
    path("<int:asked>/answer", correspondence.answer, name="record_answer"),
    path("<int:asked>/chase", correspondence.chase, name="record_chased"),
    path("<int:asked>/take-back", correspondence.take_back, name="take_back_question"),
    path("<int:asked>/share", correspondence.share, name="share_answer"),
    path("<int:asked>/file", correspondence.question_file, name="question_file"),
    path("said/<int:pk>/file", correspondence.answer_file, name="answer_file"),
]
