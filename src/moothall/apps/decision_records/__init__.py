"""What the record of a decision needs beyond the decision, and what a person judged that members meant by it."""
