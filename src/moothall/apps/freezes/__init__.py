"""Parts of the plan and of the report that somebody has frozen for consolidation, so that others do not save."""
