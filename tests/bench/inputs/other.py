# SPDX-License-Identifier: Apache-2.0
"""`other.txt`: English that has little to do with peace operations.

First all paragraphs of the sources, each once, in runs of one source that are shuffled among each
other. Where that is less than what was asked for, the rest is made of their sentences: other
sentences of one source are put together, and nouns and adjectives in them are exchanged.
"""
import re

from draw import Draw
from wrap import Writer

RUN = 40  # paragraphs


def is_prose(text):
    """Long enough, mostly letters and spaces, not all in capitals, and of an alphabet that we know."""
    if len(text) < 45 or text.count(" ") < 7 or "_" in text or "\ufffd" in text:
        return False
    letters = sum(map(str.isalpha, text))
    return letters + text.count(" ") > 0.8 * len(text) and sum(map(str.isupper, text)) < 0.3 * letters


def collect(sources, draw):
    """[(source, paragraph)] without repetitions, in shuffled runs."""
    seen = set()
    runs = []
    for source, paragraphs in sources:
        run = []
        for text in paragraphs:
            text = re.sub(r"[\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028\u2029\ufeff]", "", text)
            key = hash_of(text)
            if key in seen or not is_prose(text):
                continue
            seen.add(key)
            run.append(text)
            if len(run) == RUN:
                runs.append((source, run))
                run = []
        if run:
            runs.append((source, run))
    draw.shuffle(runs)
    return runs


def hash_of(text):
    return re.sub(r"[^a-z]+", "", text.lower())[:160]


class Mixer:
    """Makes paragraphs of the sentences of a source."""

    def __init__(self, runs, words, draw):
        self.draw = draw
        self.sentences = {}
        self.exchange = {word: words[part] for part in ("noun", "adj", "adv") for word in words[part]}
        for source, run in runs:
            for text in run:
                for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])", text):
                    if 40 <= len(sentence) <= 400 and sentence[-1] in ".!?":
                        self.sentences.setdefault(source, []).append(sentence)
        self.sources = sorted(self.sentences)

    def other_word(self, match):
        others = self.exchange.get(match[0])
        return match[0] if others is None or self.draw.chance(0.4) else self.draw.one_of(others)

    def paragraph(self):
        sentences = self.sentences[self.draw.one_of(self.sources)]
        chosen = [self.draw.one_of(sentences) for _ in range(2 + self.draw.below(5))]
        return re.sub(r"\b[a-z]{4,}\b", self.other_word, " ".join(chosen))


def write_other(path, size, sources, words):
    """Writes `size` bytes or a little less; gives how many of them are of the sources as they are."""
    draw = Draw(2)
    runs = collect(sources, draw)
    with Writer(path, size, draw) as writer:
        for _, run in runs:
            writer.begin_article()
            for text in run:
                writer.add(text)
            if writer.is_full:
                break
        real = writer.written
        mixer = None if writer.is_full else Mixer(runs, words, draw)
        while not writer.is_full:
            writer.begin_article()
            for _ in range(RUN):
                writer.add(mixer.paragraph())
    return real
