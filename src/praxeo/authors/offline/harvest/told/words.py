"""Words that say too little to be asked about, in the languages that told facts are found in."""

from __future__ import annotations

from praxeo.authors.offline.lexicon import GENERIC, PRONOUNS, QUANTIFIERS, word_set

OF = word_set("of in between for de du des d der von vom im für del en entre para zur zum")
VAGUE = GENERIC | word_set(
    """set cycle layer layers scheme approach design first second third last next latter former rest whole entire new old
    ding dinge teil teile art arten form formen ergebnis prozess vorgang verfahren methode system systeme beispiel aufbau ganze
    name begriff text buch kapitel abschnitt liste tabelle abbildung seite gruppe stück stelle problem lösung frage antwort
    chose choses partie parties type types forme formes résultat processus procédé méthode système exemple structure ensemble
    nom terme texte livre chapitre section liste tableau figure page groupe problème solution question réponse
    cosa cosas parte partes tipo tipos forma formas resultado proceso método sistema ejemplo estructura conjunto
    nombre término texto libro capítulo sección lista tabla figura página grupo problema solución pregunta respuesta primero primera
    wert werte auswirkungen auswirkung wirkung folge folgen kleine große größere kleinere höhere höherer niedrige positive negative
    value values higher lower large small small-scale larger smaller valeur valeurs grande petite grandes petites valor valores pequeño pequeña
    segundo segunda último última nuevo nueva nuevos nuevas premier première nouveau nouvelle dernier dernière erste zweite letzte neue neuen"""
)
# Of which a text may mean any: "the temple", "the manuscript".
OF_MANY = word_set(
    """temple manuscript text film company house city town village building church king queen author war battle army
    government party ship team poem novel picture room wall door story legend myth tribe family island river mountain
    document report project law letter song play album match game school museum tomb statue object instrument device machine
    tempel handschrift film firma haus stadt dorf gebäude kirche könig königin autor krieg schlacht heer armee regierung
    partei schiff mannschaft gedicht roman bild raum wand tür geschichte legende mythos stamm familie insel fluss berg gerät
    manuscrit entreprise maison ville bâtiment église roi reine auteur guerre bataille armée gouvernement parti navire
    équipe poème roman image salle mur porte histoire légende mythe tribu famille île fleuve montagne appareil
    templo manuscrito película empresa casa ciudad pueblo edificio iglesia rey reina autor guerra batalla ejército gobierno
    partido barco equipo poema novela imagen sala pared puerta historia leyenda mito tribu familia isla río montaña aparato"""
)
LOOSE_FIRST = (PRONOUNS | QUANTIFIERS) - {"most"} | word_set(
    """there here what when where why how if as in on at by for with from to and or but so not then thus hence one however
    therefore while although though because since after before during also even only just least another each
    damit das dies beispielsweise dadurch dabei dazu daher deshalb außerdem hierbei zudem somit dafür davon darin daran zum zur
    mathematisch heute jetzt nun meist oft also anders ebenso
    es er sie wir man hier dort da dann so wenn als ob wie was wer wo alle viele einige manche mehrere jede jeder jedes
    beide andere kein keine im in am an auf bei mit nach von vor zu zwei drei vier fünf
    il elle ils elles on nous vous ce cela ceci ici là si quand comme où tous toutes plusieurs certains certaines chaque
    aucun aucune dans en sur avec pour par après avant deux trois quatre cinq
    él ella ellos ellas esto eso aquí allí si cuando como donde todos todas muchos muchas algunos algunas cada varios varias
    ningún ninguna en con para por después antes dos tres cuatro cinco"""
)  # fmt: skip
