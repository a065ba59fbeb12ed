"""Transfer: a project, or everything an owner has, from one Praxeo to another by one archive."""
