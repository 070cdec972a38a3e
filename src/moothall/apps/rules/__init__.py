"""A council’s own rules: entered, ended and corrected by version, so that every day is counted by the rules it had."""
