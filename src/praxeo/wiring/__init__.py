"""From the configuration to the product: the only importer of adapters."""
