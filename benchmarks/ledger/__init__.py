"""Measures whether the reading ledger warns exactly where something was planted to be lost."""
