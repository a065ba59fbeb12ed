"""The rules that refuse a claim at a place. Each yields what it has against it; saying nothing is no approval."""
