"""A simulation of how CodeDeploy moves an alias to a new version, in simulated time; see docs/decisions/0020."""
