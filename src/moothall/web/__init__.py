"""Pages and API, by audience."""
