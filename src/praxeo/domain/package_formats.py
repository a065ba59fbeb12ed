"""The formats that an app can be packed as, by name; `praxeo.packages.formats` says what each is.

Without what else belongs to them: the command line names them at every start.
"""

from __future__ import annotations

from typing import Literal, get_args

PackageFormat = Literal[
    "html", "scorm12", "scorm2004", "cmi5", "h5p", "anki", "gift", "qti", "markdown", "print"
]
PACKAGE_FORMATS: tuple[PackageFormat, ...] = get_args(PackageFormat)
