"""Which actors a noun phrase names. A row is a text, the word that heads the phrase, and the codes of those it names."""

from __future__ import annotations

import datetime as dt

import pytest

CODES = {
    "countries": [
        ("Kenya closed the border.", "Kenya", "KEN"),
        ("The United States backed the plan.", "States", "USA"),
        ("South Korea and North Korea signed the pact.", "Korea", "PRK"),
        ("Ivory Coast recalled its envoy.", "Coast", "CIV"),
        ("Britain and the Netherlands agreed.", "Netherlands", "NLD"),
    ],
    "demonyms": [
        ("Kenyan troops crossed the border.", "troops", "KENMIL"),
        ("The Indian government protested.", "government", "INDGOV"),
        ("French police arrested two men.", "police", "FRACOP"),
        ("Bolivian lawmakers rejected the treaty.", "lawmakers", "BOLLEG"),
        ("Saudi warplanes bombed the port.", "warplanes", "SAUMIL"),
        ("Nigerian protesters blocked the road.", "protesters", "NGACVL"),
    ],
    "possessors and of-phrases": [
        ("Kenya's foreign minister left.", "minister", "KENGOV"),
        ("Turkey’s army shelled the town.", "army", "TURMIL"),
        ("The president of Ghana resigned.", "president", "GHAGOV"),
        ("The supreme court of Kenya annulled the vote.", "court", "KENJUD"),
    ],
    "coordinated demonyms": [
        ("Russian and Ukrainian officials met in Minsk.", "officials", "RUSGOV+UKRGOV"),
        ("Indian and Chinese troops clashed.", "troops", "INDMIL+CHNMIL"),
        ("Greek and Turkish ministers met.", "ministers", "GRCGOV+TURGOV"),
    ],
    "no country's own": [
        ("Western officials were alarmed.", "officials", "GOV"),
        ("Foreign diplomats were alarmed.", "diplomats", "GOV"),
    ],
    "only backing": [
        ("Ukraine blamed Russian-backed separatists. Ukraine is weak.", "separatists", "UKRREB"),
        ("Ukraine fears pro-Moscow separatists. Ukraine is weak.", "separatists", "UKRREB"),
        ("Pro-Moscow separatists shelled the Ukrainian town.", "separatists", "REB"),
        ("Iranian-backed militias shelled the base in Iraq.", "militias", "IRQUAF"),
        ("Anti-Russian protesters marched in Georgia.", "protesters", "GEOCVL"),
    ],
    "capitals that act": [
        ("Moscow rejected the demand.", "Moscow", "RUSGOV"),
        ("Ankara summoned the ambassador.", "Ankara", "TURGOV"),
        ("Beijing accused Tokyo of deceit.", "Tokyo", "JPNGOV"),
        ("A letter from Nairobi arrived.", "Nairobi", "KENGOV"),
    ],
    "capitals that are places": [
        ("The ministers met in Moscow.", "Moscow", ""),
        ("Protesters gathered outside Ankara.", "Ankara", ""),
        ("A bomb went off near Kabul.", "Kabul", ""),
    ],
    "metonyms": [
        ("The Kremlin denied the report.", "Kremlin", "RUSGOV"),
        ("The White House welcomed the deal.", "House", "USAGOV"),
        ("The Pentagon sent two ships.", "Pentagon", "USAMIL"),
    ],
    "organisations and groups": [
        ("NATO condemned the attack.", "NATO", "IGONATO"),
        ("The United Nations condemned the attack.", "Nations", "IGOUN"),
        ("The European Union imposed sanctions.", "Union", "IGOEU"),
        ("The African Union suspended Sudan.", "Union", "IGOAU"),
        ("NATO officials met.", "officials", "IGONATO"),
        ("The Taliban attacked the base.", "Taliban", "AFGREBTALIBAN"),
        ("Hamas fired rockets.", "Hamas", "PSEREBHAMAS"),
        ("Boko Haram attacked the village.", "Haram", "NGAREBBOKO"),
        ("Hamas fighters fired rockets.", "fighters", "PSEREBHAMAS"),
    ],
    "former holders": [
        ("Former French president Nicolas Sarkozy was questioned.", "Sarkozy", "FRAELI"),
        ("The former president of Brazil was jailed.", "president", "BRAELI"),
        ("A former Polish minister was arrested.", "minister", "POLELI"),
    ],
    "counting nouns": [
        ("Hundreds of Kenyan soldiers deserted.", "Hundreds", "KENMIL"),
        ("A group of Sudanese rebels surrendered.", "group", "SDNREB"),
        ("Dozens of protesters were arrested in Algeria.", "Dozens", "DZACVL"),
    ],
    "descriptions that refer back": [
        ("NATO met on Monday. The alliance condemned the raid.", "alliance", "IGONATO"),
        ("Kenya closed the border. The country fears an attack.", "country", "KEN"),
        ("Peru and Chile met on Monday. The two sides signed a pact.", "sides", "PER+CHL"),
        ("Kenyan police raided the camp. The police found arms.", "police", "KENCOP"),
    ],
    "no actors": [
        ("The weather improved.", "weather", ""),
        ("The report was long.", "report", ""),
        ("Prices rose.", "Prices", ""),
    ],
}


def _cases(table):
    return [pytest.param(*row, id=f"{kind}: {row[1]} in {row[0]}") for kind, rows in table.items() for row in rows]


def _codes(actors):
    return "+".join(a.code for a in actors)


@pytest.mark.parametrize(("text", "word", "codes"), _cases(CODES))
def test_codes(linked, text, word, codes):
    assert _codes(linked(text, word)) == codes


PERSONS = {
    "office holders": [
        ("Chancellor Merkel left.", "Merkel", "Angela Merkel", "DEUGOV"),
        ("French President Emmanuel Macron left.", "Macron", "Emmanuel Macron", "FRAGOV"),
        ("Recep Tayyip Erdogan left.", "Erdogan", "Recep Tayyip Erdogan", "TURGOV"),
        ("Narendra Modi left.", "Modi", "Narendra Modi", "INDGOV"),
    ],
    "by office": [
        ("The German chancellor left.", "chancellor", "Angela Merkel", "DEUGOV"),
        ("The president of France left.", "president", "Emmanuel Macron", "FRAGOV"),
        ("India's prime minister left.", "minister", "Narendra Modi", "INDGOV"),
    ],
    "by title": [
        ("Kenyan police chief Otieno Wafula resigned.", "Wafula", "Otieno Wafula", "KENCOP"),
        ("Peruvian lawmaker Rosa Quispe resigned.", "Quispe", "Rosa Quispe", "PERLEG"),
        ("Marta Kovacs, a spokeswoman for the Hungarian government, left.", "Kovacs", "Marta Kovacs", "HUNGOV"),
        ("Tomas Novak, a Czech diplomat, left.", "Novak", "Tomas Novak", "CZEGOV"),
    ],
    "by surname again": [
        ("Peruvian lawmaker Rosa Quispe resigned. Quispe gave no reason.", "Quispe", "Rosa Quispe", "PERLEG"),
        ("Angela Merkel arrived on Monday. Merkel then met the king.", "Merkel", "Angela Merkel", "DEUGOV"),
    ],
    "misspelt": [
        ("Germany waited. Chancellor Angela Merkle left.", "Merkle", "Angela Merkel", "DEUGOV"),
        ("France waited. President Emmanuel Macrom left.", "Macrom", "Emmanuel Macron", "FRAGOV"),
    ],
}


@pytest.mark.parametrize(("text", "word", "name", "code"), _cases(PERSONS))
def test_persons(linked, text, word, name, code):
    assert [(a.name, a.code) for a in linked(text, word)] == [(name, code)]


BY_DATE = [
    ("The French president left.", "president", dt.date(2010, 6, 1), "Nicolas Sarkozy"),
    ("The French president left.", "president", dt.date(2015, 6, 1), "Francois Hollande"),
    ("The American president left.", "president", dt.date(2015, 6, 1), "Barack Obama"),
    ("The British prime minister left.", "minister", dt.date(2015, 6, 1), "David Cameron"),
    ("The secretary general of NATO left.", "general", dt.date(2015, 6, 1), "Jens Stoltenberg"),
]


@pytest.mark.parametrize(("text", "word", "day", "name"), BY_DATE)
def test_who_holds_an_office_depends_on_the_date(linked, text, word, day, name):
    assert [a.name for a in linked(text, word, day)] == [name]


def test_out_of_office_a_politician_is_of_the_elite(linked):
    text = "Nicolas Sarkozy left."
    assert _codes(linked(text, "Sarkozy", dt.date(2010, 6, 1))) == "FRAGOV"
    assert _codes(linked(text, "Sarkozy", dt.date(2016, 6, 1))) == "FRAELI"


def test_a_state_to_come_is_not_named(linked):
    text = "Sudan and South Sudan signed the pact."
    assert _codes(linked(text, "Sudan", dt.date(2015, 1, 1))) == "SSD"
    assert "SSD" not in _codes(linked(text, "Sudan", dt.date(1990, 1, 1)))


def test_the_words_of_the_text_are_kept(linked):
    (one,) = linked("French President Emmanuel Macron left.", "Macron")
    assert (one.entity_text, one.identifier_text, one.office) == ("Emmanuel Macron", "French President", "president")


OWNERS = [
    ("Kenya's threat was heard.", "threat", "KEN"),
    ("The Turkish invasion was condemned.", "invasion", "TUR"),
    ("The invasion of Cyprus was condemned.", "invasion", "CYP"),
    ("A promise by Jordan was broken.", "promise", "JOR"),
    ("The promise was broken.", "promise", ""),
]


def _token(found, word):
    return next(t for s in found.sentences for t in s.sentence.tokens if t.text == word)


@pytest.mark.parametrize(("text", "word", "codes"), OWNERS)
def test_owners(reading, text, word, codes):
    found = reading(text)
    assert _codes(found.linker.owners(_token(found, word))) == codes


def test_what_is_acted_upon_is_no_possessor(reading):
    found = reading("The invasion of Cyprus was condemned.")
    assert found.linker.possessors(_token(found, "invasion")) == []


TERRITORIES = [
    ("Rebels shelled Aleppo.", "Aleppo", "SYR"),
    ("Rebels shelled Kharkiv.", "Kharkiv", "UKR"),
    ("Rebels shelled it.", "it", ""),
]


@pytest.mark.parametrize(("text", "word", "codes"), TERRITORIES)
def test_a_place_acted_upon_stands_for_its_country(reading, text, word, codes):
    found = reading(text)
    assert _codes(found.linker.territory(_token(found, word))) == codes


def test_every_mention_is_a_stretch_of_the_text(reading):
    text = "Kenya's president and the Ugandan foreign minister met NATO officials in Paris. He said that they would meet again."
    mentions = reading(text).linker.mentions()
    assert len(mentions) >= 4
    for _, actors in mentions:
        for actor in actors:
            assert actor.entity_text in text
            assert actor.code.startswith(actor.country or "")


DESCRIBED_AGAIN = [
    ("NATO met on Monday. The alliance condemned the raid.", "alliance", "IGONATO"),
    ("Kenya closed the border. The country fears an attack.", "country", "KEN"),
    ("Peru and Chile met on Monday. The two sides signed a pact.", "sides", "PER+CHL"),
    ("Kenyan police raided the camp. The police found arms.", "police", "KENCOP"),
]


@pytest.mark.parametrize(("text", "word", "codes"), DESCRIBED_AGAIN)
def test_descriptions_that_refer_back(linked, text, word, codes):
    assert _codes(linked(text, word)) == codes
