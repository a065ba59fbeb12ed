"""Banks of questions, as learning platforms exchange them: GIFT."""
