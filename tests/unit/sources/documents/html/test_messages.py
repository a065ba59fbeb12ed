"""Pages that hold a message in place of their text: said to be such, in words of their own; texts about such are read."""

from __future__ import annotations

import pytest

from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.reader import read_html

NAV = "<nav><a href=/>Home</a> <a href=/about>About us</a> <a href=/news>News</a></nav>"
FOOT = "<footer>© 2026 Sea notes. All rights reserved. <a href=/p>Privacy</a></footer>"
MESSAGES = [
    "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
    "<h1>JavaScript is not available.</h1><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue.</p>",
    "<p>This site requires Javascript to work, please enable Javascript in your browser or use a browser with Javascript support.</p>",
    "<p>Please turn on JavaScript in your browser to view this page.</p>",
    "<p>Loading…</p>",
    "<div>Just a moment...</div><p>Enable JavaScript and cookies to continue</p>",
    "<p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p>",
    "<p>Pour utiliser ce site, veuillez activer JavaScript dans votre navigateur.</p>",
    "<p>Active JavaScript en su navegador para continuar.</p>",
    "<noscript><p>Diese Anwendung benötigt JavaScript.</p></noscript><div id=app></div>",
    "<h1>404</h1><p>Oops! That page can’t be found.</p><p>It looks like nothing was found at this location. Maybe try a search?</p>",
    "<h1>Page not found</h1><p>The page you are looking for might have been removed, had its name changed, or is temporarily unavailable.</p>",
    "<h1>Sorry, we can't find the page you're looking for</h1><p>Try our home page.</p>",
    "<h1>Uh-oh.</h1><p>This content isn’t available right now. The link may be broken or the page may have been removed.</p>",
    "<h1>Seite nicht gefunden</h1><p>Die angeforderte Seite existiert nicht mehr.</p>",
    "<h1>Erreur 404</h1><p>La page que vous recherchez n’existe pas.</p>",
    "<h1>Página no encontrada</h1><p>Lo sentimos, la página que busca no existe.</p>",
    "<h1>Diese Seite gibt es leider nicht</h1><p>Vielleicht hilft die Suche weiter.</p>",
    "<h1>Pagina non trovata</h1><p>La pagina richiesta non esiste.</p>",
    "<h1>Gone</h1><p>The requested resource is no longer available on this server and there is no forwarding address.</p>",
    "<h1>Server Error</h1><p>The server encountered a temporary error and could not complete your request.</p>",
    "<h1>Bad gateway</h1><p>Error code 502. The web server reported a bad gateway error.</p>",
    "<h1>Service Unavailable</h1><p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>",
    "<h1>Sign in</h1><form><label>Email <input></label><label>Password <input type=password></label><button>Sign in</button></form><p>Forgot your password? New here? Create an account.</p>",
    "<h1>Anmelden</h1><form><label>E-Mail <input></label><label>Passwort <input type=password></label></form><p>Passwort vergessen? Noch kein Konto? Jetzt registrieren.</p>",
    "<h1>Log in to continue reading</h1><p>You must be logged in to view this content.</p>",
    "<h1>How tides arise</h1><p>This article is for subscribers only. Subscribe now to continue reading, or log in if you already have an account.</p>",
    "<h1>Ebbe und Flut</h1><p>Dieser Artikel ist nur für Abonnenten. Jetzt weiterlesen mit einem Abo.</p>",
    "<h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, such as cookies. Accept all. Manage options.</p>",
    "<h2>Ihre Privatsphäre ist uns wichtig</h2><p>Wir und unsere Partner verwenden Cookies, um Inhalte zu personalisieren. Alle akzeptieren. Einstellungen verwalten.</p>",
    "<h2>Avant de continuer</h2><p>Nous utilisons des cookies pour fournir nos services. Tout accepter. Tout refuser.</p>",
    "<h1>Verifying you are human. This may take a few seconds.</h1><p>example.com needs to review the security of your connection before proceeding.</p>",
    "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot.</p>",
    "<h1>Access Denied</h1><p>You don't have permission to access this server. Reference #18.5c</p>",
    "<h1>Are you a robot?</h1><p>Please complete the security check to access the site.</p>",
    "<h1>Sorry, you have been blocked</h1><p>You are unable to access example.com. This website is using a security service to protect itself from online attacks.</p>",
    "<h1>Not available in your region</h1><p>This content is not available in your country.</p>",
    "<h1>Are you 18 or older?</h1><p>You must be of legal age to enter this site. Yes. No.</p>",
    "<h1>Under maintenance</h1><p>We are performing scheduled maintenance. We should be back online shortly.</p>",
    "<h1>example.com</h1><p>This domain is for sale. Buy this domain. The domain may be for sale by its owner.</p>",
    "<h1>Too Many Requests</h1><p>You have sent too many requests. Please slow down.</p>",
]
TEXTS = [
    "<h1>Ebb and flow</h1><p>The Moon pulls on the sea, so that the water rises twice a day.</p>",
    "<h1>What HTTP status codes mean</h1><p>A server answers with a code. 200 is fine, 301 leads on. With a 404 the server tells that it has nothing at this address, and 503 that it is busy.</p>",
    "<h1>Chocolate cookies</h1><p>Mix butter, sugar and flour, and bake the cookies for ten minutes until they are golden. Let them cool on a rack.</p>",
    "<h1>How to choose a password</h1><p>A good password is long. Use four words that have nothing to do with each other, and a manager that keeps them.</p>",
    "<h1>What is JavaScript?</h1><p>JavaScript is a language that browsers run. It was made in ten days in 1995. Functions are values, and objects inherit from prototypes.</p>",
    "<h1>Robots in the sea</h1><p>A robot dives to the ground of the sea and takes samples of the mud, which no human could reach.</p>",
    "<h1>Privacy as a right</h1><p>The right to be let alone was named in 1890. It protects the home, letters and the family from the state.</p>",
    "<h1>How a captcha works</h1><p>A captcha shows a picture that people read easily and programs do not. Its name stands for a public test.</p>",
    "<h1>Maintenance of a pump</h1><p>Oil the bearing once a month and replace the seal each year. Note the hours of service.</p>",
    "<h1>Set theory</h1><p>A set is a subset of another if all its elements are in the other one, too. The empty set is a subset of each set.</p>",
]


def page(body: str, *, framed: bool) -> bytes:
    nav, foot = (NAV, FOOT) if framed else ("", "")
    return f"<html><head><title>Sea notes</title></head><body>{nav}<main>{body}</main>{foot}</body></html>".encode()


@pytest.mark.parametrize("framed", [True, False])
@pytest.mark.parametrize("body", MESSAGES)
def test_a_message_in_place_of_a_page_is_said_to_be_one(body: str, framed: bool) -> None:
    with pytest.raises(Refused) as refused:
        read_html(page(body, framed=framed))
    assert refused.value.code in ("error_page", "empty_page")


@pytest.mark.parametrize("framed", [True, False])
@pytest.mark.parametrize("body", TEXTS)
def test_a_short_text_about_such_things_is_read(body: str, framed: bool) -> None:
    assert read_html(page(body, framed=framed)).blocks


def test_the_refusal_quotes_what_the_page_says() -> None:
    with pytest.raises(Refused) as refused:
        read_html(page(f"<p>Please turn on JavaScript {'in your browser ' * 20}</p>", framed=True))
    said = str(refused.value.details["says"])
    assert said.startswith("Please turn on JavaScript in your browser")
    assert said.endswith("…")
    assert len(said) <= 120
    assert said in str(refused.value)
