"""Dated facts shipped with the product, each with its source."""
