"""Notices drafted and given, agendas once they are public, and the forward plan that follows from the notices."""
