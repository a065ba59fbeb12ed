"""The reader of RTF: groups, control words and text, as the specification 1.9.1 has them."""
