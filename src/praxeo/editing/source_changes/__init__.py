"""What has changed in the sources of an example: shown beside its items, taken over or left as it is by a person."""
