"""The prompts of the model author: files with versions, and the module that fills them in."""
