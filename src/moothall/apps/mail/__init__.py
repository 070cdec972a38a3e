"""Mail going out: every message kept with what became of it."""
