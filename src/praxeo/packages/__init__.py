"""An app as a file that other programs take: learning platforms, card trainers, question banks, printers."""
