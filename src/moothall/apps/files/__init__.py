"""Files as they came, kept by their fingerprint."""
