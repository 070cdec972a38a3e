"""Coding the passages of published plans: suggestions, what coders say of them, and learning from that."""
