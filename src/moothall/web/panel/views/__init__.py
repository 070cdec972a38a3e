"""Views of the panel's pages."""
