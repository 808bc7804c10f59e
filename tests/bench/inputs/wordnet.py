# SPDX-License-Identifier: Apache-2.0
"""WordNet 3.0 as Debian's wordnet-base has it."""
import pathlib
import re

FOLDER = pathlib.Path("/usr/share/wordnet")
PARTS = ("noun", "verb", "adj", "adv")


class Synset:
    def __init__(self, part, lemmas, kinds, gloss):
        self.part = part      # one of PARTS
        self.lemmas = lemmas  # with their capitals, and spaces for underscores
        self.kinds = kinds    # places in the data file of what it is a kind of
        self.gloss = gloss


def synsets():
    """All, by (part, place in its file), in the files' order."""
    found = {}
    for part in PARTS:
        for line in (FOLDER / f"data.{part}").read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue
            data, _, gloss = line.partition(" | ")
            fields = data.split()
            words = int(fields[3], 16)
            lemmas = [re.sub(r"\((a|p|ip)\)$", "", fields[4 + 2 * i]).replace("_", " ") for i in range(words)]
            at = 4 + 2 * words
            pointers = fields[at + 1:at + 1 + 4 * int(fields[at])]
            kinds = [pointers[i + 1] for i in range(0, len(pointers), 4) if pointers[i] in ("@", "@i")]
            found[part, fields[0]] = Synset(part, lemmas, kinds, gloss.strip())
    return found


def lemmas(all_synsets):
    """Each once whatever its case, as first written."""
    seen = {}
    for synset in all_synsets.values():
        for lemma in synset.lemmas:
            seen.setdefault(lemma.lower(), lemma)
    return list(seen.values())


def common_words():
    """{part: lemmas of small letters that texts were found to use in that sense}, each in one part."""
    counts = {}
    digits = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    for line in (FOLDER / "cntlist.rev").read_text("utf-8").splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if re.fullmatch("[a-z]{4,}", lemma):
            by_part = counts.setdefault(lemma, {})
            part = digits[rest[0]]
            by_part[part] = by_part.get(part, 0) + int(count)
    words = {part: [] for part in PARTS}
    for lemma in sorted(counts):
        by_part = counts[lemma]
        part = max(by_part, key=by_part.get)
        if by_part[part] * 5 >= sum(by_part.values()) * 4:
            words[part].append(lemma)
    return words
