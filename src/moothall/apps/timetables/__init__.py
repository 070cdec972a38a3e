"""Calendar feeds of a council's dates."""
