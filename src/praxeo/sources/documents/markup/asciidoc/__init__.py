"""AsciiDoc (https://docs.asciidoctor.org/asciidoc/latest/)."""
