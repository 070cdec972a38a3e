"""Moothall: from the government's letter to the published, endorsed, submitted and monitored plan."""
