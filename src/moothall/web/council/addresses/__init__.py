"""Addresses of the workspace, one module for each subject; each lists `urlpatterns`."""
