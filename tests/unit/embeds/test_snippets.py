"""The code that people paste into their pages."""

from __future__ import annotations

from praxeo.domain.access import local_user
from praxeo.domain.records import Example
from praxeo.embeds.service import Embeds
from praxeo.embeds.snippets import snippets


def test_the_code_to_embed_is_safe_to_paste(embeds: Embeds, example: Example) -> None:
    embed = embeds.publish(local_user(), example.id)
    code = snippets(embed, "https://apps.test/below")
    assert code.address == f"https://apps.test/below/e/{embed.id}"
    assert f'src="{code.address}"' in code.frame
    assert 'title="Enzyme &amp; &lt;Co&gt;"' in code.frame
    assert (
        'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" allow="fullscreen"'
        in code.frame
    )
    assert code.fitted.startswith(code.frame)
    assert code.fitted.endswith('<script src="https://apps.test/below/embed.js" async></script>')
    assert code.element.startswith(
        f'<praxeo-app src="{code.address}" title="Enzyme &amp; &lt;Co&gt;"><a href="{code.address}">'
    )
    assert code.element.endswith(code.fitted.partition("\n")[2])
