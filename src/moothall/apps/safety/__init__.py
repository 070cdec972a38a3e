"""Remarks made before the public sees a text, and what people said of them."""
