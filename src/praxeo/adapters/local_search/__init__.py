"""Search without a network: what the library holds, and encyclopaedias in ZIM files."""
