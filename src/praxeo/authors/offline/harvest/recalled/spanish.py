"""Spanish headings and sentences."""

from praxeo.authors.offline.harvest.recalled.words import RecallWords

SPANISH = RecallWords(
    language="es",
    empty=r"enlaces|(?:(?:el|la|los|las|una?|breve) )*(?:introducción|presentación|resumen|prólogo|conclusión|conclusiones|contexto|antecedentes|generalidades|notas?|ejemplos?|otros?|otras?|más|consejos?|parte|ejercicios?|fuentes?|"
    r"qué|por qué|cómo|cuándo|dónde|quién|cuáles?|capítulo|paso)",
    of_many="""historia origen orígenes etimología hábitat alimentación comportamiento distribución descripción uso usos apariencia causas efectos síntomas tratamiento vida obra economía geografía clima cultura
    estructura función producción propiedades ventajas desventajas características desarrollo reproducción población religión lengua idioma""",
    asking=r"¿(?:qué|por qué|cómo|cuándo|dónde|quién(?:es)?|cuál(?:es)?)",
    not_asked=r"este|esta|estos|estas|esto|aquí|debo|debes?|debería\w*|hacer|elegir|cuánt[oa]s?",
    speaking=r"yo|mis?|nosotros|nuestr[oa]s?|nos|recientemente|este año|actualmente",
    told=r"tú|tus?|usted|ustedes|vosotros|vuestr\w+|puedes|tienes|debes",
    elsewhere=r"haz clic|abajo|arriba|por ejemplo|siguiente (?:imagen|figura|tabla|lista|mapa)|(?:imagen|tabla) siguiente",
    leaning=r"él|ella|ellos|ellas|este|esta|estos|estas|esto|ese|esa|esos|esas|eso|aquel\w*|tal|tales|sus?|así|además|pero|y|e|o|sin embargo|luego|después|entonces|allí|ahí|aquí|también|tampoco|por (?:eso|ello|lo tanto|otro lado|otra parte)|"
    r"otros?|otras?|los (?:otros|demás|mismos)|las (?:otras|demás)|finalmente|más tarde|primero|ambos|ambas|fue|fueron|era|eran|es|son|está|están|había|hay|tiene|tienen|se|lo que|lamentablemente|de hecho|de esta manera",
    back=r"este|esta|estos|estas|ese|esa|esos|esas|también|dichos?|dichas?|tales",
    taking_up=r"(?:Es|Son|Se trata|Era|Fue|Fueron) (?:una?|el|la|los|las|de)",
    referring=r"(?:véase|ver|consulte?)\b|para más\b.*\b(?:véase|visite|consulte)\b",
    small="el la los las de del y en que un una es son por con para se al su fue como más",
)
