"""What has become of a source since it was read: which of its sentences say something else, or are not there."""
