"""Readers of the binary formats of Office 97 to 2003: Word, PowerPoint and Excel in OLE compound files."""
