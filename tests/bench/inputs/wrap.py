# SPDX-License-Identifier: Apache-2.0
"""Paragraphs on their way to a file: every other article in lines of its own width."""


class Writer:
    """Writes whole paragraphs with a blank line after each, until `size` bytes would be too few."""

    def __init__(self, path, size, draw):
        self.file = open(path, "wb")
        self.size = size
        self.draw = draw
        self.written = 0
        self.is_full = False
        self.width = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def begin_article(self):
        self.width = 64 + self.draw.below(32) if self.draw.chance(0.5) else None

    def add(self, text):
        data = (text if self.width is None else wrap(text, self.width)).encode() + b"\n\n"
        if self.written + len(data) > self.size:
            self.is_full = True
        if not self.is_full:
            self.file.write(data)
            self.written += len(data)


def wrap(text, width):
    """Breaks at spaces only, and before no sign that would open a list item or a note."""
    lines = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        while end > start and not text[end + 1].isalpha():
            end = text.rfind(" ", start, end)
        if end <= start:
            break
        lines.append(text[start:end])
        start = end + 1
    lines.append(text[start:])
    return "\n".join(lines)
