"""English headings and sentences."""

from praxeo.authors.offline.harvest.recalled.words import RecallWords

ENGLISH = RecallWords(
    language="en",
    empty=r"external links?|(?:(?:the|an?|some|brief|short|general|our|your) )*(?:introduction|intro|overview|background|summary|conclusions?|preface|foreword|prologue|epilogue|abstract|recap|wrapping|wrap|final|closing|"
    r"key takeaways?|takeaways?|notes?|examples?|more|next|others?|tips?|quick|bonus|misc\w*|basics|details|getting|using|homework|exercises?|discussion|part|step|chapter|section|tier|about|see|read|related|"
    r"sources?|resources|credits|up|faqs?|questions?|what|why|how|when|where|who|which|best practices|go|set|create|keep|use|make|take|choose|find|remove|avoid|add|start|plan|reserve|specify\w*)",
    of_many="""considerations certifications history origin origins etymology habitat diet behavior behaviour distribution description uses usage use appearance causes cause effects effect symptoms treatment prevention reception legacy
    life career death economy geography climate culture demographics structure function production cultivation types properties applications advantages disadvantages benefits risks importance
    characteristics features purpose development evolution growth reproduction composition design construction location population religion government politics education language impact anatomy""",
    asking=r"what|why|how|when|where|who|which",
    not_asked=r"this|these|it|here|they|should|best|so what|what if|next|how (?:to|much|many|long)|do i|can i|to do",
    speaking=r"I|I[’'](?:m|ve|d|ll)|my|me|mine|we|we[’'](?:re|ve|d|ll)|our|ours|us|let[’']s|recently|this year|last year|nowadays|right now|these days|trust",
    told=r"you|your|yours|you[’'](?:re|ll|ve|d)",
    elsewhere=r"(?:the|an?) (?:table|chart|diagram|graph) (?:compares|shows?|lists?|gives)|click|video|links?|article|blog|post|below|figure|photo above|make sure|don[’']t forget|don[’']t|for (?:example|instance)|(?:following|next) (?:image|picture|map|list|table)",
    leaning=r"additionally|honestly|it|its|they|their|them|this|these|those|that|that[’']s|it[’']s|he|she|his|her|such|but|and|or|so|thus|hence|therefore|however|moreover|furthermore|also|instead|again|besides|nevertheless|"
    r"in (?:this|that|such|other|addition|fact|contrast|turn|short|response|return|general)|as (?:a result|such|well)|once|then|another|others?|unlike|indeed|finally|both|some(?= (?:of (?:these|them|the)|are|have|were|even|also)\b)|"
    r"one(?= (?:of (?:these|them|the)|is|was)\b)|here|there|now|still|yet|similarly|likewise|later|meanwhile|otherwise|afterwards?|eventually|soon|next|first|second|third|rather|even|obviously|speaking of|"
    r"(?:at|by|with|from|on|after|because of|despite|to do) (?:this|that|these|those|so|doing|there)|not to mention|interestingly|ironically|"
    r"the (?:same|others?|latter|former|above|following|next|last|results?|idea|first|second|third|trick|point|reason|answer|difference|goal|problem|process|text|author|two|three|four)",
    back=r"the (?:problem|author|solution|answer)s?(?! (?:of|that|in)\b)|this|these|those|such|however|therefore|thus|also(?! (?:known|called))|too|instead|mentioned|earlier",
    taking_up=r"(?:This|It) (?:is|was) (?:an?|the)|These are (?:the )?\w+",
    referring=r"(?:please )?(?:see|read|learn|visit)\b|to (?:see|learn|find out)\b.*\b(?:see|visit|refer|read)\b|for (?:more|further|command|the technical|details)\b.*\b(?:see|visit|refer|read)\b",
    small="the a an of and is are was were in to that for with on as by from it can be or at",
)
