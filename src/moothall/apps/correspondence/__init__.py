"""What was asked outside the council about a round, what was answered, and what the department said of the plan."""
