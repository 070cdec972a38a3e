"""Dates a proper officer put in place of computed ones."""
