"""Returns sent, and their receipts."""
