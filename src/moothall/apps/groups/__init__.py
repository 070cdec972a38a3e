"""Working groups: councils that share a base text, take it into their own plans, and decide apart."""
