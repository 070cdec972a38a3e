"""What a plan answers beside its own round: further rounds and further subjects, each with its own receipt."""
