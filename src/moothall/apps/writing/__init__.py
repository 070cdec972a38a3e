"""Writing the plan together: what each section said when, words that meet, and words not saved yet."""
