"""What covering reports promised for later, and what became of it."""
