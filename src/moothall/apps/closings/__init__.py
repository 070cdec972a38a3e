"""Year-end reviews, rounds that are closed for a council, and what a successor council takes over."""
