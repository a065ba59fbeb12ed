"""The keyboard run: exercises done with real key presses and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from praxeo.proof.plan import ExercisePlan, Plan, as_json
from praxeo.proof.playthrough import Playthrough, script

WHOLE_APP_EXERCISES = 16  # up to so many exercises the whole app is done by keyboard
FAR_TABS = 12  # in long apps the focus is first put near an exercise that is further away
LOST_AFTER = 4  # attempts to reach a control by Tab, and keys without any effect
MAXIMUM_TURNS = 250  # of looking and pressing in one exercise; an ordering of 12 steps takes 150


@dataclass(frozen=True, kw_only=True)
class KeyboardPlaythrough:
    """What was done by keyboard."""

    exercises: int = 0
    kinds: tuple[str, ...] = ()
    whole_app: bool = False


def play_by_keyboard(run: Playthrough) -> KeyboardPlaythrough:
    """Do the whole app by keyboard if it is small, else one exercise of each kind."""
    chosen = _chosen(run.plan)
    whole = len(chosen) == len(run.plan.exercises)
    run.page.run(script("keys.js"))
    run.page.enter()
    done: list[ExercisePlan] = []
    for section in run.plan.sections:
        exercises = [exercise for exercise in section.staged if exercise.id in chosen]
        if not exercises and not whole:
            continue
        if not (_walk(run, "view", "home") and _walk(run, "view", section.id)):
            return _result(done, whole=False)
        for exercise in exercises:
            if _walk(run, "exercise", as_json(exercise), name=exercise.id, jump=not whole):
                done.append(exercise)
            elif run.enough:
                return _result(done, whole=False)
    return _result(done, whole=whole and len(done) == len(chosen))


def _chosen(plan: Plan) -> frozenset[str]:
    if len(plan.exercises) <= WHOLE_APP_EXERCISES:
        return frozenset(exercise.id for exercise in plan.exercises)
    first = {exercise.kind: exercise.id for exercise in reversed(plan.exercises)}
    return frozenset(first.values())


def _result(done: list[ExercisePlan], *, whole: bool) -> KeyboardPlaythrough:
    kinds = tuple(sorted({exercise.kind for exercise in done}))
    return KeyboardPlaythrough(exercises=len(done), kinds=kinds, whole_app=whole)


def _walk(
    run: Playthrough, call: str, argument: object, *, name: str = "", jump: bool = False
) -> bool:
    """Look and press until the view is shown or the exercise is right; whether that was reached."""
    name = name or str(argument)
    tries, before = 0, None
    for _turn in range(MAXIMUM_TURNS):
        todo: dict[str, Any] = run.page.run(
            f"argument => window.praxeoKeys.{call}(argument)", argument
        )
        if todo.get("done"):
            return True
        if "lost" in todo:
            run.note([(todo["lost"], name, "keyboard")])
            return False
        acts = "reach" not in todo
        tries = tries + 1 if (acts, todo["state"]) == before else 0
        before = (acts, todo["state"])
        if tries > LOST_AFTER:
            code = "keyboard_no_effect" if acts else "keyboard_unreachable"
            run.note([(code, name, "")])
            return False
        if jump and len(todo.get("reach", ())) > FAR_TABS:
            run.page.run("id => window.praxeoKeys.near(id)", name)
            jump = False
        elif "write" in todo:
            run.page.write(todo["write"])
        else:
            run.page.press(todo.get("reach") or todo["press"])
    run.note([("keyboard_no_effect", name, "")])
    return False
