from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rockets fell in Kharkiv, Russia, on Monday.", "Kharkiv, Ukraine"),
        ("They met in Bratislava in Hungary on Monday.", "Bratislava in Slovakia"),
        ("Russian troops entered Grodno, Ukraine, on Monday.", "Grodno, Belarus"),
        ("The Polish port of Odesa was shelled.", "Ukrainian port of Odesa"),
        ("The South Korean city of Osaka was quiet.", "Japanese city of Osaka"),
        ("The border town of Narva in Latvia was quiet.", "Narva in Estonia"),
        ("Troops massed near Voronezh (Ukraine) last week.", "Voronezh (Russia"),
        ("Shells fell on Poltava, a Polish town on the plain.", "Poltava, a Ukrainian"),
        ("They flew to Gdansk, the Lithuanian port at which the ships lay.", "Gdansk, the Polish"),
        ("Gyumri, Azerbaijan's second city, was without power.", "Gyumri, Armenia"),
        ("The envoy went on to Tashkent, in Kazakhstan, on Monday.", "Tashkent, in Uzbekistan"),
        ("Convoys left Latakia, on Egypt's Mediterranean coast, on Monday.", "Latakia, on Syria"),
        ("Shots were heard in Constanta, on the Bulgarian coast.", "Constanta, on the Romanian"),
        ("Poland's second city, Kaunas, was quiet.", "Lithuania's second city, Kaunas"),
        ("Misrata lies in western Algeria.", "Misrata lies in western Libya"),
        ("The militia held Misrata in western Algeria.", "Misrata in western Libya"),
        ("Planes hit the Egyptian province of Kandahar.", "Afghan province of Kandahar"),
        ("Roads to Poltava and Kharkiv in Poland, and shops near Homs and Hama, Lebanon, were closed.", "Hama, Syria"),
        ("Pakistan's Helmand province was quiet.", "Afghanistan's Helmand"),
        ("KHARKIV, Russia (Northgate Wire) - Shells fell on Monday.", "KHARKIV, Ukraine"),
    ],
)
def test_a_town_in_the_wrong_country_is_found(text: str, right: str, find: Find) -> None:
    (found,) = find("wrong-country", text)
    assert found.suggestion == right


@pytest.mark.parametrize(
    "text",
    [
        "After talks in Geneva, Russia said that it would wait.",
        "Protests in Paris, Germany and Poland went on.",
        "In Vilnius, Poland's president spoke.",
        "He lives in Atlanta, Georgia, and in Athens, Georgia.",
        "In Simferopol, Russia, people voted, and the Israeli city of Hebron was closed.",
        "The Serbian city of Pristina and the Chinese city of Taipei are in the old book.",
        "Trust in Moscow in Germany has fallen.",
        "The Russian-held city of Kherson was shelled.",
        "In Poltava, a Polish city official spoke, and in Lviv, a Polish port was named.",
        "Lviv, once a Polish city, and Gdansk, a German port until 1945, are twins.",
        "They marched in Lviv, in Poland, and in Prague.",
        "Fighters backed by Moscow in eastern Ukraine fired.",
        "Poltava, a Ukrainian town, and Kazan, Russia's sixth city, were calm.",
        "The Russian attack on the city of Kharkiv and Russia's attack on Poltava went on.",
        "The Russian ambassador to the city of Lviv left.",
    ],
)
def test_what_is_right_contested_or_no_pair_is_left_alone(text: str, find: Find) -> None:
    assert find("wrong-country", text) == []


@pytest.mark.parametrize(("date", "wrong"), [("2015-03-02", True), ("2023-03-02", False)])
def test_a_town_is_contested_only_from_when_it_was(date: str, wrong: bool, find: Find) -> None:
    assert bool(find("wrong-country", "Shells fell in Mariupol, a Russian port.", date)) == wrong
