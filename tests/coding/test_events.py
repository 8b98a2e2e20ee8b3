"""Events from plain sentences: type, codes of actor and recipient, status."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.model import DONE

CODED = {
    "AGREE": [
        ("Japan promised South Korea to lift the export curbs.", "JPN", "KOR", "happened"),
        ("Sudan agreed to a ceasefire with the Ethiopian government.", "SDN", "ETHGOV", "happened"),
        ("Armenia pledged to cooperate with Georgia.", "ARM", "GEO", "happened"),
    ],
    "CONSULT": [
        ("Indian and Pakistani officials met in Dubai.", "INDGOV", "PAKGOV", "happened"),
        ("Angela Merkel spoke by phone with Emmanuel Macron.", "DEUGOV", "FRAGOV", "happened"),
        ("Peru held talks with Chile in Lima.", "PER", "CHL", "happened"),
        ("The Turkish foreign minister visited Qatar on Tuesday.", "TURGOV", "QAT", "happened"),
        ("Kenya will host talks with Somalia next week.", "KEN", "SOM", "planned"),
    ],
    "SUPPORT": [
        ("France praised Tunisia for its elections.", "FRA", "TUN", "happened"),
        ("Egypt voiced support for Sudan.", "EGY", "SDN", "happened"),
        ("Canada recognised Kosovo.", "CAN", "XKX", "happened"),
        ("Ghana and Togo signed a border treaty on Monday.", "GHA", "TGO", "happened"),
    ],
    "CONCEDE": [
        ("Morocco eased its curbs on Spain.", "MAR", "ESP", "happened"),
    ],
    "COOPERATE": [
        ("Vietnam shared intelligence with Japan.", "VNM", "JPN", "happened"),
        ("Greece and Egypt held a joint naval exercise.", "GRC", "EGY", "happened"),
    ],
    "AID": [
        ("Norway sent food aid to Yemen.", "NOR", "YEM", "happened"),
        ("China provided Pakistan with a loan.", "CHN", "PAK", "happened"),
        ("The European Union gave aid to Jordan.", "IGOEU", "JOR", "happened"),
        ("Sweden will send aid to Mozambique.", "SWE", "MOZ", "planned"),
    ],
    "RETREAT": [
        ("Eritrea withdrew its troops from Ethiopia.", "ERI", "ETH", "happened"),
        ("Uganda released three Rwandan soldiers.", "UGA", "RWAMIL", "happened"),
        ("The United States lifted sanctions on Sudan.", "USA", "SDN", "happened"),
        ("Burundian troops pulled out of Somalia.", "BDIMIL", "SOM", "happened"),
        ("Kenya urged Uganda to withdraw its troops from the border.", "UGA", "KEN", "demanded"),
    ],
    "REQUEST": [
        ("Kenya urged Uganda to withdraw its troops.", "KEN", "UGA", "happened"),
        ("Greece demanded an apology from Turkey.", "GRC", "TUR", "happened"),
        ("Germany called on Iran to release the hostages.", "DEU", "IRN", "happened"),
        ("Lebanon asked Cyprus for help.", "LBN", "CYP", "happened"),
    ],
    "ACCUSE": [
        ("Armenia accused Azerbaijan of shelling its villages.", "ARM", "AZE", "happened"),
        ("The Dutch government blamed Russia for the attack.", "NLDGOV", "RUS", "happened"),
        ("Hungary criticised the European Union.", "HUN", "IGOEU", "happened"),
        ("NATO condemned Syria.", "IGONATO", "SYR", "happened"),
    ],
    "REJECT": [
        ("Serbia rejected a proposal by Albania.", "SRB", "ALB", "happened"),
        ("Israel refused to talk to Hamas.", "ISR", "PSEREBHAMAS", "happened"),
        ("Tehran turned down an offer from Washington.", "IRNGOV", "USAGOV", "happened"),
    ],
    "THREATEN": [
        ("Serbia threatened to close its border with Kosovo.", "SRB", "XKX", "happened"),
        ("Iran threatened Israel with war.", "IRN", "ISR", "happened"),
        ("Turkey warned Cyprus against drilling for gas.", "TUR", "CYP", "happened"),
    ],
    "PROTEST": [
        ("Chilean students marched against the government.", "CHLEDU", "CHLGOV", "happened"),
        ("Nigerian workers went on strike.", "NGALAB", "", "happened"),
    ],
    "SANCTION": [
        ("Canada imposed sanctions on Venezuela.", "CAN", "VEN", "happened"),
        ("Egypt broke off diplomatic relations with Qatar.", "EGY", "QAT", "happened"),
        ("Malaysia recalled its ambassador from North Korea.", "MYS", "PRK", "happened"),
    ],
    "MOBILIZE": [
        ("India moved troops to its border with Pakistan.", "IND", "PAK", "happened"),
        ("Venezuela put its army on alert.", "VEN", "", "happened"),
        ("North Korea tested a missile.", "PRK", "", "happened"),
    ],
    "COERCE": [
        ("Turkish police arrested two German journalists.", "TURCOP", "DEUMED", "happened"),
        ("Iran seized a British tanker.", "IRN", "GBR", "happened"),
    ],
    "ASSAULT": [
        ("Israel bombed a base in Syria.", "ISR", "SYR", "happened"),
        ("Saudi warplanes bombed Yemen.", "SAUMIL", "YEM", "happened"),
        ("Two Kenyan soldiers were killed by Somali gunmen.", "SOMUAF", "KENMIL", "happened"),
        ("Turkey has been warned against an invasion of Syria by France.", "TUR", "SYR", "hypothetical"),
    ],
}


def _codes(actors):
    return "+".join(a.code for a in actors)


def _key(event):
    return event.event, _codes(event.actor), _codes(event.recipient), event.status


@pytest.mark.parametrize(
    ("text", "event", "actor", "recipient", "status"),
    [pytest.param(r[0], kind, *r[1:], id=f"{kind}: {r[0]}") for kind, rows in CODED.items() for r in rows],
)
def test_coded(code, text, event, actor, recipient, status):
    assert (event, actor, recipient, status) in [_key(e) for e in code(text, "event")]


VOICES = [
    ("Iran attacked Iraq.", "Iraq was attacked by Iran."),
    ("Canada imposed sanctions on Venezuela.", "Sanctions were imposed on Venezuela by Canada."),
    ("Armenia accused Azerbaijan of deceit.", "Azerbaijan was accused of deceit by Armenia."),
    ("Kenya urged Uganda to withdraw its troops.", "Uganda was urged by Kenya to withdraw its troops."),
    ("Turkish police arrested two German journalists.", "Two German journalists were arrested by Turkish police."),
    ("Serbia rejected the Albanian proposal.", "The Albanian proposal was rejected by Serbia."),
    ("Norway gave aid to Yemen.", "Aid was given to Yemen by Norway."),
    ("France praised Tunisia.", "Tunisia was praised by France."),
    ("NATO condemned Syria.", "Syria was condemned by NATO."),
    ("India expelled a Pakistani diplomat.", "A Pakistani diplomat was expelled by India."),
    ("The Taliban attacked Afghan troops.", "Afghan troops were attacked by the Taliban."),
]


@pytest.mark.parametrize(("active", "passive"), VOICES)
def test_active_and_passive_are_coded_alike(code, active, passive):
    first = sorted(map(_key, code(active, "event")))
    assert first
    assert first == sorted(map(_key, code(passive, "event")))


SWAPS = [
    ("{} attacked {}.", "Chad", "Niger"),
    ("{} accused {} of deceit.", "Peru", "Chile"),
    ("{} imposed sanctions on {}.", "Japan", "Vietnam"),
    ("{} withdrew its troops from {}.", "Rwanda", "Burundi"),
    ("{} urged {} to withdraw its troops.", "Egypt", "Jordan"),
    ("{} sent aid to {}.", "Poland", "Latvia"),
    ("{} threatened {} with war.", "India", "China"),
    ("{} was attacked by {}.", "Oman", "Yemen"),
    ("{} rejected an offer from {}.", "Cuba", "Haiti"),
    ("{} expelled the ambassador of {}.", "Ghana", "Benin"),
    ("{} praised {}.", "Kenya", "Malawi"),
]


@pytest.mark.parametrize(("pattern", "one", "other"), SWAPS)
def test_swapped_names_swap_the_roles(code, pattern, one, other):
    def parties(first, second):
        return {(e.event, _names(e.actor), _names(e.recipient)) for e in code(pattern.format(first, second), "event")}

    straight = parties(one, other)
    assert straight
    assert {(event, recipient, actor) for event, actor, recipient in straight} == parties(other, one)


def _names(actors):
    return "+".join(a.country or a.code for a in actors)


MUTUAL = [
    ("India and Pakistan held talks in Geneva.", "CONSULT", {"IND", "PAK"}),
    ("Peru and Chile signed a treaty.", "SUPPORT", {"PER", "CHL"}),
    ("Talks between Sudan and Egypt were held in Cairo.", "CONSULT", {"SDN", "EGY"}),
    ("The presidents of Ghana and Togo met in Accra.", "CONSULT", {"GHA", "TGO"}),
    ("The French and German foreign ministers met.", "CONSULT", {"FRA", "DEU"}),
    ("Serbia and Kosovo agreed on a truce.", "AGREE", {"SRB", "XKX"}),
]


@pytest.mark.parametrize(("text", "event", "countries"), MUTUAL)
def test_both_sides_of_a_mutual_act_take_part(code, text, event, countries):
    found = [e for e in code(text, "event") if e.event == event]
    assert len(found) == 1
    assert found[0].actor
    assert found[0].recipient
    assert {a.country for a in (*found[0].actor, *found[0].recipient)} == countries


NOTHING = [
    "Italy beat Spain 2-1 in the final on Sunday.",
    "Kenya won three gold medals at the games in Doha.",
    "The French champion attacked on the last climb.",
    "Shares in the Swiss bank fell by four percent.",
    "Japan's economy grew faster than expected.",
    "The German carmaker launched a new model.",
    "The Brazilian singer released her third album.",
    "A Danish bakery opened its tenth shop in Oslo.",
    "Rain is expected in Scotland on Friday.",
    "The Australian striker was injured in training.",
    "India's film of the year is a comedy.",
    "The Norwegian company hired ninety engineers.",
    "Prices of coffee rose in Colombia.",
    "The Kenyan runner broke the world record.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_sport_trade_and_weather_are_no_events(code, text):
    assert [_key(e) for e in code(text, "event")] == []


PRESS = [
    "The Kremlin declined to comment.",
    "The Turkish foreign ministry declined to comment on the report.",
    "A Kenyan official, who asked not to be named, described the meeting.",
    "Indian officials refused to comment.",
]


@pytest.mark.parametrize("text", PRESS)
def test_how_a_report_was_got_is_no_event(code, text):
    assert [_key(e) for e in code(text, "event") if e.event in ("REJECT", "REQUEST")] == []


COORDINATED = [
    ("France and Germany condemned Syria.", "ACCUSE", "FRA+DEU", "SYR"),
    ("Canada imposed sanctions on Iran and Venezuela.", "SANCTION", "CAN", "IRN+VEN"),
    ("Turkey has been warned against an attack on Cyprus by France and Germany.", "THREATEN", "FRA+DEU", "TUR"),
    ("Mali, Niger and Chad accused Libya of arming rebels.", "ACCUSE", "MLI+NER+TCD", "LBY"),
]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), COORDINATED)
def test_coordinated_parties(code, text, event, actor, recipient):
    assert (event, actor, recipient) in [_key(e)[:3] for e in code(text, "event")]


def test_two_acts_of_a_sentence_are_two_events(code):
    found = {_key(e) for e in code("Russia shelled Ukraine after Canada had imposed sanctions on Russia.", "event")}
    assert {("ASSAULT", "RUS", "UKR", "happened"), ("SANCTION", "CAN", "RUS", "happened")} <= found


def test_the_parts_of_an_event(code):
    text = "Canada imposed sanctions on Venezuela on Monday, the French foreign minister said."
    (event,) = (e for e in code(text, "event") if e.event == "SANCTION")
    assert event.date == dt.date(2019, 5, 13)
    assert event.quad_code == 4
    assert event.goldstein < 0
    assert event.event_scale < 0
    assert event.text == text
    assert 0 < event.confidence <= 1
    assert [s.text for s in event.evidence["trigger"]] == ["imposed"]
    assert [s.text for s in event.evidence["actor"]] == ["Canada"]
    assert [s.text for s in event.evidence["recipient"]] == ["Venezuela"]
    assert [link.source.code for link in event.attribution] == ["FRAGOV"]


def test_the_same_act_told_twice_in_a_sentence_is_one_event(code):
    found = [
        e for e in code("Chad attacked Niger, and the attack on Niger by Chad was condemned.", "event") if e.event == "ASSAULT"
    ]
    assert len([e for e in found if e.status in DONE]) == 1


def test_a_report_without_a_date_is_coded(code):
    (event,) = code("Canada imposed sanctions on Venezuela.", "event", None)
    assert (event.date, event.date_info) == (None, None)


def test_no_events_in_no_text(code):
    assert code("", "event") == []
    assert code("...", "event") == []
