"""The chosen route, its steps, meetings and decisions."""
