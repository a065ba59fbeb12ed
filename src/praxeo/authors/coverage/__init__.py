"""Coverage: which main ideas of a source an app practises, which it only lets be read, and why."""
