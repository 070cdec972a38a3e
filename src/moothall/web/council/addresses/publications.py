"""Addresses of publication and return."""

from django.urls import URLPattern, path

from moothall.web.council.views import page_checks, publications, returns

urlpatterns: list[URLPattern] = [
    path("", publications.publication, name="publication"),
    path("publish", publications.publish, name="publish"),
    path("withdraw", publications.withdraw, name="withdraw"),
    path("return", returns.submit, name="submit_return"),
    path("return/<str:number>.pdf", publications.receipt_pdf, name="receipt_pdf"),
    path("return/<str:number>/", returns.sent_return, name="sent_return"),
    path("return/<str:number>/folder.zip", returns.folder, name="return_folder"),
    path("return/<str:number>/message.eml", returns.letter, name="return_letter"),
    path("return/<str:number>/sent", returns.record_sent, name="record_sent_return"),
    path("return/<str:number>/again", returns.send_again, name="send_return_again"),
    path("return/<str:number>/ask", returns.ask_whether_it_came, name="ask_about_return"),
    path("return/<str:number>/acknowledged", returns.acknowledged, name="acknowledge_return"),
    path("return/<str:number>/bounced/<int:pk>", returns.bounced, name="return_bounced"),
    path("return-proof/<slug:kind>/<int:pk>", returns.proof, name="return_proof"),
    path("pages", page_checks.page_checks, name="page_checks"),
    path("pages/look", page_checks.look, name="look_at_pages"),
]
