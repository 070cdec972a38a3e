"""Addresses of comments on the words of a plan or a report."""

from django.urls import URLPattern, path

from moothall.web.council.views import comments

urlpatterns: list[URLPattern] = [
    path("", comments.comments, name="comments"),
    path("on/<path:words_at>", comments.at_place, name="comments_at"),
    path("<int:comment_id>/reply", comments.reply, name="reply_to_comment"),
    path("<int:comment_id>/resolve", comments.resolve, name="resolve_comment"),
    path("<int:comment_id>/reopen", comments.reopen, name="reopen_comment"),
    path("<int:comment_id>/use", comments.use_words, name="use_suggested_words"),
    path("<int:comment_id>/refuse", comments.refuse_words, name="refuse_suggested_words"),
]
