"""Handing the report over to the system that keeps the agenda, and the addresses that come back."""
