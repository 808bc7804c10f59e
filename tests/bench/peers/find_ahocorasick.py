# SPDX-License-Identifier: Apache-2.0
"""Finds names with pyahocorasick. Usage: find_ahocorasick.py NAMES TEXT PLACES

NAMES is FORM, tab, `exact` or `ignore`, a line each. PLACES becomes pairs of 32-bit numbers: begin
and end, in bytes, of each whole word or words, leftmost-longest. Texts are taken as Latin-1, a
character a byte: small letters are made of those of ASCII alone.
"""
import array
import sys
import unicodedata

import ahocorasick


def read_names(path):
    automaton = ahocorasick.Automaton()
    with open(path, "rb") as file:
        for line in file:
            form, _, rule = line.rstrip(b"\n").partition(b"\t")
            exact = form.decode("latin-1") if rule == b"exact" else None
            automaton.add_word(form.lower().decode("latin-1"), (len(form), exact))
    automaton.make_automaton()
    return automaton


def is_word(text, begin, end):
    return any(c.isalnum() or unicodedata.category(c)[0] == "M" for c in text[begin:end].decode("utf-8", "ignore"))


def find(automaton, text):
    """A boundary is looked at closely only beside a byte that is not ASCII's."""
    small = text.lower().decode("latin-1")
    same = text.decode("latin-1")
    kinds = bytes(1 if chr(byte).isalnum() and byte < 128 else 2 if byte > 127 else 0 for byte in range(256))
    kind = b"\0" + text.translate(kinds) + b"\0"
    found = []
    for last, (length, exact) in automaton.iter(small):
        end = last + 1
        begin = end - length
        before, after = kind[begin], kind[end + 1]
        if before or after:
            if before == 1 or after == 1:
                continue
            if before == 2 and is_word(text, begin_of(text, begin), begin) or after == 2 and is_word(
                    text, end, end_of(text, end)):
                continue
        if exact is None or same[begin:end] == exact:
            found.append((begin, -end))
    found.sort()
    places = array.array("I")
    reach = 0
    for begin, end in found:
        if begin >= reach:
            reach = -end
            places.append(begin)
            places.append(reach)
    return places


def begin_of(text, end):
    """Where the code point begins that ends there."""
    end -= 1
    while end > 0 and text[end] & 0xC0 == 0x80:
        end -= 1
    return end


def end_of(text, begin):
    """Where the code point ends that begins there."""
    begin += 1
    while begin < len(text) and text[begin] & 0xC0 == 0x80:
        begin += 1
    return begin


def main(names, text, places):
    automaton = read_names(names)
    with open(text, "rb") as file:
        found = find(automaton, file.read())
    with open(places, "wb") as file:
        found.tofile(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
