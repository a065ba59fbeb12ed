"""Projects: the shelves of the library."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from praxeo.domain import texts
from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Conflict
from praxeo.domain.records import Project, changed, created
from praxeo.library.saving import at_version, deleted, saved
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import Page, RecordStore

FIRST_PROJECT_NAME = "My library"


@dataclass(frozen=True, kw_only=True, slots=True)
class Projects:
    """Owns the table `projects`."""

    records: RecordStore
    clock: Clock
    ids: Ids

    def create(self, actor: Actor, *, name: str, description: str = "") -> Project:
        """A new project. Raises Refused/TooLarge for a name that cannot be shown."""
        project = created(
            Project,
            self.clock.now(),
            id=self.ids.new("prj"),
            owner=actor.account,
            name=texts.title(name),
            description=texts.note(description),
        )
        return saved(self, actor, "project.created", project)

    def get(self, actor: Actor, project_id: str, action: Action = "read") -> Project:
        """The project, for an actor who may do this with it. Raises NotFound, Forbidden."""
        return permitted(self.records.get(Project, project_id), actor, Project, action)

    def list(self, actor: Actor, *, cursor: str = "", limit: int = 50) -> Page[Project]:
        """The owner's projects, newest first."""
        return self.records.list(
            Project, {"owner": actor.account}, cursor=cursor, limit=limit, newest_first=True
        )

    def change(
        self,
        actor: Actor,
        project_id: str,
        *,
        version: int,
        name: str | None,
        description: str | None,
    ) -> Project:
        """Rename or describe a project. Raises Conflict if it is not at this version any more."""
        project = self._at_version(actor, project_id, version)
        project = changed(
            project,
            self.clock.now(),
            name=project.name if name is None else texts.title(name),
            description=project.description if description is None else texts.note(description),
        )
        return saved(self, actor, "project.changed", project)

    def delete(self, actor: Actor, project_id: str, *, version: int) -> None:
        """Delete an empty project. Raises Conflict("project_not_empty") if something is in it."""
        project = self._at_version(actor, project_id, version)
        for kind in (table.record for table in TABLES if ("project_id",) in table.list_by):
            if self.records.list(kind, {"project_id": project_id}, limit=1).records:
                raise Conflict("project_not_empty", "Delete or move what is in this project first.")
        deleted(self, actor, "project.deleted", project)

    def named(self, actor: Actor, name: str) -> Project:
        """The owner's project of this name (the newest if "" is given), made if there is none."""
        found = self.find(actor, name)
        if found:
            return found
        return self.create(actor, name=name) if name else self._first(actor)

    def find(self, actor: Actor, name: str) -> Project | None:
        """The owner's newest project of this name (of any name if "" is given), if there is one."""
        cursor = ""
        while True:
            page = self.list(actor, cursor=cursor)
            for project in page.records:
                if not name or project.name == texts.title(name):
                    return project
            if not page.cursor:
                return None
            cursor = page.cursor

    def _first(self, actor: Actor) -> Project:
        """The owner's first project. Its id follows from the owner, so that there is never a second:
        a listing may lack the one that was made a moment ago."""
        project_id = f"prj_0{hashlib.sha256(actor.account.encode()).hexdigest()[:25]}"
        project = created(
            Project, self.clock.now(), id=project_id, owner=actor.account, name=FIRST_PROJECT_NAME
        )
        try:
            return saved(self, actor, "project.created", project)
        except Conflict:
            return self.get(actor, project_id)

    def _at_version(self, actor: Actor, project_id: str, version: int) -> Project:
        return at_version(self.get(actor, project_id, "change"), version)
