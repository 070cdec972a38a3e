"""Addresses of words that go out to Word and come back."""

from django.urls import URLPattern, path

from moothall.web.council.views import word

urlpatterns: list[URLPattern] = [
    path("", word.word, name="word"),
    path("take", word.take_out, name="take_to_word"),
    path("<int:returned_id>/", word.returned, name="returned_words"),
    path("<int:returned_id>/original", word.original, name="returned_original"),
    path("sections/<int:section_id>/answer", word.answer_changes, name="answer_word_changes"),
    path("sections/<int:section_id>/choose", word.choose, name="choose_word_text"),
    path("comments/<int:comment_id>", word.answer_comment, name="answer_word_comment"),
    path("strays/<int:stray_id>/place", word.place, name="place_stray"),
    path("strays/<int:stray_id>/aside", word.aside, name="put_stray_aside"),
]
