# SPDX-License-Identifier: Apache-2.0
"""The lists of names: a line each, FORM, tab, `exact` or `ignore`; distinct whatever their case.

Forms of one or two characters and words that only join others are in none of the large lists: a
linker of texts leaves them out.
"""
import re

from draw import Draw

FUNCTION_WORDS = frozenset("""
    a about above after again against all also although am among an and another any anybody anyone anything are
    around as at be because been before behind being below beneath beside besides between beyond both but by can
    cannot could despite did do does doing done down during each either else ever every everyone everything except
    few for from further had has have having he hence her here hers herself him himself his how however i if in
    inside into is it its itself just least less like many may me might mine more most much must my myself near
    neither never no nobody none nor not nothing now of off often on once one only onto or other others otherwise
    ought our ours ourselves out outside over own per perhaps quite rather same shall she should since so some
    somebody someone something such than that the their theirs them themselves then there therefore these they this
    those though through throughout thus till to together too toward towards under underneath unless until up upon
    us very via was we well were what whatever when whenever where whereas wherever whether which whichever while
    who whoever whom whose why will with within without would yet you your yours yourself yourselves""".split())
WORDS = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,})+")


def is_usable(name):
    return (len(name) > 2 and name.lower() not in FUNCTION_WORDS and name.isascii() and name[0].isalnum() and
            name[-1].isalnum() and re.fullmatch(r"[A-Za-z0-9 '.-]+", name) is not None and
            re.search(r"[a-z]{2}|[A-Z]{2}", name) is not None and ". " not in name)


def rule_of(name, draw):
    """By shape where capitals tell; an eighth of the others are exact too."""
    if any(sum(map(str.isupper, run)) + any(map(str.isdigit, run)) > 1 for run in re.findall("[A-Za-z0-9]+", name)):
        return "exact"
    if " " not in name and name[0].isupper():
        return "exact"
    return "exact" if draw.chance(0.125) else "ignore"


def key_of(name):
    return re.sub("[ '-]", "", name.lower())


class List:
    def __init__(self, draw):
        self.draw = draw
        self.lines = []
        self.seen = set()

    def add(self, name):
        if is_usable(name) and key_of(name) not in self.seen:
            self.seen.add(key_of(name))
            self.lines.append(f"{name}\t{rule_of(name, self.draw)}\n")

    def write(self, path, count):
        self.draw.shuffle(self.lines)
        if count is not None:
            if len(self.lines) < count:
                raise SystemExit(f"make_inputs: only {len(self.lines)} names for {path.name}")
            del self.lines[count:]
        path.write_text("".join(self.lines), "utf-8")


def frequent_words(text):
    counts = {}
    for word in re.findall("[a-z]+", text[:8_000_000].lower()):
        counts[word] = counts.get(word, 0) + 1
    return set(sorted(counts, key=lambda word: (-counts[word], word))[:400]) | FUNCTION_WORDS


def phrases(text, frequent, draw, count):
    """Two to four words that stand side by side in the text, each of a kind to begin or end a name."""
    runs = WORDS.findall(text)
    while count > 0:
        words = draw.one_of(runs).split()
        length = 2 + draw.below(3)
        if len(words) < length:
            continue
        at = draw.below(len(words) - length + 1)
        first, last = words[at], words[at + length - 1]
        if len(first) < 4 or len(last) < 4 or first.lower() in frequent or last.lower() in frequent:
            continue
        count -= 1
        yield " ".join(words[at:at + length])


def write_wordnet(path, lemmas):
    names = List(Draw(3))
    for lemma in lemmas:
        names.add(lemma)
    names.write(path, None)


def write_phrases(path, count, lemmas, headwords, text):
    """A third are lemmas of several words and headwords of dictionaries, the others the text's phrases."""
    draw = Draw(count)
    known = List(draw)
    for name in [lemma for lemma in lemmas if " " in lemma] + headwords:
        known.add(name)
    draw.shuffle(known.lines)
    del known.lines[count // 3:]
    frequent = frequent_words(text)
    for name in phrases(text, frequent, draw, 4 * count):
        known.add(name)
        if len(known.lines) >= count:
            break
    known.write(path, count)
