"""English verbs that tell one thing of their subject, with the particle behind them and what it is that they tell."""

from __future__ import annotations

from praxeo.authors.offline.lexicon import word_set

# base form → particle → what it tells
ACTIVE: dict[str, dict[str, str]] = {
    "consist": {"of": "parts"},
    "depend": {"on": "depends", "upon": "depends"},
    "result": {"from": "cause", "in": "effect"},
    "arise": {"from": "cause"},
    "originate": {"from": "cause"},
    "stem": {"from": "cause"},
    "lead": {"to": "effect"},
    "cause": {"": "effect"},
    "prevent": {"": "effect"},
    "serve": {"as": "use"},
    "stand": {"for": "stands_for"},
    "derive": {"from": "related"},
    "feed": {"on": "related"},
    "belong": {"to": "related"},
    "rely": {"on": "related", "upon": "related"},
    "win": {"": "related"},
    "symbolize": {"": "stands_for"},
    "symbolise": {"": "stands_for"},
    "personify": {"": "stands_for"},
    **{
        verb: {"": "role"}
        for verb in [
            "regulate",
            "control",
            "absorb",
            "filter",
            "connect",
            "separate",
            "transport",
            "stimulate",
            "inhibit",
            "secrete",
            "measure",
            "detect",
            "digest",
            "pump",
            "convert",
            "carry",
            "store",
            "protect",
            "determine",
        ]
    },
}
# participle → particle → what it tells
PASSIVE: dict[str, dict[str, str]] = {
    "composed": {"of": "parts"},
    "made": {"of": "parts", "from": "parts", "up": "parts"},
    "divided": {"into": "parts"},
    "subdivided": {"into": "parts"},
    "split": {"into": "parts"},
    "classified": {"into": "parts"},
    "caused": {"by": "cause"},
    "triggered": {"by": "cause"},
    "driven": {"by": "cause"},
    "controlled": {"by": "cause"},
    "regulated": {"by": "cause"},
    "produced": {"by": "cause"},
    "determined": {"by": "cause"},
    "named": {"after": "related", "for": "related"},
    "derived": {"from": "related"},
    "based": {"on": "related", "upon": "related"},
    "known": {"for": "related"},
    "characterized": {"by": "related"},
    "characterised": {"by": "related"},
    "represented": {"by": "related"},
    "replaced": {"by": "related"},
    "succeeded": {"by": "related"},
    "surrounded": {"by": "related"},
    "bordered": {"by": "related"},
    "measured": {"in": "related"},
}
PLACED = word_set("located situated found stored produced formed made")
PLACES = word_set(
    "in on at near inside within between along behind beneath under around outside below above"
)
MADE = word_set(
    "invented discovered founded established designed written painted composed developed introduced proposed formulated coined built created"
)
DID = word_set("invented discovered founded designed wrote painted composed developed introduced proposed formulated coined built created established")  # fmt: skip
