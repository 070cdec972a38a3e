"""Pages of a council's workspace."""
