"""Addresses of signing in and out."""

from django.urls import URLPattern, path

from moothall.web.account import views

app_name = "account"
urlpatterns: list[URLPattern] = [
    path("sign-in", views.sign_in, name="sign_in"),
    path("sign-in/as/<int:pk>", views.sign_in_as, name="sign_in_as"),
    path("welcome/<str:whom>/<str:token>", views.welcome, name="welcome"),
    path("sign-out", views.sign_out, name="sign_out"),
]
