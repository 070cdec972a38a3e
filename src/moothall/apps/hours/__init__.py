"""The officer time a return took, for councils that record it."""
