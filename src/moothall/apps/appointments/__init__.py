"""Who has which role in a workspace: giving and ending roles, and invitations to people who are new."""
