"""Tells the language of a text by its script and its most frequent small words, offline."""

from __future__ import annotations

import re
from collections import Counter

WORDS_AT_LEAST = 12
HITS_AT_LEAST = 4
SHARE_AT_LEAST = 0.12
LEAD_OVER_SECOND = 1.15
SCRIPT_SHARE_AT_LEAST = 0.5
KANA_SHARE_AT_LEAST = 0.03
LETTERS_AT_LEAST = 20
# Not by \w, which parts the vowel signs of Indian scripts from their letters.
WORD = re.compile(r"[^\s\d_.,;:!?()\[\]{}<>|/\\\"'’«»„“”।…–—-]+")

# The commonest function words of each language, written by hand, most telling ones included.
SMALL_WORDS: dict[str, str] = {
    "en": "the of and to in is that for it was on are as with they be at this have from or by not "
    "but what all were when we there can an your which their if will each how about has its",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es "
    "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
    "sont avec ou son aux cette mais comme on ont été nous leur être fait elle entre ces deux",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus "
    "le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
    "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso são",
    "it": "di e il la che in un a per è una sono con non del si da della le i dei come al alla nel "
    "più gli ha anche ma lo o delle questo se dal nella essere suo stato dalla tra due ed degli",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit "
    "door naar heeft hij worden ze wordt nog deze over kan meer tot geen wat we was hebben moet",
    "sv": "och i att det som en på är av för med den till inte om ett han men var jag sig från vi så "
    "kan när år säger hon under också efter eller nu sin där vid mot ska har de detta varit skulle",
    "da": "og i at det er en til af på for med de den som der ikke et har han var jeg om vi men fra "
    "sig ved også så kan efter eller hun skal blev vil være nu over da mod hvor disse ud meget",
    "no": "og i det er til på som en at for av med har de ikke den han om et fra var jeg seg men ved "
    "vi så hun etter kan også skal eller ut opp da nå være over mot ble noe hva disse mellom",
    "fi": "ja on ei että se oli hän mutta ovat kun myös joka tai niin sen mukaan jos ole kuin voi "
    "vain hänen sitä olla siitä sekä ollut jo nyt mitä jotka kanssa ovat tämä tämän vuoden",
    "pl": "w i na z do się nie że to jest o jak po co ale od za przez dla są oraz czy tym być ma tego "
    "już tak który jego przy jako może tylko które jej lub pod został był także",
    "cs": "a v na se je že o s z do i to k ve pro za by ale si po jako podle od jsem aby jeho tak "
    "který jsou také byl nebo při však už jen až která bylo ze má které může být",
    "sk": "a v na sa je že o s z do aj to k vo pre za by ale si po ako podľa od som aby jeho tak "
    "ktorý sú tiež bol alebo pri však už len až ktorá bolo zo má ktoré môže byť",
    "hu": "a az és hogy nem is egy ez meg volt csak ha már vagy de el mint azt még ki lehet fel van "
    "minden amely után kell között nagyon sem szerint csak ezt lesz mert pedig voltak",
    "ro": "de și în la a cu care din pe nu o că un mai este pentru sau să au fost ca prin al ai ale "
    "se lui sunt ce fi după dar între această acest cele dintre fiind către era",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra o ne her ise ya göre "
    "değil ancak var olduğu olduğunu tarafından iki yeni ki bile diye ama hem şey",
    "id": "yang dan di dengan untuk dari dalam ini itu pada tidak adalah ke akan oleh juga atau "
    "sebagai karena ada dapat lebih telah bisa saat mereka tersebut kami satu antara menjadi",
    "vi": "và của là có được cho trong một các không người với đã những này khi để từ đến về như "
    "ra nhiều cũng năm vào nhưng ở tại sau đó bị thì phải trên hơn việc",
    "ca": "de la i el que a en els les un per amb del es una no és al més va dels com són o ha "
    "aquest seva pel aquesta també sobre ser seu però entre han fins quan",
    "hr": "i u je na se da za su od s a o kao koji to ili iz ne što bi po biti nije koja sve ali već "
    "samo prema do bio bilo kako kroz koje ovo također između može sa",
    "sl": "in je v na se da za so ki z pa s ne po kot bi tudi o iz od ni pri ali do bil kar še bo "
    "ker to že le sta ima med lahko med ter več",
    "lt": "ir yra kad į iš su tai kaip o ne buvo bet jo ar dėl per nuo jau ji savo už taip prie pat "
    "tik gali labai apie po šio tarp arba būti metų",
    "lv": "un ir ka uz ar par no kas to tas nav bet arī vai kā pie tiek jau līdz pēc lai bija viņš "
    "var savu tikai tā šī būt gada starp gan",
    "et": "ja on ei et see oli ta kui ka oma mis või aga ning ma siis seda kes nii veel välja selle "
    "üle pärast ole ainult juba kuid olid tema nende",
    "la": "et in est non ad cum ut quod sed qui ex aut sunt atque quae si ab esse enim autem per "
    "hoc nec etiam quam eius quidem ac nam",
    "ru": "и в не на что с по это как а к но из у за он о от для так же то все было мы его при или "
    "бы был если может они есть также только ее были чтобы до",
    "uk": "і в не на що з та до у за як це а від він для про його або був було є які так також "
    "але по при під бути їх може цього між якщо вже",
    "bg": "и на в за да се от не че са по с е като това до при към след но или ще бе той което "
    "които който може има още само през между били",
    "sr": "и у је на се да за су од са а о као који то или из не што би по није која све али "
    "већ само према до био како између може",
    "ar": "في من على أن إلى التي عن مع الذي هذا هذه ما لا كان كما أو قد ذلك بعد بين كل هو هي لم "
    "كانت إن حيث وقد خلال",
    "fa": "و در به از که این را با است برای آن یک تا بر شود شده خود می کرد هم نیز بود یا کند ها "
    "باید دارد هر پس",
    "ur": "کے میں کی ہے اور سے کا کو اس پر نے کہ یہ ہیں کر بھی تھا ایک ہو جو کیا نہیں تو وہ تھے گیا "
    "لیے ان",
    "hi": "के में की है और से का को पर ने कि यह हैं एक भी नहीं हो इस लिए था जो कर या तो वह थे गया अपने साथ",
    "mr": "आणि आहे या व हे ते हा च आहेत तर की एक मध्ये होते होता असे नाही केले त्या करून असून म्हणून",
}
LISTS = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}

# Scripts that one living language (nearly) alone writes, by first and last letter.
SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("el", "\u0370", "\u03ff"),
    ("hy", "\u0530", "\u058f"),
    ("he", "\u0590", "\u05ff"),
    ("bn", "\u0980", "\u09ff"),
    ("pa", "\u0a00", "\u0a7f"),
    ("gu", "\u0a80", "\u0aff"),
    ("or", "\u0b00", "\u0b7f"),
    ("ta", "\u0b80", "\u0bff"),
    ("te", "\u0c00", "\u0c7f"),
    ("kn", "\u0c80", "\u0cff"),
    ("ml", "\u0d00", "\u0d7f"),
    ("si", "\u0d80", "\u0dff"),
    ("th", "\u0e00", "\u0e7f"),
    ("lo", "\u0e80", "\u0eff"),
    ("my", "\u1000", "\u109f"),
    ("ka", "\u10a0", "\u10ff"),
    ("am", "\u1200", "\u137f"),
    ("km", "\u1780", "\u17ff"),
    ("ko", "\uac00", "\ud7af"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
)


def detect_language(text: str) -> str:
    """The BCP 47 language of a text, "" if it is too short or too mixed to tell."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < LETTERS_AT_LEAST:
        return ""
    return _by_script(letters) or _by_small_words(text)


def _by_script(letters: list[str]) -> str:
    counts = {
        language: sum(1 for c in letters if first <= c <= last) for language, first, last in SCRIPTS
    }
    if counts["zh"] + counts["ja"] >= SCRIPT_SHARE_AT_LEAST * len(letters):
        return "ja" if counts["ja"] >= KANA_SHARE_AT_LEAST * len(letters) else "zh"
    language, most = max(counts.items(), key=lambda item: item[1])
    return language if most >= SCRIPT_SHARE_AT_LEAST * len(letters) else ""


def _by_small_words(text: str) -> str:
    words = Counter(WORD.findall(text.lower()))
    total = sum(words.values())
    if total < WORDS_AT_LEAST:
        return ""
    hits = {
        language: sum(words[word] for word in small if word in words)
        for language, small in LISTS.items()
    }
    (best, most), (_, second) = sorted(hits.items(), key=lambda item: -item[1])[:2]
    if most < HITS_AT_LEAST or most < SHARE_AT_LEAST * total or most < LEAD_OVER_SECOND * second:
        return ""
    return best
