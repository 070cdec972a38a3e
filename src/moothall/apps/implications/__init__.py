"""Asking named people to agree to exact words: implications of a report, and sign-off."""
