"""German headings and sentences."""

from praxeo.authors.offline.harvest.recalled.words import RecallWords

GERMAN = RecallWords(
    language="de",
    empty=r"weblinks?|links?|externe links?|(?:(?:der|die|das|ein|eine|kurze?[rs]?|allgemeine?[rs]?) )*(?:einleitung|einführung|begriffs\w*|begriff|überblick|übersicht|zusammenfassung|fazit|vorwort|nachwort|schluss\w*|ausblick|allgemein\w*|hintergrund|hinweise?|"
    r"beispiele?|weitere\w*|sonstiges|mehr|tipps?|teil|grundlagen|aufgaben?|übung\w*|quellen?|was|warum|wie|wann|wo|wer|welche\w*|kapitel|schritt)",
    of_many="""geschichte herkunft ursprung verbreitung lebensraum ernährung verhalten beschreibung bedeutung verwendung nutzung ursachen folgen symptome wirkung leben werk wirtschaft klima kultur aufbau funktion
    eigenschaften entstehung vorkommen anbau vorteile nachteile merkmale entwicklung fortpflanzung aussehen lage bevölkerung religion politik sprache""",
    asking=r"was|warum|wieso|weshalb|wie|wann|wo|wer|welche\w*|woraus|wodurch|woher|wozu",
    not_asked=r"diese\w*|hier|man|sie|es|soll\w*|tun|wie (?:viel\w*|lange)",
    speaking=r"ich|mir|mich|meine?[mnrs]?|wir|uns|unsere?[mnrs]?|kürzlich|neulich|heutzutage|dieses jahr",
    told=r"du|dich|dir|deine?[mnrs]?|ihr|euch|euer|Sie|Ihnen|Ihre?[mnrs]?",
    elsewhere=r"klick\w*|abbildung|unten|oben|nachfolgend\w*|zum beispiel|beispielsweise|ehrlich gesagt|(?:folgende\w*|nächste\w*) (?:bild|karte|liste|tabelle|abschnitt|aufruf)",
    leaning=r"er|sie|es|das(?= (?:ist|war|sind|kann|hat|heißt|heisst|wird|bedeutet|liegt|passiert|hilft|zeigt|führt|belastet\w*)\b)|dies\w*|dabei|dadurch|dafür|damit|daher|deshalb|deswegen|dann|dort|hier\w*|jedoch|allerdings|auch|außerdem|zudem|so|solche\w*|ihr\w*|sein\w*|deren|dessen|aber|und|oder|"
    r"doch|denn|dazu|davon|darauf|danach|daraus|darin|darum|darüber\w*|andere\w*|letztere\w*|erstere\w*|beide\w*|ebenso|ferner|weiterhin|später|schließlich|zunächst|zuerst|inzwischen|trotzdem|dennoch|stattdessen|bislang|alternativ|"
    r"(?:der|die|das) (?:erste|zweite|dritte|letzte|andere|beiden|grund|folge)\w*|jene\w*|man|gewonnen|nachfolgend\w*|in diesem fall",
    back=r"diese[mnrs]?|solche[mnrs]?|jedoch|allerdings|ebenfalls|auch|stattdessen|dagegen|davon|dafür|ihm",
    taking_up=r"(?:Dies|Das|Es|Sie) (?:ist|sind|war|waren) (?:ein|der|die|das)\w*",
    referring=r"(?:siehe|vgl\.)|(?:für )?(?:weitere|mehr) .*\b(?:siehe|finden|finde)\b",
    small="der die das den dem des und ist sind war waren ein eine einen einer im in von zu zum mit auf für als wird werden durch sich nicht aus bei oder hatten man",
)
