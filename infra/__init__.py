"""Praxeo's cloud shape, as the AWS CDK deploys it."""
