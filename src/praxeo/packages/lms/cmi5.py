"""cmi5 packages: the same page, which tells a record store by xAPI; older platforms start it by its `tincan.xml`."""

from __future__ import annotations

from html import escape

from praxeo.packages.archive import zipped
from praxeo.packages.lms.page import PAGE, page_files
from praxeo.packages.packing import Packing

# An address that leads nowhere and names the app for good: platforms know courses by it.
_NAME = "urn:praxeo:example:{name}"
_TITLE_CHARACTERS_MAX = 200
# cmi5 of version 1, section 13.2. Who takes the course sets how good is good enough; until then, doing all of it moves on.
_COURSE = """<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="{id}">
    <title><langstring lang="{language}">{title}</langstring></title>
    <description><langstring lang="{language}">{title}</langstring></description>
  </course>
  <au id="{id}:app" moveOn="Completed" launchMethod="AnyWindow">
    <title><langstring lang="{language}">{title}</langstring></title>
    <description><langstring lang="{language}">{title}</langstring></description>
    <url>{page}</url>
  </au>
</courseStructure>
"""
_TINCAN = """<?xml version="1.0" encoding="UTF-8"?>
<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="{id}:app" type="http://adlnet.gov/expapi/activities/course">
      <name lang="{language}">{title}</name>
      <description lang="{language}">{title}</description>
      <launch lang="{language}">{page}</launch>
    </activity>
  </activities>
</tincan>
"""


def cmi5(packing: Packing) -> bytes:
    """A package for platforms with a record store: cmi5, or xAPI alone."""
    practice = packing.practice
    said = {
        "id": escape(_NAME.format(name=packing.name)),
        "title": escape(practice.title[:_TITLE_CHARACTERS_MAX]),
        "language": escape(practice.language or "und"),
        "page": PAGE,
    }
    courses = {"cmi5.xml": _COURSE.format(**said), "tincan.xml": _TINCAN.format(**said)}
    return zipped({**courses, **page_files(packing, "cmi5")})
