"""What a source marks itself, one module for each structure: found by form, before any grammar."""
