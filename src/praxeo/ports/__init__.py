"""All that Praxeo needs from outside. Each method states what it may raise.

Every adapter passes the same contract suite (tests/contract). Unless said otherwise a method may
also raise `Unavailable` when the thing behind it does not answer.
"""
