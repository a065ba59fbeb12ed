"""reStructuredText (https://docutils.sourceforge.io), with what Sphinx adds to it."""
