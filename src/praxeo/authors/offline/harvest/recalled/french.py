"""French headings and sentences."""

from praxeo.authors.offline.harvest.recalled.words import RecallWords

FRENCH = RecallWords(
    language="fr",
    empty=r"liens|(?:(?:l[ae]s?|l[’']|une?|des?|bref|brève|court) ?)*(?:introduction|présentation|aperçu|résumé|sommaire|avant-propos|préface|conclusions?|contexte|généralités|antécédents|remarques?|exemples?|autres?|plus|astuces?|conseils?|partie|"
    r"exercices?|sources?|quoi|pourquoi|comment|quand|où|qui|qu[’']est|quels?|quelles?|chapitre|étape|pour aller plus loin|en savoir)",
    of_many="""histoire origine origines étymologie habitat alimentation comportement répartition description utilisation utilisations usages apparence causes effets symptômes traitement vie œuvre économie
    géographie climat culture structure fonction production propriétés avantages inconvénients caractéristiques développement reproduction population religion langue""",
    asking=r"que|qu[’']|pourquoi|comment|quand|où|qui|quels?|quelles?",
    not_asked=r"ce|cet|cette|ces|ici|ils?|elles?|faut|faire|choisir|combien",
    speaking=r"je|j[’']\w+|moi|mon|mes|nous|notre|nos|récemment|cette année|actuellement",
    told=r"tu|toi|ton|tes|vous|votre|vos",
    elsewhere=r"cliqu\w+|ci-dessous|ci-dessus|par exemple|(?:image|figure|carte|liste|tableau) suivante?",
    leaning=r"il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|ça|c[’']est|c[’']était|leurs?|son|sa|ses|ainsi|donc|mais|et|ou|car|or|cependant|toutefois|pourtant|néanmoins|puis|ensuite|enfin|alors|là|ici|aussi|on|de plus|en effet|"
    r"en outre|par ailleurs|celui\w*|celle\w*|ceux|d[’']autres|un autre|une autre|les autres|l[’']autre|plus tard|finalement|d[’']abord|intrigué\w*|certaine?s|quant à|au contraire|parmi (?:eux|elles)",
    back=r"cet|cette|ces|également|cependant|celui-ci|celle-ci|ceux-ci|ce dernier|cette dernière|pour eux|n[’']en",
    taking_up=r"C[’']est une?|Il s[’']agit (?:d[’']une?|de)|Ce sont des|C[’']était une?",
    referring=r"(?:voir|cf\.)|pour (?:plus|en savoir)\b.*\b(?:voir|consulte[zr]?)\b",
    small="le la les des de du et est sont un une dans que qui en par pour au aux à sur avec ne se",
)
