"""Asking models: completions kept, caps held, a ledger, retries and fallbacks behind one `Ask`."""
