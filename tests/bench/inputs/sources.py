# SPDX-License-Identifier: Apache-2.0
"""English text out of Debian packages: paragraphs, each on one line, without markup."""
import gzip
import html.parser
import pathlib
import re
import subprocess

BLOCKS = frozenset("p li dd dt td th h1 h2 h3 h4 h5 div pre table tr ul ol dl section br blockquote body".split())
LEFT_OUT = frozenset("script style pre head nav".split())

DICTIONARIES = {"dict-gcide": "gcide", "dict-foldoc": "foldoc", "dict-jargon": "jargon", "dict-devil": "devil"}
HTML = {"libboost1.74-doc": "", "octave-doc": "", "gimp-help-en": "", "r-doc-html": "", "debian-reference-en": "",
        "developers-reference": ""}
MAN = ("freebsd-manpages", "manpages", "manpages-dev")
PACKAGES = ["wordnet-base", *DICTIONARIES, *HTML, *MAN, "fortunes"]


def version_of(package):
    """None where it is not installed."""
    done = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", package],
                          capture_output=True, text=True, check=False)
    status, _, version = done.stdout.partition(" ")
    return version if status == "installed" else None


def files_of(package, ending, part):
    done = subprocess.run(["dpkg-query", "-L", package], capture_output=True, text=True, check=True)
    for name in sorted(done.stdout.split("\n")):
        if name.endswith(ending) and part in name and pathlib.Path(name).is_file():
            yield pathlib.Path(name)


class HtmlText(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.paragraphs = []
        self.current = []
        self.left_out = 0

    def end_paragraph(self):
        text = " ".join("".join(self.current).split())
        if text:
            self.paragraphs.append(text)
        self.current = []

    def handle_starttag(self, tag, attrs):
        self.left_out += tag in LEFT_OUT
        if tag in BLOCKS:
            self.end_paragraph()

    def handle_endtag(self, tag):
        if tag in LEFT_OUT and self.left_out:
            self.left_out -= 1
        if tag in BLOCKS:
            self.end_paragraph()

    def handle_data(self, data):
        if not self.left_out:
            self.current.append(data)


def html_paragraphs(package, part):
    for path in files_of(package, ".html", part):
        parser = HtmlText()
        parser.feed(path.read_text("utf-8", errors="replace"))
        parser.end_paragraph()
        yield from parser.paragraphs


def dictionary_paragraphs(name):
    """Entries of a dictd dictionary, without pronunciations, braces and notes on their origin."""
    text = gzip.decompress(pathlib.Path(f"/usr/share/dictd/{name}.dict.dz").read_bytes()).decode("utf-8", "replace")
    for entry in re.split(r"\n(?=\S)", text):
        entry = re.sub(r"\\[^\\\n]*\\|\[(1913 Webster|WordNet|PJC|AS|RDH|Century|GG|Jargon)[^]]*\]", "", entry)
        entry = re.sub(r"\{([^}]*)\}", r"\1", entry)
        entry = re.sub(r"\[.{1,2}\]|[*`~|\\]", "", entry)
        for part in re.split(r"\n\s*\n", entry):
            yield " ".join(part.split())


def roff_paragraphs(package):
    for path in files_of(package, ".gz", "/man/man"):
        if path.is_symlink():
            continue
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        yield from roff_text(text)


def roff_text(text):
    """Running text of a manual page: literal blocks are left out, fonts and macros are taken off."""
    lines = []
    literal = False
    for line in text.split("\n"):
        macro = re.match(r"[.']\s*([A-Za-z]*)", line)
        name = macro[1] if macro else ""
        if name in ("nf", "EX", "Bd"):
            literal = True
        elif name in ("fi", "EE", "Ed"):
            literal = False
        if literal or line.startswith((".\\\"", "'\\\"")):
            continue
        if macro is None:
            lines.append(line)
        elif name in ("SH", "SS", "PP", "P", "LP", "TP", "IP", "Sh", "Ss", "Pp", "It", "Bl", "El", "HP"):
            yield plain_roff(lines)
            lines = []
        elif name in ("B", "I", "BR", "RB", "IR", "RI", "BI", "IB", "Fn", "Va", "Vt", "Fa", "Em", "Dv", "Xr", "Nm",
                      "Ar", "Pa", "Li", "Tn", "Cm", "Ql", "Dq"):
            lines.append(line[len(macro[0]):].replace('"', ""))
    yield plain_roff(lines)


def plain_roff(lines):
    text = re.sub(r"\\f(\[[^]]*\]|.)|\\[&%/,|^]", "", " ".join(lines))
    text = text.replace("\\-", "-").replace("\\(aq", "'").replace("\\e", "\\")
    text = re.sub(r"\\\(..|\\\[[^]]*\]|\\.", " ", text)
    return re.sub(r" ([.,;:)])", r"\1", " ".join(text.split()))


def fortune_paragraphs():
    for path in files_of("fortunes", "", "/usr/share/games/fortunes/"):
        if path.suffix or path.is_symlink():
            continue
        for saying in path.read_text("utf-8", errors="replace").split("\n%\n"):
            yield " ".join(saying.split())


def wordnet_paragraphs(synsets):
    """What each synset means, and of which kind it is; its examples."""
    for synset in synsets.values():
        kinds = [synsets[synset.part, place].lemmas[0] for place in synset.kinds if (synset.part, place) in synsets]
        names = ", ".join(synset.lemmas)
        kind = f" ({synset.part}; a kind of {' and of '.join(kinds)})" if kinds else f" ({synset.part})"
        yield f"{names}{kind}: {synset.gloss}."


def all_paragraphs(synsets, wordnet_only):
    """(source, paragraphs) for each source, in a fixed order."""
    yield "wordnet-base", wordnet_paragraphs(synsets)
    if wordnet_only:
        return
    for package, name in DICTIONARIES.items():
        yield package, dictionary_paragraphs(name)
    for package, part in HTML.items():
        yield package, html_paragraphs(package, part)
    for package in MAN:
        yield package, roff_paragraphs(package)
    yield "fortunes", fortune_paragraphs()
