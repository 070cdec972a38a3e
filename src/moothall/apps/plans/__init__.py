"""The plan being written: answers, commitments, milestones, measures, barriers, and its versions."""
