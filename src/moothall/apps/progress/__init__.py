"""Readings of measures and updates of milestones."""
