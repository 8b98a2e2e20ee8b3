from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The German president, Emmanuel Macron, spoke.", "German", "French"),
        ("Ukrainian Foreign Minister Sergei Lavrov spoke.", "Ukrainian", "Russian"),
        ("US President Emmanuel Macron spoke.", "US", "French"),
        ("Poland’s defence minister, Sergei Shoigu, spoke.", "Poland’s", "Russia’s"),
        ("Mark Rutte, prime minister of Belgium and host of the talks, spoke.", "Belgium", "Netherlands"),
        ("Sanna Marin is the Swedish prime minister.", "Swedish", "Finnish"),
        ("Sergei Shoigu, who is Ukraine’s defence minister, spoke.", "Ukraine’s", "Russia’s"),
        ("The president of Poland, Alexander Lukashenko, spoke.", "Poland", "Belarus"),
        ("President Andrzej Duda of Lithuania spoke.", "Lithuania", "Poland"),
        ("The ministers met in Riga. Romania’s Annalena Baerbock said little.", "Romania’s", "Germany’s"),
        ("Ukraine, whose president, Vladimir Putin, has been silent, wants talks.", "Ukraine", "Russia"),
        ("Her Polish counterpart, Annalena Baerbock, declined to comment.", "Polish", "German"),
        ("Sanna Marin, the leader of Sweden, called for calm.", "Sweden", "Finland"),
    ],
)
def test_a_wrong_country_is_found(find: Find, text: str, words: str, right: str) -> None:
    assert [(f.span.text, f.suggestion) for f in find("office-country", text)] == [(words, right)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The French president, Emmanuel Macron, spoke.", "2022-01-27"),
        ("The German president met the French president, Emmanuel Macron, in Berlin.", "2022-01-27"),
        ("The German president, Emmanuel Macron, spoke.", None),
        ("She met Andrzej Duda, Poland’s head of state. Emmanuel Macron was not there.", "2022-01-27"),
        ("They told Emmanuel Macron of Germany’s doubts.", "2022-01-27"),
        ("The Polish president met Sergei Lavrov, his foreign minister and two aides in Minsk.", "2022-01-27"),
        ("President Donald Tusk of the European Council comes from Poland.", "2018-01-27"),
        ("Her German counterpart, Annalena Baerbock, declined to comment.", "2022-01-27"),
        ("Poland said that its president, Andrzej Duda, would go.", "2022-01-27"),
    ],
)
def test_the_right_country_is_left_alone(find: Find, text: str, date: str | None) -> None:
    assert find("office-country", text, date) == []
