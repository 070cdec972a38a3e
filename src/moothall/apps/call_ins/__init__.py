"""Requests of members to call a decision in, who joined them, and whether they are valid."""
