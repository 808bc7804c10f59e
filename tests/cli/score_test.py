# SPDX-License-Identifier: Apache-2.0
"""Mentions against gold: the figures, the errors with their words, the agreement, the exit status."""

import csv
import io
import json

from program import ProgramTest, main

TEXT = "The Ford lies north.\nNo bridge is near Møn Ford,\nand the old mill burnt down.\n"


def mention(words, entry, text=TEXT, document="t.txt", nth=0, **more):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    start = len(text[:at].encode())
    return {"document": document, "start": start, "end": start + len(words.encode()), "entry": entry, **more}


GOLD = [mention("Ford", "ford", kind="place", surface="Ford"), mention("bridge", "bridge", kind="thing"),
        mention("Møn Ford", "mon-ford", kind="place"), mention("old mill", "mill", kind="thing", likely=True)]
FOUND = [mention("Ford", "ford"), mention("bridge", "ridge"), mention("Ford", "mon-ford", nth=1),
         mention("burnt", "fire", kind="event")]


class Score(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("gold.jsonl", GOLD)
        self.write("found.jsonl", FOUND)
        (self.folder / "t.txt").write_text(TEXT, encoding="utf-8")

    def write(self, name, mentions):
        lines = "".join(json.dumps(m, ensure_ascii=False) + "\n" for m in mentions)
        (self.folder / name).write_text(lines, encoding="utf-8")

    def score(self, *more, status=0, gold="gold.jsonl", found="found.jsonl"):
        return self.run_program("score", gold, found, *more, status=status)

    def rows(self, *more, **options):
        return json.loads(self.score(*more, "--format", "json", **options).out)

    def test_figures(self):
        rows = {(r["row"], r["name"]): r for r in self.rows()}
        self.assertEqual(list(rows), [("kind", None), ("kind", "event"), ("kind", "place"), ("kind", "thing"), ("mean", "mean"), ("all", "all")])
        everything = rows["all", "all"]
        self.assertEqual([everything[name] for name in ("gold", "predicted", "right", "precision", "recall", "f1")],
                         [4, 4, 1, 0.25, 0.25, 0.25])
        self.assertEqual([everything[name] for name in ("overlapping_right", "overlapping_f1", "place_right", "place_f1")],
                         [2, 0.5, 2, 0.5])
        self.assertEqual(rows["kind", None]["predicted"], 1)  # nobody tells the kind of "ridge"
        self.assertEqual([rows["kind", "thing"][name] for name in ("gold", "predicted", "precision", "recall", "f1")],
                         [2, 0, None, 0, 0])

    def test_by(self):
        names = lambda by: [r["name"] for r in self.rows("--by", by) if r["row"] == by]
        self.assertEqual(names("entry"), ["bridge", "fire", "ford", "mill", "mon-ford", "ridge"])
        self.assertEqual(names("document"), ["t.txt"])
        self.assertEqual(names("zone"), [None])
        self.assertEqual([r["name"] for r in self.rows("--by", "zone", "--texts", "t.txt") if r["row"] == "zone"], ["body"])
        self.score("--by", "colour", status=2)

    def test_errors_with_the_words_around(self):
        rows = self.rows("--errors", "--texts", "t.txt")
        self.assertEqual([(r["error"], r["line"], r["gold_surface"], r["gold_entry"], r["predicted_surface"], r["predicted_entry"])
                          for r in rows],
                         [("wrong-entry", 2, "bridge", "bridge", "bridge", "ridge"),
                          ("wrong-place", 2, "Møn Ford", "mon-ford", "Ford", "mon-ford"),
                          ("missed", 3, "old mill", "mill", None, None),
                          ("spurious", 3, None, None, "burnt", "fire")])
        source = TEXT.encode()
        self.assertEqual(source[rows[1]["gold_start"]:rows[1]["gold_end"]].decode(), "Møn Ford")
        self.assertEqual((rows[1]["before"], rows[1]["behind"]), ("orth.\nNo bridge is near ", ",\nand the old mill burnt"))
        table = self.score("--errors", "--texts", "t.txt").out
        self.assertIn("missed       t.txt:3  near Møn Ford, and the [old mill] burnt down. ", table)
        bare = self.rows("--errors")
        self.assertEqual([(r["line"], r["before"], r["where"]) for r in bare][0], (None, None, "t.txt@24"))

    def test_formats(self):
        rows = self.rows()
        table = list(csv.DictReader(io.StringIO(self.score("--format", "csv").out)))
        self.assertEqual([r["name"] for r in table], [r["name"] or "" for r in rows])
        self.assertIn("all    4     4          1      0.250  0.250  0.250  0.500", self.score().out)
        self.assertEqual(len(self.score("--format", "tsv").out.splitlines()), 1 + len(rows))

    def test_at_least(self):
        self.score("--at-least", "0.25")
        done = self.score("--at-least", "0.26", status=1)
        self.assertEqual(done.err, "crossroads: F1 0.250000 is under 0.26\n")
        self.score("--at-least", "1.1", status=2)

    def test_names_optional_mentions_and_parts(self):
        (self.folder / "names.tsv").write_text("ridge\tbridge\n")
        (self.folder / "part.jsonl").write_text(json.dumps({"document": "t.txt", "start": 0, "end": 30}) + "\n")
        right = lambda *more: [(r["gold"], r["predicted"], r["right"]) for r in self.rows(*more) if r["row"] == "all"][0]
        self.assertEqual(right("--map", "names.tsv"), (4, 4, 2))
        self.assertEqual(right("--optional", "likely"), (3, 4, 1))
        self.assertEqual(right("--annotated", "part.jsonl"), (2, 2, 1))
        self.assertEqual(right("--known-only", "--map", "names.tsv"), (4, 3, 2))
        self.assertIn("2 predictions outside what gold annotates: not counted", self.score("--annotated", "part.jsonl").err)

    def test_agreement(self):
        rows = {(r["measure"], r["units"]): r for r in self.rows("--agreement", "--texts", "t.txt")}
        self.assertEqual(list(rows), [("f1", "mentions"), ("kappa", "places of both"), ("kappa", "places of either"), ("kappa", "words")])
        self.assertEqual(rows["f1", "mentions"]["value"], 0.25)
        both = rows["kappa", "places of both"]
        self.assertEqual((both["number"], both["agreed"], both["observed"]), (2, 1, 0.5))
        either = rows["kappa", "places of either"]
        self.assertEqual((either["number"], either["agreed"]), (6, 1))
        words = rows["kappa", "words"]
        self.assertEqual((words["number"], words["agreed"]), (len(TEXT.split()), len(TEXT.split()) - 5))
        self.assertLess(words["low"], words["value"])
        self.assertLess(words["value"], words["high"])
        self.assertEqual(self.rows("--agreement", found="gold.jsonl")[2]["value"], 1)
        (self.folder / "part.jsonl").write_text(json.dumps({"document": "t.txt", "start": 0, "end": 30}) + "\n")
        part = self.rows("--agreement", "--texts", "t.txt", "--annotated", "part.jsonl")
        self.assertEqual([(r["number"], r["agreed"]) for r in part], [(4, 2), (2, 1), (2, 1), (6, 5)])

    def test_what_cannot_be_scored(self):
        for name, lines, error in (
                ("bad.jsonl", '{"document": "t.txt", "start": 4, "end": 8}\n', 'bad.jsonl:1: has no "entry"'),
                ("bad.jsonl", "\n{\n", "bad.jsonl:2: ill-formed JSON"),
                ("empty.jsonl", "\n", "empty.jsonl: has no mention"),
                ("other.jsonl", json.dumps(mention("Ford", "ford", document="a/t.txt")), "have no document in common")):
            (self.folder / name).write_text(lines)
            self.assert_one_error(self.score(gold=name, status=3), error)
        self.assert_one_error(self.score(found="bad.jsonl", status=3), "bad.jsonl:2: ill-formed JSON")
        self.assert_one_error(self.score("--map", "bad.jsonl", status=3), "bad.jsonl:2: has no tab between two names")
        self.assert_one_error(self.run_program("score", "-", "-", status=2), "standard input (-) can be read only once")
        self.assert_one_error(self.score(gold="absent.jsonl", status=3), "absent.jsonl")

    def test_texts_of_another_version(self):
        (self.folder / "t.txt").write_text("Sh.\n")
        done = self.score("--texts", "t.txt", status=3)
        self.assert_one_error(done, "gold.jsonl:1: t.txt has no characters from byte 4 to 8")
        (self.folder / "t.txt").write_text("X" + TEXT, encoding="utf-8")
        self.write("gold.jsonl", GOLD[:1])
        self.write("found.jsonl", FOUND[:1])
        self.assertIn("gold.jsonl:1: 'Ford' is 'For' in t.txt: of another version of the text?", self.score("--texts", "t.txt").err)

    def test_nothing_found(self):
        (self.folder / "none.jsonl").write_text("")
        rows = self.rows(found="none.jsonl")
        self.assertEqual((rows[-1]["recall"], rows[-1]["precision"], rows[-1]["f1"]), (0, None, 0))
        self.score("--at-least", "0.1", found="none.jsonl", status=1)

    def test_from_standard_input(self):
        lines = (self.folder / "found.jsonl").read_bytes()
        self.assertEqual(self.run_program("score", "gold.jsonl", "-", stdin=lines).out, self.score().out)


if __name__ == "__main__":
    main()
