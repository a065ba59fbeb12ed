"""Which records an expression may hold, told from the annotations of a source tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.architecture.tree import Tree, parsed

Kinds = frozenset[str]
NONE: Kinds = frozenset()
# These give back what they are given, changed.
PASS_ON = {"changed", "replace"}
# These give a page of what they are asked for.
LISTINGS = {"list", "scan"}


@dataclass
class Known:
    """What annotations say of a tree: fields and methods by class, results of functions, aliases."""

    members: dict[str, dict[str, Kinds]] = field(default_factory=dict)
    results: dict[str, Kinds] = field(default_factory=dict)
    aliases: dict[str, Kinds] = field(default_factory=dict)

    def expanded(self, kinds: Kinds) -> Kinds:
        """The kinds with type variables and aliases replaced by what they stand for."""
        return frozenset(k for kind in kinds for k in (self.aliases.get(kind) or {kind}))


def known(tree: Tree) -> Known:
    """All that the annotations of the tree say."""
    found = Known()
    for _, module in parsed(tree):
        for node in module.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found.aliases[node.targets[0].id] = _alias(node.value)
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef):
                found.members.setdefault(node.name, {}).update(_members(node))
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.results[node.name] = found.results.get(node.name, NONE) | mentioned(
                    node.returns
                )
    return found


def mentioned(annotation: ast.expr | None) -> Kinds:
    """Every name in an annotation: of `tuple[Spec, ...] | None` it is Spec (and tuple)."""
    if annotation is None:
        return NONE
    return frozenset(n.id for n in ast.walk(annotation) if isinstance(n, ast.Name))


def _alias(value: ast.expr) -> Kinds:
    """What a type variable or a union of types stands for."""
    if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "TypeVar":
        bounds = [k.value for k in value.keywords if k.arg == "bound"]
        return frozenset().union(*map(mentioned, [*value.args[1:], *bounds]))
    return mentioned(value) if isinstance(value, ast.BinOp) else NONE


def _members(node: ast.ClassDef) -> Iterator[tuple[str, Kinds]]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            yield each.target.id, mentioned(each.annotation)
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each.name, mentioned(each.returns)
            if each.name == "__init__":
                yield from _given(each)


def _given(init: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, Kinds]]:
    """The attributes that an `__init__` fills from its own parameters."""
    kinds = {a.arg: mentioned(a.annotation) for a in [*init.args.args, *init.args.kwonlyargs]}
    for node in ast.walk(init):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
            yield node.targets[0].attr, kinds.get(getattr(node.value, "id", ""), NONE)


@dataclass
class Scope:
    """A function (or a module) with the kinds of its variables."""

    known: Known
    own_class: str
    variables: dict[str, Kinds]

    def kinds(self, node: ast.expr | None) -> Kinds:
        """Which classes an expression may hold; what holds several of a kind counts as that kind."""
        match node:
            case ast.Name(id="self"):
                return frozenset({self.own_class})
            case ast.Name():
                return self.known.expanded(self.variables.get(node.id, NONE))
            case ast.Attribute():
                return self._member(node)
            case ast.Call():
                return self._called(node)
            case ast.IfExp():
                return self.kinds(node.body) | self.kinds(node.orelse)
            case ast.BoolOp():
                return NONE.union(*map(self.kinds, node.values))
            case ast.Tuple() | ast.List():
                return NONE.union(*map(self.kinds, node.elts))
            case ast.BinOp():
                return self.kinds(node.left) | self.kinds(node.right)
            case ast.GeneratorExp() | ast.ListComp():
                return self.kinds(node.elt)
            case ast.Subscript() | ast.Starred() | ast.NamedExpr() | ast.Await():
                return self.kinds(node.value)
        return NONE

    def _member(self, node: ast.Attribute) -> Kinds:
        holders = self.kinds(node.value)
        if node.attr == "records" and "Page" in holders:
            return holders - {"Page"}
        found = [self.known.members.get(h, {}).get(node.attr) for h in holders]
        if any(each is not None for each in found):
            return self.known.expanded(NONE.union(*[each or NONE for each in found]))
        return holders if node.attr == "records" else NONE

    def _called(self, node: ast.Call) -> Kinds:
        function = node.func
        if isinstance(function, ast.Name):
            if function.id in PASS_ON and node.args:
                return self.kinds(node.args[0])
            if function.id in self.known.members:
                return frozenset({function.id})
        # created(Spec, …), first_of(Spec, …), records.get(Spec, …), permitted(…, Spec)
        named = {a.id for a in node.args if isinstance(a, ast.Name)} & self.known.members.keys()
        if named:
            paged = {"Page"} if getattr(function, "attr", "") in LISTINGS else set()
            return frozenset(named | paged)
        if isinstance(function, ast.Attribute) and (found := self._member(function)):
            return found
        name = getattr(function, "id", "")
        return self.known.expanded(self.known.results.get(name, NONE))


def scopes(module: ast.Module, facts: Known) -> Iterator[tuple[Scope, ast.AST]]:
    """Each function of a module with what its variables hold; inner functions see the outer ones'."""

    def within(
        node: ast.AST, own_class: str, outer: dict[str, Kinds]
    ) -> Iterator[tuple[Scope, ast.AST]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                yield from within(child, child.name, outer)
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                scope = Scope(facts, own_class, {**outer, **_parameters(child)})
                _learn(scope, child)
                yield scope, child
                yield from within(child, own_class, scope.variables)
            else:
                yield from within(child, own_class, outer)

    yield from within(module, "", {})


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> dict[str, Kinds]:
    arguments = function.args
    every = [*arguments.args, *arguments.kwonlyargs, arguments.vararg]
    return {a.arg: mentioned(a.annotation) for a in every if a and a.annotation}


def _learn(scope: Scope, function: ast.AST) -> None:
    """Fill in what assignments, loops and comprehensions of a function say of its variables."""
    telling = ast.Assign | ast.NamedExpr | ast.AnnAssign | ast.For | ast.comprehension
    nodes = [node for node in ast.walk(function) if isinstance(node, telling)]
    for _ in range(2):  # a later line may be what an earlier loop needs
        for node in nodes:
            match node:
                case ast.Assign(targets=[target]):
                    _bind(scope, target, node.value)
                case ast.NamedExpr() | ast.AnnAssign(value=ast.expr()):
                    _bind(scope, node.target, node.value)
                case ast.For() | ast.comprehension():
                    _bind(scope, node.target, node.iter)


def _bind(scope: Scope, target: ast.expr, value: ast.expr | None) -> None:
    pairs = [(target, value)]
    if isinstance(target, ast.Tuple):
        same = isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts)
        values = value.elts if same else [value] * len(target.elts)  # type: ignore[union-attr]
        pairs = list(zip(target.elts, values, strict=True))
    for each, given in pairs:
        name = each.value if isinstance(each, ast.Starred) else each
        if isinstance(name, ast.Name):
            held = scope.variables.get(name.id, NONE)
            scope.variables[name.id] = held | scope.kinds(given)
