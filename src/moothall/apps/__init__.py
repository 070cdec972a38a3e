"""What is kept, who may do what, and what was done."""
