"""The stacks: what holds data apart from what can be made anew at any time."""
