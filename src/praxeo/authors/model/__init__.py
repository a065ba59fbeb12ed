"""The model author: what a model answers becomes a spec or an app only after it has been looked through."""
