"""The manifest of a SCORM package: one course with one page, and every file that it needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Literal

_TITLE_CHARACTERS_MAX = 200  # what the schemas of both editions hold

_SCORM_12 = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{name}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd \
http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="app" identifierref="page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{first}">
{files}
    </resource>
  </resources>
</manifest>
"""

_SCORM_2004 = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{name}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd \
http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="app" identifierref="page" isvisible="true">
        <title>{title}</title>
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormType="sco" href="{first}">
{files}
    </resource>
  </resources>
</manifest>
"""
_FORMS = {"scorm12": _SCORM_12, "scorm2004": _SCORM_2004}


def manifest(
    name: str, title: str, files: Sequence[str], standard: Literal["scorm12", "scorm2004"]
) -> str:
    """The manifest of a package under this name; the first of the files is the page that is opened."""
    return _FORMS[standard].format(
        name=re.sub(r"[^A-Za-z0-9_.-]", "-", f"praxeo-{name}"),
        title=escape(title[:_TITLE_CHARACTERS_MAX]),
        first=escape(files[0]),
        files="\n".join(f'      <file href="{escape(file)}"/>' for file in files),
    )
