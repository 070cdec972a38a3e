"""A file of everything about a plan, for an auditor, a request for information or an inspector."""
