"""Status. A row is a sentence, the word that tells of an act, and what is said of the act."""

from __future__ import annotations

import pytest

from detente.coding.status import judge, status_words
from detente.language import parse
from detente.language.clauses import clauses
from detente.model import DONE
from made_items import article


def judged(text, word):
    sentence = parse(article(text=text)).sentences[-1]
    by_index = {c.predicate.i: c for c in clauses(sentence)}
    token = next(t for t in sentence.tokens if t.text == word)
    return judge(token, by_index)


JUDGED = {
    "happened": [
        ("Serbia closed the border.", "closed", "happened"),
        ("Peru has expelled the ambassador.", "expelled", "happened"),
        ("Rebels launched an attack on the port.", "attack", "happened"),
        ("An attack was launched on the port.", "attack", "happened"),
        ("Norway said Chad had closed the border.", "closed", "happened"),
        ("Togo confirmed that it had arrested the editor.", "arrested", "happened"),
        ("The navy managed to seize the ship.", "seize", "happened"),
        ("The army forced the rebels to leave the town.", "leave", "happened"),
        ("The talks were held in Quito.", "talks", "happened"),
        ("Mexico condemned the attack.", "attack", "happened"),
        ("After the invasion, prices rose.", "invasion", "happened"),
        ("Ghana began to withdraw its troops.", "withdraw", "happened"),
    ],
    "ongoing": [
        ("Serbia is closing the border.", "closing", "ongoing"),
        ("Rebels are shelling the town.", "shelling", "ongoing"),
        ("Troops have been massing near the river.", "massing", "ongoing"),
    ],
    "planned": [
        ("Serbia will close the border.", "close", "planned"),
        ("Serbia plans to close the border.", "close", "planned"),
        ("Serbia decided to close the border.", "close", "planned"),
        ("Serbia is going to close the border.", "close", "planned"),
        ("The plan to close the border was published.", "close", "planned"),
        ("The planned withdrawal worried Chad.", "withdrawal", "planned"),
        ("Ministers are to meet in Rome.", "meet", "planned"),
        ("The talks are scheduled for Friday.", "talks", "planned"),
        ("Cuba said it would withdraw its troops.", "withdraw", "planned"),
        ("Ministers prepared for the talks.", "talks", "planned"),
    ],
    "promised": [
        ("Chad promised to release the prisoners.", "release", "promised"),
        ("Chad pledged to withdraw its troops.", "withdraw", "promised"),
        ("Chad vowed to send aid.", "send", "promised"),
        ("Chad agreed to release the prisoners.", "release", "promised"),
        ("Its promise to release the prisoners was welcomed.", "release", "promised"),
        ("The pledge to withdraw was kept secret.", "withdraw", "promised"),
    ],
    "proposed": [
        ("Qatar offered to host the talks.", "host", "proposed"),
        ("Qatar proposed a meeting in Doha.", "meeting", "proposed"),
        ("Its offer to send aid was ignored.", "send", "proposed"),
        ("Qatar is ready to send aid.", "send", "proposed"),
        ("Qatar is willing to mediate.", "mediate", "proposed"),
        ("Qatar proposed that the ministers meet in Doha.", "meet", "proposed"),
    ],
    "demanded": [
        ("Kenya urged Uganda to withdraw its troops.", "withdraw", "demanded"),
        ("Kenya demanded that Uganda withdraw its troops.", "withdraw", "demanded"),
        ("Kenya demanded the withdrawal of the troops.", "withdrawal", "demanded"),
        ("Uganda must withdraw its troops.", "withdraw", "demanded"),
        ("Uganda should free the editor.", "free", "demanded"),
        ("Uganda was asked to withdraw.", "withdraw", "demanded"),
        ("Kenya insisted that Uganda free the editor.", "free", "demanded"),
        ("Kenya told Uganda to withdraw.", "withdraw", "demanded"),
        ("Kenya wants Uganda to withdraw its troops.", "withdraw", "demanded"),
    ],
    "threatened": [
        ("Iran threatened to close the strait.", "close", "threatened"),
        ("Its threat to close the strait alarmed Oman.", "close", "threatened"),
        ("Iran has been threatening to attack the port.", "attack", "threatened"),
        ("The strait was closed after a threat to attack ships.", "attack", "threatened"),
    ],
    "expected": [
        ("Analysts expect an invasion.", "invasion", "expected"),
        ("An invasion is expected in May.", "invasion", "expected"),
        ("Chad is likely to attack the port.", "attack", "expected"),
        ("Villagers fear an attack.", "attack", "expected"),
        ("The fear of an attack grew.", "attack", "expected"),
        ("An attack is imminent.", "attack", "expected"),
        ("Chad is expected to withdraw its troops.", "withdraw", "expected"),
        ("They predicted a withdrawal.", "withdrawal", "expected"),
    ],
    "hypothetical": [
        ("Chad may close the border.", "close", "hypothetical"),
        ("Chad could invade within days.", "invade", "hypothetical"),
        ("It is unclear whether Chad closed the border.", "closed", "hypothetical"),
        ("Chad is considering a withdrawal.", "withdrawal", "hypothetical"),
        ("The possible invasion worried Niger.", "invasion", "hypothetical"),
        ("France warned against an invasion.", "invasion", "hypothetical"),
        ("Any attack on the port is an attack on all.", "attack", "hypothetical"),
        ("The risk of an attack grew.", "attack", "hypothetical"),
        ("Chad is able to attack the port.", "attack", "hypothetical"),
        ("In the event of an invasion, Niger will fight.", "invasion", "hypothetical"),
        ("An alleged attack on the port is being examined.", "attack", "hypothetical"),
    ],
    "denied": [
        ("Chad did not close the border.", "close", "denied"),
        ("Chad never closed the border.", "closed", "denied"),
        ("Chad denied that it had closed the border.", "closed", "denied"),
        ("Chad denied closing the border.", "closing", "denied"),
        ("Chad refused to withdraw its troops.", "withdraw", "denied"),
        ("Chad ruled out an invasion.", "invasion", "denied"),
        ("Chad called off the attack.", "attack", "denied"),
        ("The army left without attacking the port.", "attacking", "denied"),
        ("The attack was prevented.", "attack", "denied"),
        ("Chad will not withdraw its troops.", "withdraw", "denied"),
        ("There was no attack.", "attack", "denied"),
        ("Chad is unwilling to withdraw its troops.", "withdraw", "denied"),
        ("Chad refrained from closing the border.", "closing", "denied"),
    ],
    "failed": [
        ("Rebels failed to seize the port.", "seize", "failed"),
        ("Rebels tried to seize the port.", "seize", "failed"),
        ("Rebels attempted to seize the port.", "seize", "failed"),
        ("The attempt to seize the port cost lives.", "seize", "failed"),
        ("The failed attack cost lives.", "attack", "failed"),
        ("The effort to free the hostages ended.", "free", "failed"),
    ],
}


@pytest.mark.parametrize(
    ("text", "word", "status"), [pytest.param(*r, id=f"{r[2]}: {r[0]}") for rows in JUDGED.values() for r in rows]
)
def test_status(text, word, status):
    assert judged(text, word).status == status


NEGATED = [
    ("Chad did not close the border.", "close", True),
    ("Chad closed the border.", "closed", False),
    ("Chad denied closing the border.", "closing", True),
    ("Chad promised not to close the border.", "close", True),
    ("Chad urged Niger not to close the border.", "close", True),
    ("Chad did not deny closing the border.", "closing", False),
    ("Chad threatened to close the border.", "close", False),
    ("Chad will never close the border.", "close", True),
]


@pytest.mark.parametrize(("text", "word", "negated"), NEGATED)
def test_negated(text, word, negated):
    assert judged(text, word).negated is negated


def test_a_promise_not_to_do_something_is_still_promised():
    assert judged("Chad promised not to close the border.", "close").status == "promised"
    assert judged("Chad urged Niger not to close the border.", "close").status == "demanded"


CONDITIONS = [
    ("Should Chad invade, Niger will fight.", "fight", "invade"),
    ("Niger said it would fight if Chad invaded.", "fight", "invaded"),
    ("Niger fought after Chad invaded.", "fought", None),
    ("Niger will fight.", "fight", None),
]


@pytest.mark.parametrize(("text", "word", "condition"), CONDITIONS)
def test_condition(text, word, condition):
    found = judged(text, word).condition
    assert (found.text if found is not None else None) == condition


WHY = [
    ("Chad threatened to close the border.", "close", "threatened"),
    ("The plan to close the border was published.", "close", "plan"),
    ("The possible invasion worried Niger.", "invasion", "possible"),
    ("Chad is ready to attack.", "attack", "ready"),
    ("Chad closed the border.", "closed", None),
]


@pytest.mark.parametrize(("text", "word", "why"), WHY)
def test_the_word_that_decided_is_told(text, word, why):
    found = judged(text, word).why
    assert (found.text if found is not None else None) == why


def test_no_word_of_the_table_says_that_an_act_was_done():
    words = status_words()
    for table in (words.verbs, words.nouns, words.adjectives, words.modals, words.markers, words.prepositions):
        assert table
        assert not set(table.values()) & DONE


NOT_DONE = [
    "Iran threatened to attack Israel.",
    "Iran warned that it would attack Israel.",
    "Iran vowed to attack Israel.",
    "Israel fears that Iran will attack it.",
    "Israel feared an attack by Iran.",
    "An Iranian attack on Israel is expected.",
    "An Iranian attack on Israel is feared.",
    "Iran may attack Israel within days.",
    "Iran could attack Israel within days.",
    "Iran might attack Israel.",
    "Iran is likely to attack Israel.",
    "Iran is ready to attack Israel.",
    "Iran is preparing to attack Israel.",
    "Iran plans to attack Israel.",
    "Iran intends to attack Israel.",
    "Iran is considering an attack on Israel.",
    "Iran denied attacking Israel.",
    "Iran denied that it had attacked Israel.",
    "Iran did not attack Israel.",
    "Iran has never attacked Israel.",
    "Iran ruled out an attack on Israel.",
    "Iran called off an attack on Israel.",
    "Iran was ordered not to attack Israel.",
    "Iran was warned against attacking Israel.",
    "France warned Iran against attacking Israel.",
    "France urged Iran not to attack Israel.",
    "France hopes that Iran will not attack Israel.",
    "If Iran attacks Israel, France will respond.",
    "France will respond if Iran attacks Israel.",
    "It is unclear whether Iran attacked Israel.",
    "The threat of an Iranian attack on Israel has grown.",
    "The possibility of an Iranian attack on Israel alarmed France.",
    "Iran refrained from attacking Israel.",
    "Iran refused to attack Israel.",
    "In the event of an Iranian attack on Israel, France will respond.",
    "Should Iran attack Israel, France will respond.",
    "There was no Iranian attack on Israel.",
    "Iran has no plans to attack Israel.",
    "France is trying to prevent an Iranian attack on Israel.",
    "Analysts predicted an Iranian attack on Israel.",
    "Iran promised not to attack Israel.",
    "Iran would attack Israel only if it were attacked.",
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_is_threatened_feared_or_denied_is_not_told_as_done(code, text):
    found = [e for e in code(text, "event") if e.event == "ASSAULT"]
    assert [(e.evidence["trigger"][0].text, e.status) for e in found if e.status in DONE] == []


HOPED = [
    "Germany hopes that Sudan will free the journalist.",
    "Sudan is expected to withdraw its troops from Chad.",
    "Sudan promised to withdraw its troops from Chad.",
    "Sudan offered to send aid to Chad.",
    "Sudan refused to withdraw its troops from Chad.",
    "Germany urged Sudan to withdraw its troops from Chad.",
    "Germany called on Sudan to send aid to Chad.",
    "Sudan may send aid to Chad.",
    "Sudan plans to impose sanctions on Chad.",
    "Sudan threatened to impose sanctions on Chad.",
    "Sudan failed to withdraw its troops from Chad.",
    "Sudan will send aid to Chad if Chad withdraws its troops.",
]


@pytest.mark.parametrize("text", HOPED)
def test_what_is_hoped_for_promised_or_demanded_is_not_told_as_done(code, text):
    found = [e for e in code(text, "event") if e.event in ("RETREAT", "AID", "SANCTION", "CONCEDE", "COOPERATE")]
    assert [(e.event, e.status) for e in found if e.status in DONE] == []


MENDED = [
    ("Iran warned that it would attack Israel if Israel bombed the plant.", "attack", "threatened"),
    ("Iran warned that it would attack Israel.", "attack", "threatened"),
    ("Chad said it would impose sanctions on Niger if Niger closed the border.", "impose", "threatened"),
    ("Chad said it would withdraw its troops from Niger.", "withdraw", "planned"),
    ("Chad said Niger would withdraw its troops from Libya.", "withdraw", "expected"),
    ("Turkish President Recep Tayyip Erdogan is expected to visit Germany.", "visit", "planned"),
    ("Germany said it was ready to send aid to Chad.", "send", "proposed"),
]


@pytest.mark.parametrize(("text", "word", "status"), MENDED)
def test_whose_words_they_are_counts(code, text, word, status):
    found = {e.evidence["trigger"][0].text: e.status for e in code(text, "event")}
    assert found.get(word) == status


BACKGROUND = [
    ("Iraq invaded Kuwait in 1990.", "background"),
    ("Turkey invaded Cyprus in 1974.", "background"),
    ("India attacked Pakistan on Monday.", "happened"),
    ("India attacked Pakistan in February.", "happened"),
]


@pytest.mark.parametrize(("text", "status"), BACKGROUND)
def test_what_is_long_past_is_background(code, text, status):
    assert [e.status for e in code(text, "event") if e.event == "ASSAULT"] == [status]


LASTING = [("Israel occupies the West Bank.", "ongoing"), ("Israel occupied the West Bank.", "happened")]


@pytest.mark.parametrize(("text", "status"), LASTING)
def test_a_deed_in_the_present_lasts(code, text, status):
    assert {e.status for e in code(text, "event")} == {status}


def test_the_condition_is_told_in_the_words_of_the_text(code):
    events = code("Iran will attack Israel if Israel bombs the plant.", "event")
    found = next(e for e in events if e.evidence["trigger"][0].text == "attack")
    assert found.condition.text == "if Israel bombs the plant"
    assert found.evidence["condition"] == [found.condition]
