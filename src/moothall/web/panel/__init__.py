"""Pages for the reading panel."""
