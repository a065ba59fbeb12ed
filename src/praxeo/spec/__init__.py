"""The grammar of specs: what a spec says, how it is written, and the rules it keeps."""
