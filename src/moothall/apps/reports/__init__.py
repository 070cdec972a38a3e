"""The covering report being written."""
