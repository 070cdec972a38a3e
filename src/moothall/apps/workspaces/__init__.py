"""A council's place for one round, with its rules."""
