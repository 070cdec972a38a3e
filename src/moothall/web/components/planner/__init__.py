"""What the public planner and the workspace's share: the answer, its thinning, its sources, and what one is tied to."""
