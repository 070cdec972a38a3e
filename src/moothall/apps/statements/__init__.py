"""What a plan that was brought in says, what people say of each statement, and what of it went into the bank."""
