"""Standard wordings of a council, kept for every round: each version with who approved it and when."""
