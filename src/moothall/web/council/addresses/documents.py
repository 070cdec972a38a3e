"""Addresses of the documents a council brought in."""

from django.urls import URLPattern, path

from moothall.web.council.views import choosing, documents, evidence, found_measures, plan_content

urlpatterns: list[URLPattern] = [
    path("", documents.documents, name="documents"),
    path("<int:upload_id>/", documents.document, name="document"),
    path("<int:upload_id>/again", documents.read_again, name="read_again"),
    path("<int:upload_id>/stop", documents.stop_reading, name="stop_reading"),
    path("<int:upload_id>/pages/<int:number>.png", documents.page_picture, name="page_picture"),
    path("<int:upload_id>/measures", found_measures.found_measures, name="found_measures"),
    path("<int:upload_id>/content", plan_content.plan_content, name="plan_content"),
    path("<int:upload_id>/content/read", plan_content.read_plan, name="read_plan"),
    path("<int:upload_id>/content/stop", plan_content.stop_plan, name="stop_plan"),
    path("<int:upload_id>/content/plan", plan_content.put_into_plan, name="put_into_plan"),
    path("<int:upload_id>/content/<int:statement_id>", plan_content.statement, name="plan_statement"),
    path("<int:upload_id>/content/<int:statement_id>/answer", plan_content.answer_statement, name="answer_statement"),
    path(
        "<int:upload_id>/content/<int:statement_id>/correct", plan_content.correct_statement, name="correct_statement"
    ),
    path("<int:upload_id>/content/<int:statement_id>/move", plan_content.move_statement, name="move_statement"),
    path("<int:upload_id>/content/under/<str:group>", plan_content.accept_rest, name="accept_rest"),
    path("<int:upload_id>/content/under/<str:group>/not-said", plan_content.not_said, name="not_said"),
    path("<int:upload_id>/whose", documents.say_whose, name="say_whose"),
    path("<int:upload_id>/rest", documents.confirm_rest, name="confirm_rest"),
    path("<int:upload_id>/several", choosing.several, name="several"),
    path("<int:upload_id>/facts/<str:name>/between", choosing.between, name="between"),
    path("<int:upload_id>/evidence", evidence.of_document, name="document_evidence"),
    path("<int:upload_id>/evidence.json", evidence.annotations, name="document_annotations"),
    path("<int:upload_id>/annotations", evidence.bring_annotations, name="bring_annotations"),
    path("<int:upload_id>/evidence/<int:evidence_id>", evidence.place, name="place_evidence"),
    path("<int:upload_id>/anew", evidence.read_anew, name="read_anew"),
    path("<int:upload_id>/draft", documents.draft, name="draft_from_document"),
    path("<int:upload_id>/facts/<str:name>", documents.correct, name="correct_fact"),
    path("<int:upload_id>/facts/<str:name>/answer", documents.answer, name="answer_fact"),
]
