"""A council's own Word file as the form of its covering report: opened through the gates, checked, and filled."""
