"""E-mail messages: the body that a mail program shows, and what stands beside it."""
