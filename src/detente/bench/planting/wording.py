"""Errors of wording, planted: what stands twice, what is cut off, and what a page, a template or a machine left behind."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from detente.bench.planting.change import Change, Planter
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.model import Block

_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![\w’'-])")
_RIGHT_TWICE = frozenset(
    {
        "had",
        "that",
        "her",
        "very",
        "so",
        "many",
        "much",
        "no",
        "more",
        "long",
        "really",
        "well",
        "now",
        "you",
        "do",
        "in",
        "on",
        "up",
        "out",
        "over",
        "down",
        "is",
    }
)
_SMALL = re.compile(r"\b(?:the|of|and|to|a|was|with|for|by|has|its|their|at|from|would|be|as|are|will)\b(?![’'-])")
_TAGS = (
    "<p>{0}</p>",
    "<b>{0}</b>",
    "{0}<br/>",
    "<strong>{0}</strong>",
    '<a href="/news/{1}">{0}</a>',
    '<span class="quote">{0}</span>',
    "<em>{0}</em>",
    "{0}<br>",
)
_ENTITIES = ("&nbsp;{0}", "{0}&nbsp;", "&quot;{0}&quot;", "&#8220;{0}&#8221;", "{0} &amp;", "&lt;{0}&gt;", "{0}&rsquo;s")
_CODES = (
    ' [caption id="attachment_{1}" align="alignnone" width="640"]',
    " {{{{ article.body }}}}",
    ' document.getElementById("ad-{1}").style.display = "none";',
    ' googletag.cmd.push(function() {{ googletag.display("div-{1}"); }});',
    " .related-links {{ display: none; }}",
    " **Read on**",
    " [More on this](https://example.org/{1})",
    ' [gallery ids="{1},{1}7"]',
)
_MOJIBAKE = {"’": "â€™", "“": "â€œ", "–": "â€“", "é": "Ã©", "ü": "Ã¼", "ç": "Ã§", "…": "â€¦", "£": "Â£", "'": "â€™"}
_PAGE_LINES = (
    "ADVERTISEMENT",
    "Advertisement",
    "Story continues below",
    "Image source, Getty Images",
    "Read more: Envoys return to the capital as talks stall",
    "Related:",
    "Share this article",
    "Image caption, Soldiers at a checkpoint",
    "Click here to subscribe",
    "Sign up for our newsletter",
    "Watch: The crisis in three minutes",
    "Please enable JavaScript to view this page",
)
_TALK_BEFORE = (
    "Sure! Here is the rewritten article:",
    "Certainly! Here's a rephrased version of the article:",
    "Here is the rewritten text:",
    "Sure, here is a summary of the article in 300 words:",
    "Below is the revised version of your text:",
    "Of course! Here is an improved draft:",
    "Rewritten article:",
)
_TALK_AFTER = (
    "As an AI language model, I cannot verify these events.",
    "Let me know if you would like me to adjust the tone.",
    "I hope this helps!",
    "I'm sorry, but as an AI I cannot continue with this topic.",
    "My knowledge cutoff does not allow me to confirm later developments.",
    "Feel free to ask if you need a shorter version.",
    "Please note that I am a large language model and have no access to real-time news.",
)
_SLOTS = (
    "[NAME]",
    "[INSERT NAME]",
    "{name}",
    "[DATE]",
    "TK",
    "[insert number]",
    "[PLACE]",
    "{{city_name}}",
    "XXX",
    "[TK]",
    "${name}",
    "[TBC]",
    "[CHECK SPELLING]",
)
_NAME_OR_NUMBER = re.compile(r"(?<=\s)(?:[A-Z][a-z]{3,}|\d[\d,]*)(?=\s(?:on|in|said|told|people|and|at|has|was|were)\b)")
_ALTERNATIVES = {
    "said": "stated", "between": "among", "will": "shall", "would": "might", "about": "around", "after": "following",
    "near": "close to",
    "many": "numerous", "began": "started", "big": "large", "attack": "assault", "talks": "negotiations", "soldiers": "troops",
    "border": "frontier",
    "against": "opposing", "because": "since", "killed": "slain", "called": "termed", "help": "aid", "part": "portion",
    "people": "persons",
    "country": "nation", "before": "prior to", "during": "throughout", "could": "may", "left": "departed", "made": "created",
}  # fmt: skip
_ALTERNATIVE = re.compile(rf"\b(?:{'|'.join(_ALTERNATIVES)})\b")
_CITIES = (
    "Geneva",
    "Brussels",
    "Kyiv",
    "Berlin",
    "Vienna",
    "the United States",
    "New York",
    "Paris",
    "the Netherlands",
    "Warsaw",
)
_AGENCIES = ("AFP", "Reuters", "AP", "DPA", "Xinhua", "Northgate Wire", "Interfax")
_LEAST_WORDS = 9


def _repeated_sentence(report: Report, chance: random.Random) -> Iterator[Change]:
    """A sentence stands again at the end of another paragraph, as it is or with a word left out."""
    found = [r for r in _telling(report) if _LEAST_WORDS <= len(r.sentence.text.split()) < 40]
    for end in _paragraph_ends(report):
        earlier = [r for r in found if r.sentence.end < end - 200]
        if earlier:
            words = chance.choice(earlier).sentence.text.split()
            if chance.random() < 0.4 and len(words) > 12:
                del words[chance.randrange(2, len(words) - 2)]
            again = " " + " ".join(words)
            yield Change(end, end, again, (1, len(again)))


def _repeated_clause(report: Report, chance: random.Random) -> Iterator[Change]:
    """What somebody said stands twice in the sentence."""
    for read in _telling(report):
        for said in read.said:
            content = report.text[said.start : said.end]
            words = content.removeprefix("that ").split()
            clausal = content.startswith("that ") or report.text[said.start - 5 : said.start].endswith("that ")
            ends = said.end >= read.sentence.end - 1 and report.text[said.end : said.end + 1] == "."
            if (
                said.sentence is read.sentence
                and ends
                and clausal
                and said.start > said.cue[1]
                and not said.thought
                and 6 <= len(words) <= 18
                and not set('“”",') & set(content)
            ):
                clause = " ".join(words)
                joined = chance.choice(
                    (f" and that {clause}", f", adding that {clause}", f", and {clause}", f" and said {clause}")
                )
                yield Change(said.end, said.end, joined, (0, len(joined)))


def _doubled_word(report: Report, chance: random.Random) -> Iterator[Change]:
    """A word is typed twice, mostly a small one; now and then two or three words are."""
    for read in _telling(report):
        text = read.sentence.text
        small = list(_SMALL.finditer(text))
        others = [m for m in _WORD.finditer(text) if m.group().islower() and len(m.group()) > 1 and m.group() not in _RIGHT_TWICE]
        pool = small if small and chance.random() < 0.7 else others
        if not pool:
            continue
        match = chance.choice(pool)
        start, end = match.span()
        longer = re.compile(r" [a-z]+ [a-z]+\b").match(text, end) if chance.random() < 0.15 else None
        if longer:
            end = longer.end()
        words = text[start:end]
        at = read.sentence.start + start
        yield Change(at, read.sentence.start + end, f"{words} {words}", (0, 2 * len(words) + 1), words)


def _cut_off(report: Report, chance: random.Random) -> Iterator[Change]:
    """A paragraph ends within a sentence, or begins in one."""
    body = _body(report)
    for place, block in enumerate(body):
        inside = [r for r in report.sentences if r.sentence.block == block]
        if not inside or report.text[_end(report, block) - 1] not in ".":
            continue
        last = inside[-1].sentence
        spans = [m.span() for m in re.finditer(r"\S+", last.text)]
        if len(spans) >= 10 and not set('“”"') & set(last.text):
            cut = last.start + spans[chance.randrange(5, len(spans) - 2)][1]
            tail = chance.choice(
                ("", "", "", "...", f" [+{chance.randrange(300, 9000)} chars]") if place == len(body) - 1 else ("",)
            )
            begin = report.text.rfind(" ", 0, cut - 1) + 1
            words = report.text[begin:cut].rstrip(",;:") + tail
            yield Change(begin, _end(report, block), words, (0, len(words)))
        first = inside[0].sentence
        spans = [m.span() for m in re.finditer(r"\S+", first.text)]
        if place and len(spans) >= 14 and not set('“”"') & set(first.text):
            later = [a for a, b in spans[3:8] if first.text[a].islower()]
            if later:
                start = first.start + chance.choice(later)
                word = re.compile(r"\S+").match(report.text, start)
                assert word is not None
                yield Change(block.start, word.end(), word.group(), (0, len(word.group())))


def _markup(report: Report, chance: random.Random) -> Iterator[Change]:
    """Tags, entities, code, or signs decoded wrongly."""
    for read in _telling(report):
        text = read.sentence.text
        number = chance.randrange(100, 9999)
        kind = chance.randrange(4)
        words = [m for m in _WORD.finditer(text) if len(m.group()) > 3]
        if kind < 2 and words:
            word = chance.choice(words)
            new = chance.choice(_TAGS if kind == 0 else _ENTITIES).format(word.group(), number)
            yield Change(read.sentence.start + word.start(), read.sentence.start + word.end(), new, (0, len(new)))
        elif kind == 2:
            new = chance.choice(_CODES).format("", number)
            yield Change(read.sentence.end, read.sentence.end, new, (1, len(new)))
        else:
            signs = [n for n, sign in enumerate(text) if sign in _MOJIBAKE and sign != "'"]
            if signs:
                at = chance.choice(signs)
                new = chance.choice((_MOJIBAKE[text[at]], "\ufffd"))
                yield Change(read.sentence.start + at, read.sentence.start + at + 1, new, (0, len(new)))


def _page(report: Report, chance: random.Random) -> Iterator[Change]:
    """A line of the page stands between two paragraphs."""
    for end in _paragraph_ends(report):
        line = chance.choice(_PAGE_LINES)
        words = f"\n\n{line}"
        yield Change(end, end, words, (2, len(words)))


def _machine_talk(report: Report, chance: random.Random) -> Iterator[Change]:
    """The machine that rewrote the report speaks before it or after it."""
    body = _body(report)
    if body:
        before = chance.choice(_TALK_BEFORE)
        start = _opening(report, body[0])
        yield Change(start, start, f"{before}\n\n", (0, len(before)))
        after = chance.choice(_TALK_AFTER)
        end = _end(report, body[-1])
        yield Change(end, end, f"\n\n{after}", (2, len(after) + 2))


def _slot(report: Report, chance: random.Random) -> Iterator[Change]:
    """A name or number that was to be filled in."""
    for read in _telling(report):
        for match in _NAME_OR_NUMBER.finditer(report.text, read.sentence.start, read.sentence.end):
            slot = chance.choice(_SLOTS)
            yield Change(match.start(), match.end(), slot, (0, len(slot)))


def _alternatives(report: Report, chance: random.Random) -> Iterator[Change]:
    """A word and another for it, both in brackets."""
    for read in _telling(report):
        for match in _ALTERNATIVE.finditer(report.text, read.sentence.start, read.sentence.end):
            word, other = match.group(), _ALTERNATIVES[match.group()]
            words = chance.choice(
                (f"({word}) ({other})", f"({other}) ({word})", f"({word}/{other})", f"[{word}] [{other}]", f"[{word}/{other}]")
            )
            yield Change(match.start(), match.end(), words, (0, len(words)))


def _bracket(report: Report, chance: random.Random) -> Iterator[Change]:
    """One half of a pair of brackets is lost."""
    for block in _body(report):
        for match in re.compile(r"\([^()\[\]]{4,80}\)").finditer(report.text, block.start, block.end):
            closed = chance.random() < 0.6
            words = match.group()[:-1] if closed else match.group()[1:]
            yield Change(match.start(), match.end(), words, (0, len(words)))
    for end in _paragraph_ends(report):
        place = chance.choice(("Monday", "the second since December", "its own count", "the fourth this year"))
        words = chance.choice(
            (
                f" The round ended late ({place} and no date was set for another.",
                f" The round ended late {place}) and no date was set for another.",
            )
        )
        yield Change(end, end, words, (1, len(words)))


def _dateline(report: Report, chance: random.Random) -> Iterator[Change]:
    """The dateline becomes part of the first sentence."""
    body = _body(report)
    if body:
        start = _opening(report, body[0])
        word, dash = chance.choice(("In", "In", "From", "At")), chance.choice((" - ", "- ", " — ", "-"))
        line = f"{word} {chance.choice(_CITIES)} ({chance.choice(_AGENCIES)}){dash}"
        yield Change(start, body[0].start, line, (0, len(line)))


def _pronoun(report: Report, _chance: random.Random) -> Iterator[Change]:
    """The first sentence has a pronoun where the party was named."""
    first = next((r for r in report.sentences if r.sentence.block.kind == "body"), None)
    if first is None:
        return
    for token in first.sentence.tokens:
        begins = first.sentence.offset + token.left_edge.idx == first.sentence.start
        if (
            token.dep_ == "nsubj"
            and token.head.dep_ == "ROOT"
            and begins
            and token.pos_ in ("PROPN", "NOUN")
            and token.head.lemma_ != "be"
        ):
            pronoun = "They" if token.tag_ in ("NNS", "NNPS") else "He" if token.ent_type_ == "PERSON" else "It"
            end = first.sentence.offset + token.right_edge.idx + len(token.right_edge.text)
            yield Change(first.sentence.start, end, pronoun, (0, len(pronoun)))


def _opening(report: Report, first: Block) -> int:
    """Where the telling begins, with its dateline where it has one."""
    return next((b.start for b in report.article.blocks if b.kind == "dateline" and b.end <= first.start), first.start)


def _telling(report: Report) -> Iterator[ReadSentence]:
    """Sentences of the body without direct speech."""
    for read in report.sentences:
        sentence = read.sentence
        if (
            sentence.block.kind == "body"
            and sentence.text.endswith(".")
            and not report.reading.quotations.between(sentence.start, sentence.end)
        ):
            yield read


def _body(report: Report) -> list[Block]:
    return [b for b in report.article.blocks if b.kind == "body"]


def _paragraph_ends(report: Report) -> list[int]:
    return [_end(report, b) for b in _body(report) if report.text[_end(report, b) - 1] in '.”"']


def _end(report: Report, block: Block) -> int:
    return block.start + len(report.text[block.start : block.end].rstrip())


PLANTERS: dict[str, Planter] = {
    "bracketed-alternatives": _alternatives,
    "cut-off": _cut_off,
    "dateline-in-sentence": _dateline,
    "doubled-word": _doubled_word,
    "machine-talk": _machine_talk,
    "markup-remains": _markup,
    "page-remains": _page,
    "pronoun-lead": _pronoun,
    "repeated-clause": _repeated_clause,
    "repeated-sentence": _repeated_sentence,
    "unclosed-bracket": _bracket,
    "unfilled-slot": _slot,
}
