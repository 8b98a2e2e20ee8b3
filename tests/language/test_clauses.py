"""Deep roles of clauses. A row is a sentence, a predicate in it, and the words that head its subjects and its objects."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.language import parse
from detente.language.clauses import clauses
from made_items import article

ROLES = {
    "active": [
        ("Serbia closed the border on Friday.", "closed", "Serbia", "border"),
        ("The army shelled two villages near the river.", "shelled", "army", "villages"),
        ("On Monday the prime minister of Peru received the envoy.", "received", "minister", "envoy"),
    ],
    "passive with an agent": [
        ("The convoy was attacked by gunmen near Gao.", "attacked", "gunmen", "convoy"),
        ("Two ministers were dismissed by the king.", "dismissed", "king", "ministers"),
        ("The embassy has been stormed by protesters.", "stormed", "protesters", "embassy"),
        ("Kenya is being sued by Somalia.", "sued", "Somalia", "Kenya"),
        ("The plan had been rejected by both parliaments.", "rejected", "parliaments", "plan"),
    ],
    "passive without an agent": [
        ("Three soldiers were killed on Sunday.", "killed", "", "soldiers"),
        ("The ambassador has been expelled.", "expelled", "", "ambassador"),
        ("Four activists were arrested in Minsk.", "arrested", "", "activists"),
        ("The accord was signed by midnight on Friday.", "signed", "", "accord"),
    ],
    "agent at the noun": [
        ("Turkey has been warned against an invasion by France and Germany.", "warned", "France,Germany", "Turkey"),
        ("Chad was warned against an attack by Libya.", "warned", "Libya", "Chad"),
        ("Eritrea has been cautioned over the arrests by Norway and Sweden.", "cautioned", "Norway,Sweden", "Eritrea"),
    ],
    "control by the subject": [
        ("Japan promised Vietnam to lift the ban.", "lift", "Japan", "ban"),
        ("Oman agreed to host the talks.", "host", "Oman", "talks"),
        ("The rebels threatened to burn the port.", "burn", "rebels", "port"),
        ("Ghana wants to join the court.", "join", "Ghana", "court"),
        ("Bolivia refused to extradite the general.", "extradite", "Bolivia", "general"),
        ("Cuba vowed to defend its coast.", "defend", "Cuba", "coast"),
    ],
    "control by the object": [
        ("Kenya urged Uganda to withdraw its troops.", "withdraw", "Uganda", "troops"),
        ("The court ordered Thailand to free the monk.", "free", "Thailand", "monk"),
        ("Lebanon asked Cyprus to return the fugitives.", "return", "Cyprus", "fugitives"),
        ("Spain persuaded Morocco to reopen the crossing.", "reopen", "Morocco", "crossing"),
        ("Nobody forced Iceland to sign the treaty.", "sign", "Iceland", "treaty"),
    ],
    "control by a preposition's object": [
        ("Canada called on China to release the diplomats.", "release", "China", "diplomats"),
        ("The union called upon the government to cut taxes.", "cut", "government", "taxes"),
    ],
    "control in the passive": [
        ("Nepal was ordered to close the dam.", "close", "Nepal", "dam"),
        ("The miners were told to leave the site.", "leave", "miners", "site"),
        ("Belarus was urged to free the editor.", "free", "Belarus", "editor"),
    ],
    "coordinated verbs": [
        ("Iran seized the tanker and detained its crew.", "detained", "Iran", "crew"),
        ("Rebels attacked the base, burned the stores and fled.", "burned", "Rebels", "stores"),
        ("Austria criticised and condemned the raid.", "criticised", "Austria", "raid"),
        ("The editor was arrested and charged.", "charged", "", "editor"),
    ],
    "coordinated parties": [
        ("France and Germany backed the plan.", "backed", "France,Germany", "plan"),
        ("Mali, Niger and Chad sent troops.", "sent", "Mali,Niger,Chad", "troops"),
        ("Egypt accused Sudan and Ethiopia of deceit.", "accused", "Egypt", "Sudan,Ethiopia"),
    ],
    "relative clause, subject gap": [
        ("The minister, who criticised Hungary, resigned.", "criticised", "minister", "Hungary"),
        ("Greece praised the navy, which rescued the sailors.", "rescued", "navy", "sailors"),
        ("Troops that entered Aleppo shelled the market.", "entered", "Troops", "Aleppo"),
        ("Eritrea, which has been accused of torture, denied it.", "accused", "", "Eritrea"),
        ("The group, which was banned by Egypt, fled.", "banned", "Egypt", "group"),
    ],
    "relative clause, object gap": [],
    "participles": [
        ("The general, accused of murder, fled to Togo.", "accused", "", "general"),
        ("Soldiers guarding the palace opened fire.", "guarding", "Soldiers", "palace"),
        ("The men arrested by Kenya were freed.", "arrested", "Kenya", "men"),
        ("Police raided the office, arresting two editors.", "arresting", "Police", "editors"),
    ],
    "gerunds after a preposition": [
        ("Armenia accused Azerbaijan of shelling villages.", "shelling", "Azerbaijan", "villages"),
        ("The court barred Bolivia from exporting gas.", "exporting", "Bolivia", "gas"),
        ("Zambia insisted on inspecting the mines.", "inspecting", "Zambia", "mines"),
        ("Peru responded by expelling the ambassador.", "expelling", "Peru", "ambassador"),
        ("Britain blamed Iran for attacking the tanker.", "attacking", "Iran", "tanker"),
    ],
    "dative": [
        ("Norway gave Lebanon two ships.", "gave", "Norway", "ships"),
        ("The rebels were given assurances by Qatar.", "given", "Qatar", "assurances"),
    ],
    "gerund as object": [
        ("Laos denied supplying the rebels.", "supplying", "Laos", "rebels"),
        ("Ireland stopped funding the mission.", "funding", "Ireland", "mission"),
    ],
    "time and measure are no agent": [
        ("The talks were suspended by Friday.", "suspended", "", "talks"),
        ("The budget was cut by 20 percent.", "cut", "", "budget"),
    ],
}


@pytest.mark.parametrize(
    ("text", "word", "subjects", "objects"),
    [pytest.param(*row, id=f"{kind}: {row[0]}") for kind, rows in ROLES.items() for row in rows],
)
def test_deep_roles(clause, text, word, subjects, objects):
    found = clause(text, word)
    assert (_words(found.subjects), _words(found.objects)) == (subjects, objects)


def _words(tokens):
    return ",".join(t.text for t in tokens)


NEGATED = [
    ("Serbia did not close the border.", "close", True),
    ("Serbia never closed the border.", "closed", True),
    ("No country backed the plan.", "backed", True),
    ("The army found no weapons.", "found", True),
    ("Neither side kept the truce.", "kept", True),
    ("Nobody attacked the convoy.", "attacked", True),
    ("The guards hadn't opened fire.", "opened", True),
    ("Serbia closed the border.", "closed", False),
    ("Ghana denied that it had closed the border.", "denied", False),
    ("Ghana said it had not closed the border.", "said", False),
]


@pytest.mark.parametrize(("text", "word", "negated"), NEGATED)
def test_negation(clause, text, word, negated):
    assert clause(text, word).negated is negated


MODALS = [
    ("Peru will send troops.", "send", "will"),
    ("Peru would send troops.", "send", "would"),
    ("Peru could send troops.", "send", "could"),
    ("Peru must withdraw its troops.", "withdraw", "must"),
    ("The navy may have sunk the ship.", "sunk", "may"),
    ("They'll send troops.", "send", "will"),
    ("Peru sent troops.", "sent", ""),
    ("Peru has sent troops.", "sent", ""),
]


@pytest.mark.parametrize(("text", "word", "modal"), MODALS)
def test_modal(clause, text, word, modal):
    assert clause(text, word).modal == modal


PARTICLES = [
    ("Malta turned down the request.", "turned", "down"),
    ("Malta turned the request down.", "turned", "down"),
    ("The army called off the exercise.", "called", "off"),
    ("Egypt broke off diplomatic relations.", "broke", "off"),
    ("Egypt restored diplomatic relations.", "restored", ""),
]


@pytest.mark.parametrize(("text", "word", "particle"), PARTICLES)
def test_particle(clause, text, word, particle):
    assert clause(text, word).particle == particle


MARKERS = [
    ("Iran will respond if Israel attacks the plant.", "attacks", "if"),
    ("Talks will end unless Sudan withdraws its troops.", "withdraws", "unless"),
    ("The council met after Fiji left the pact.", "left", "after"),
    ("Fiji said that it had left the pact.", "left", "that"),
    ("It is unclear whether Fiji left the pact.", "left", "whether"),
    ("Fiji left the pact.", "left", ""),
]


@pytest.mark.parametrize(("text", "word", "marker"), MARKERS)
def test_marker(clause, text, word, marker):
    assert clause(text, word).marker == marker


INFINITIVES = [
    ("Oman agreed to host the talks.", "host", True),
    ("Kenya urged Uganda to withdraw its troops.", "withdraw", True),
    ("Oman hosted the talks.", "hosted", False),
    ("Oman will host the talks.", "host", False),
]


@pytest.mark.parametrize(("text", "word", "infinitive"), INFINITIVES)
def test_infinitive(clause, text, word, infinitive):
    assert clause(text, word).infinitive is infinitive


PREPOSITIONS = [
    ("Canada imposed sanctions on Venezuela.", "imposed", "on", "Venezuela"),
    ("Syria withdrew its troops from Lebanon.", "withdrew", "from", "Lebanon"),
    ("Qatar mediated between Hamas and Israel.", "mediated", "between", "Hamas,Israel"),
    ("The troops pulled out of Syria.", "pulled", "out of", "Syria"),
    ("Chile met with Peru and Bolivia in Lima.", "met", "with", "Peru,Bolivia"),
    ("Norway gave two ships to Lebanon.", "gave", "to", "Lebanon"),
]


@pytest.mark.parametrize(("text", "word", "preposition", "heads"), PREPOSITIONS)
def test_prepositions(clause, text, word, preposition, heads):
    assert _words(clause(text, word).heads(preposition)) == heads


def test_what_something_is_called_is_entered_under_as(clause):
    assert _words(clause("Hungary called the ruling a disgrace.", "called").heads("as")) in ("disgrace", "")
    assert _words(clause("Hungary described the ruling as a disgrace.", "described").heads("as")) == "disgrace"


PAIRS = [
    ("Iran attacked Iraq.", "Iraq was attacked by Iran.", "attacked"),
    ("Gunmen killed the mayor.", "The mayor was killed by gunmen.", "killed"),
    ("Algeria has expelled the diplomats.", "The diplomats have been expelled by Algeria.", "expelled"),
    ("Voters rejected the treaty.", "The treaty was rejected by voters.", "rejected"),
]


@pytest.mark.parametrize(("active", "passive", "word"), PAIRS)
def test_active_and_passive_have_the_same_deep_roles(clause, active, passive, word):
    one, other = clause(active, word), clause(passive, word)
    assert not one.passive
    assert other.passive
    assert _words(one.subjects).lower() == _words(other.subjects).lower()
    assert _words(one.objects).lower() == _words(other.objects).lower()


WORDS = "Iran France troops the a said attacked withdrew to from by that which if not will would was has and , . with".split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_string_of_words_has_clauses_in_order(words):
    for sentence in parse(article(text=" ".join(words))).sentences:
        found = clauses(sentence)
        places = [c.predicate.i for c in found]
        assert places == sorted(set(places))
        for one in found:
            assert one.parent is None or one.parent in found
            for token in (*one.subjects, *one.objects, *one.surface, *one.datives):
                assert sentence.tokens.start <= token.i < sentence.tokens.end
