# SPDX-License-Identifier: Apache-2.0
"""`dense.txt`: text as our briefings are written, with a name about every 120 bytes.

The sentences of the briefings are taken apart: names, numbers, and words that WordNet knows become
slots. A new sentence fills them: a name by another (as written, in other capitals, with a
possessive, in a compound, in the plural) or by a plain noun phrase, a noun by a noun.
"""
import re
import unicodedata

from draw import Draw
from wrap import Writer

BYTES_A_NAME = 120
TOKEN = re.compile(r"(?<![\w-])\d+(?![\w-])|(?<![\w-])[a-z]{4,}(?![\w-])")


class Name:
    def __init__(self, text, rule, entry):
        self.text = text
        self.exact = rule == "exact"
        self.entry = entry


def read_names(path):
    return [Name(*line.split("\t")) for line in path.read_text("utf-8").splitlines()]


def sentences_of(text):
    """Those of a briefing's running text."""
    text = re.sub(r"\[\^\d+\](:.*)?", "", text)
    for block in re.split(r"\n\s*\n", text):
        block = re.sub(r"^([#>*-]|\d+\.)+ ", "", re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", block))
        block = " ".join(re.sub(r"\*+|^- ", "", block, flags=re.M).split())
        for sentence in re.split(r"(?<=[.!?]) (?=[A-Z“])", block):
            if len(sentence) >= 40 and sentence[-1] in ".!?”" and "/" not in sentence and "_" not in sentence:
                yield sentence


class Templates:
    """Each is a list of strings and of slots: ("name", exact), ("pair",), ("number", text), ("word", part)."""

    def __init__(self, briefings, names, words):
        self.part_of = {word: part for part in ("noun", "adj", "adv") for word in words[part]}
        by_length = sorted(names, key=lambda name: (-len(name.text), name.text))
        one = "|".join(f"(?i:{re.escape(n.text)})" if not n.exact else re.escape(n.text) for n in by_length)
        self.name = re.compile(rf"(?<!\w)(?:{one})(?!\w)")
        self.exact = {name.text for name in names if name.exact}
        self.all = [self.template(sentence) for text in briefings for sentence in sentences_of(text)]

    def template(self, sentence):
        parts = []
        at = 0
        for match in self.name.finditer(sentence):
            self.add_text(parts, sentence[at:match.start()])
            at = match.end()
            parts.append(("name", match[0] in self.exact))
            if parts[-2:-1] == [" ("] and sentence[at:at + 1] == ")":
                is_pair = len(parts) > 2 and parts[-3][0] == "name"
                parts[-2:] = []
                at += 1
                if is_pair:
                    parts[-1] = ("pair",)
        self.add_text(parts, sentence[at:])
        return parts

    def add_text(self, parts, text):
        at = 0
        for match in TOKEN.finditer(text):
            part = "number" if match[0].isdigit() else self.part_of.get(match[0])
            if part is None:
                continue
            if match.start() > at:
                parts.append(text[at:match.start()])
            parts.append(("number", match[0]) if part == "number" else ("word", part, match[0]))
            at = match.end()
        if at < len(text):
            parts.append(text[at:])


class Writing:
    def __init__(self, templates, names, words, draw):
        self.templates = templates
        self.words = words
        self.draw = draw
        self.names = {True: [n for n in names if n.exact], False: [n for n in names if not n.exact]}
        for some in self.names.values():
            draw.shuffle(some)  # those in front are named more often
        self.pairs = [(long, short) for long in self.names[False] for short in self.names[True]
                      if long.entry == short.entry and " " in long.text]
        self.bytes = 0
        self.named = 0

    def name(self, exact):
        draw = self.draw
        some = self.names[exact if draw.chance(0.8) else not exact]
        name = some[int(len(some) * draw.random() * draw.random())]
        self.named += 1
        chance = draw.random()
        text = name.text
        if not name.exact:
            if chance < 0.05:
                text = text.upper()
            elif chance < 0.11:
                text = text.lower()
            elif chance < 0.15:
                text = text.title()
            elif chance < 0.20 and text.islower() and text[-1] not in "sy":
                text += "s"
        if chance > 0.8 and not text.isascii():
            text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        chance = draw.random()
        if chance < 0.05:
            return text + draw.one_of(("’s", "’s", "'s"))
        if chance < 0.10:
            return text + draw.one_of(("-led", "-mandated", "-backed", "-wide", "-run", "-based"))
        if chance < 0.12:
            return draw.one_of(("non-", "pre-", "post-", "pro-")) + text
        if chance < 0.13:
            self.named += 1
            return text + "–" + draw.one_of(self.names[True]).text
        if chance < 0.15:
            return f"“{text}”"
        return text

    def phrase(self):
        noun = self.draw.one_of(self.words["noun"])
        if self.draw.chance(0.5):
            return "the " + noun
        return f"the {self.draw.one_of(self.words['adj'])} {noun}"

    def fill(self, slot):
        draw = self.draw
        if slot[0] == "name":
            wanted = self.bytes > BYTES_A_NAME * self.named
            return self.name(slot[1]) if draw.chance(0.95 if wanted else 0.3) else self.phrase()
        if slot[0] == "pair":
            long, short = draw.one_of(self.pairs)
            self.named += 2
            return f"{long.text} ({short.text})"
        if slot[0] == "number":
            if re.fullmatch("(19|20)..", slot[1]):
                return str(1948 + draw.below(78))
            digits = len(slot[1])
            return str(1 + draw.below(28) if digits < 3 else 10 ** (digits - 1) + draw.below(9 * 10 ** (digits - 1)))
        return draw.one_of(self.words[slot[1]]) if draw.chance(0.5) else slot[2]

    def sentence(self):
        template = self.draw.one_of(self.templates.all)
        text = "".join(part if isinstance(part, str) else self.fill(part) for part in template)
        self.bytes += len(text.encode()) + 1
        return text[0].upper() + text[1:]

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(3 + self.draw.below(6)))

    def title(self):
        return f"The {self.draw.one_of(self.words['noun'])} and {self.phrase()}"


def write_dense(path, size, briefings, names, words):
    draw = Draw(1)
    writing = Writing(Templates(briefings, names, words), names, words, draw)
    with Writer(path, size, draw) as writer:
        while not writer.is_full:
            writer.begin_article()
            writer.add(writing.title())
            for _ in range(6 + draw.below(20)):
                writer.add(writing.paragraph())
