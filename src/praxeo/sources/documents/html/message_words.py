"""The words of pages that hold a message in place of their text, by what they say, in five languages."""

from __future__ import annotations

import re

THIS_PAGE = r"(?:page|site|content|article|document|file|url|link|resource|seite|inhalt|artikel|página|pagina)"
ERROR = (
    r"\b(?:40[134]|410|429|50[0234])\b.{0,40}\b(?:error|not found|forbidden|unavailable|gateway|fehler)"
    r"|\b(?:error|fehler|erreur|errore)(?: code)?\s*:?\s*(?:40[134]|410|429|50[0234])\b"
    r"|"
    + THIS_PAGE
    + r"\b.{0,40}\b(?:not found|cannot be found|can.?t be found|could not be found|doesn.t exist"
    r"|does not exist|no longer (?:available|exists?)|(?:has|have|been|was|were) (?:been )?(?:removed|deleted)"
    r"|nicht gefunden|existiert nicht|gibt es (?:leider )?nicht(?: mehr)?|non trovata|no encontrada)"
    r"|\b(?:can.?t|cannot|couldn.t|could not) find (?:the|that|this) page|nothing was found at this location"
    r"|diese seite gibt es|page introuvable|página no (?:existe|encontrada)|la page .{0,40}n.existe pas"
    r"|we.ll be right back|(?:be|come|try) (?:back|again) (?:soon|later|shortly|in a few (?:minutes|moments))"
    r"|(?:temporarily|currently) (?:unavailable|unable to)|down for maintenance|scheduled maintenance|wartungsarbeiten"
    r"|vorübergehend nicht (?:verfügbar|erreichbar)|(?:en mantenimiento|en maintenance|in manutenzione)\b"
    r"|access (?:denied|to this page has been denied)|zugriff verweigert|accès refusé|you don.t have permission"
    r"|something went wrong|having (?:some )?trouble|(?:internal )?server (?:error|encountered)|bad gateway"
    r"|too many requests|(?:isn.t|is not|not) available (?:right now|in your (?:country|region|area|location))"
    r"|nicht in (?:ihrem|deinem) land verfügbar|domain (?:is|may be) for sale|buy this domain"
)
SCRIPTS = (
    r"(?:enable|activate|turn on|switch on|allow) (?:javascript|cookies)|javascript (?:is|ist) (?:disabled|deaktiviert"
    r"|required|turned off|not (?:available|enabled))|(?:requires|needs) javascript|javascript (?:to work|to be enabled)"
    r"|(?:aktivieren sie|aktiviere)(?: bitte)? (?:javascript|cookies)|(?:benötigt|erfordert) javascript"
    r"|(?:activer|activez) (?:le )?javascript|(?:active|activar|habilite|habilitar) (?:el )?javascript"
    r"|(?:attiva|attivare|abilita|abilitare) javascript"
)
ROBOTS = (
    r"(?:verify|confirm|checking|prüfen|vérifi|comprobando).{0,30}\b(?:human|browser|robot|mensch|humain|humano|navigateur)"
    r"|(?:complete|solve|enter|pass) (?:the|this|a) (?:captcha|security check)|unusual traffic|are you a robot"
    r"|you (?:were|are|might be|may be) a (?:ro)?bot\b|you have been blocked|pardon our interruption|attention required"
)
LOG_IN = (
    r"(?:log|sign) ?in (?:is required|to (?:continue|view|read|see|access|your account))|please (?:log|sign) in"
    r"|must be (?:logged|signed) in|melden sie sich an|(?:bitte )?anmelden,? um|connectez-vous|inicia(?:r|ndo)? sesión para"
    r"|(?:for|to) (?:paying )?(?:subscribers|members) only|only (?:for|available to) (?:subscribers|members)"
    r"|subscribe (?:now |today )?to (?:continue|keep|read|unlock)|nur für (?:abonnenten|mitglieder)|réservé aux abonnés"
    r"|mit (?:einem )?abo (?:weiterlesen|lesen)|(?:solo|sólo|exclusivo) para suscriptores|(?:legal|minimum) age to (?:enter|view)"
)
CONSENT = (
    r"we (?:value|respect|care about) your privacy|(?:accept|manage|reject) (?:all )?cookies"
    r"|cookie[- ](?:consent|einstellungen)|before you continue|bevor sie fortfahren|avant de continuer"
    r"|privatsphäre ist uns wichtig|(?:unsere|nos|nuestros|our) (?:\d+ )?(?:partner|partenaires|socios|partners)\b.{0,60}"
    r"\b(?:cookies?|informationen|informations?|información)|nous utilisons des cookies|utilizamos cookies|wir verwenden cookies"
)
SAID = tuple(
    re.compile(words, re.IGNORECASE | re.DOTALL)
    for words in (ERROR, SCRIPTS, ROBOTS, LOG_IN, CONSENT)
)
ALONE = re.compile(
    r"(?:loading|laden|lädt|wird geladen|chargement|cargando|caricamento|please wait|bitte warten|just a moment)\s*(?:…|\.{3})?"
    r"|(?:40[134]|410|429|50[0234]|gone|forbidden|service unavailable|(?:under|in) maintenance|wartung)[.!]?",
    re.IGNORECASE,
)
"""What says it only where it is all that a text says."""
