"""Pictures of a source: decoded within limits, fitted for showing, with what is said of them; decoration left out."""
