# SPDX-License-Identifier: Apache-2.0
"""What goes wrong gives one clear error and its exit status, and the old output stays whole."""

import json
import os
import resource
import shutil
import signal
import subprocess
import unittest

from program import ONTOLOGY, ProgramTest, main


def limit_file_size():
    """As a full disk does, lets writing fail behind some bytes; no signal, just the error."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))


class Faults(ProgramTest):
    def setUp(self):
        super().setUp()
        self.old = self.build().read_bytes()
        self.before = self.names()

    def assert_untouched(self):
        self.assertEqual((self.folder / "g.json").read_bytes(), self.old)
        self.assertEqual(self.names(), self.before, "a temporary was left")

    def build_fails(self, *arguments, status, error, hint=None, **options):
        done = self.run_program("build", *arguments, "-o", "g.json", status=status, **options)
        self.assert_one_error(done, error, hint)
        self.assert_untouched()

    def test_text_that_does_not_exist(self):
        self.build_fails("-O", "o.xml", "no.txt", status=3, error="no.txt: there is no such file or folder")

    def test_text_that_cannot_be_read(self):
        os.symlink("loop.txt", self.folder / "loop.txt")
        self.before = self.names()
        self.build_fails("-O", "o.xml", "loop.txt", status=3, error="loop.txt")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_text_without_permission(self):
        (self.folder / "t.txt").chmod(0)
        self.build_fails("-O", "o.xml", "t.txt", status=3, error="t.txt: can't open: Permission denied")

    def test_text_that_is_not_utf8(self):
        (self.folder / "l.txt").write_bytes(b"One line.\nS\xe9l\xe9ka came.\n")
        self.before = self.names()
        self.build_fails("-O", "o.xml", "l.txt", status=3, error="l.txt:2:2: is not UTF-8: byte e9",
                         hint="if it is of Western Europe's Windows, --encoding windows-1252 reads it")

    def test_bad_text_among_good_ones_is_left_out(self):
        (self.folder / "l.txt").write_bytes(b"S\xe9l\xe9ka")
        done = self.run_program("build", "-O", "o.xml", "l.txt", "t.txt", "-o", "g.json", status=6)
        self.assertIn("left out: l.txt:1:2: is not UTF-8", done.err)
        self.assertEqual((self.folder / "g.json").read_bytes(), self.old)

    def test_binary_files_and_stray_zeros(self):
        (self.folder / "b.txt").write_bytes(b"\0\1\2" * 100)
        (self.folder / "z.txt").write_bytes(b"MONUSCO in the DRC went on\0 and on.\n")
        done = self.run_program("link", "-O", "o.xml", "b.txt", "z.txt", status=6)
        self.assertIn("left out: b.txt: looks like a binary file", done.err)
        self.assertEqual([json.loads(line)["entry"] for line in done.out.splitlines()], ["monusco", "drc"])

    def test_line_of_100_megabytes(self):
        with open(self.folder / "long.txt", "wb") as out:
            for _ in range(100):
                out.write(b"MONUSCO" + b" went on and on" * 69905 + b" ")  # 1 MiB
        done = self.run_program("link", "-O", "o.xml", "long.txt", "-o", "m.jsonl")
        with open(self.folder / "m.jsonl", "rb") as mentions:
            self.assertEqual(sum(1 for _ in mentions), 100)
        self.assertEqual(done.err, "")

    def test_endless_pipes_and_devices(self):
        with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as yes:
            done = subprocess.run([os.environ["CROSSROADS_PROGRAM"], "read", "--max-bytes", "1M", "-"],
                                  stdin=yes.stdout, capture_output=True, timeout=20, check=False)
            yes.kill()
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.stderr.decode().splitlines()[0],
                         "crossroads: error: standard input: is larger than --max-bytes 1048576")
        done = self.run_program("read", "/dev/zero", status=3)
        self.assert_one_error(done, "/dev/zero: looks like a binary file")
        (self.folder / "large.txt").write_bytes(b"a" * 3000)
        done = self.run_program("read", "--max-bytes", "2K", "large.txt", "t.txt", status=6)
        self.assertIn("left out: large.txt: is larger than --max-bytes 2048", done.err)

    def test_pipe_whose_writer_stops(self):
        os.mkfifo(self.folder / "pipe.txt")
        with subprocess.Popen(["sh", "-c", "printf 'MONUSCO in' > pipe.txt"], cwd=self.folder):
            out = self.run_program("link", "-O", "o.xml", "pipe.txt").out
        self.assertEqual(json.loads(out)["document"], "pipe.txt")

    def test_bad_line_of_json_lines_is_left_out(self):
        (self.folder / "c.jsonl").write_text('{"id":"a","text":"The DRC."}\n{"id":\n{"text":"M23."}\n')
        done = self.run_program("link", "-O", "o.xml", "c.jsonl", status=6)
        self.assertEqual([json.loads(line)["document"] for line in done.out.splitlines()], ["c.jsonl/a", "c.jsonl/3"])
        self.assertIn("left out: c.jsonl:2:7: ill-formed JSON: the text ends too early", done.err)

    def test_corpus_json_with_mistakes(self):
        (self.folder / "corpus.json").write_text('{"texts": {"t.txt": {"titel": "T"},\n "u.txt": {}}}')
        done = self.run_program("read", "t.txt", status=3)
        self.assertIn("corpus.json:1:22: error: there is no 'titel' here; did you mean 'title'?", done.err)
        self.assertIn("corpus.json:2:2: warning: there is no 'u.txt' below this folder", done.err)
        self.assertIn("crossroads: error: what is said of the texts has 1 error\n", done.err)

    def test_texts_that_are_kept_do_not_become_texts(self):
        corpus = self.folder / "corpus"
        corpus.mkdir()
        (corpus / "a.txt").write_text("M23.")
        done = self.run_program("build", "-O", "o.xml", "corpus", "-o", "h.json", "--keep-text", "corpus/kept", status=2)
        self.assert_one_error(done, "--keep-text corpus/kept: lies within the corpus (corpus)",
                              "name a folder outside it")

    def test_texts_that_are_kept_keep_off_the_inputs(self):
        html = "<!DOCTYPE html><html><body><p>M23 in DRC.</p></body></html>"
        (self.folder / "corp" / "sub").mkdir(parents=True)
        (self.folder / "corp" / "sub" / "a.html").write_text(html)
        (self.folder / "corp" / "sub" / "a.html.txt").write_text("Mine.")
        for texts in (("corp/sub/*",), ("corp/sub/a.html", "corp/sub/a.html.txt")):
            done = self.run_program("build", "-O", "o.xml", *texts, "-o", "h.json", "--keep-text", "corp/sub", status=2)
            self.assert_one_error(done, "corp/sub/a.html.txt has another use, and would be overwritten", "name another folder")
        self.assertEqual((self.folder / "corp" / "sub" / "a.html.txt").read_text(), "Mine.")
        self.assertFalse((self.folder / "h.json").exists())
        build = [os.environ["CROSSROADS_PROGRAM"], "build", "-O", self.folder / "o.xml", "-o", self.folder / "h.json"]
        for where, texts, kept, status in (("corp/sub", "..", "kept", 2), ("corp", ".", "../kept", 0)):
            done = subprocess.run([*build, texts, "--keep-text", kept], cwd=self.folder / where, capture_output=True,
                                  text=True, check=False)
            self.assertEqual(done.returncode, status, done.stderr)
        self.assertIn("M23", (self.folder / "kept" / "sub" / "a.html.txt").read_text())

    def test_ids_that_no_file_can_have_cost_no_graph(self):
        lines = [{"id": "a" * 300, "text": "M23 in DRC."}, {"id": "a", "text": "M23."}, {"id": "a.txt/b", "text": "M23."}]
        (self.folder / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        done = self.run_program("build", "-O", "o.xml", "c.jsonl", "-o", "h.json", "--keep-text", "kept")
        self.assertIn("kept: 3 converted texts kept", done.err)
        (self.folder / "file").write_text("")
        (self.folder / "h.json").unlink()
        done = self.run_program("build", "-O", "o.xml", "c.jsonl", "-o", "h.json", "--keep-text", "file", status=4)
        self.assertIn("is a file, where a folder is needed", done.err)
        self.assertTrue((self.folder / "h.json").exists())

    def test_all_problems_are_named(self):
        done = self.run_program("read", "no1.txt", "no2.txt", "no3.txt", status=3)
        self.assertEqual(done.err.splitlines(),
                         ["crossroads: left out: no2.txt: there is no such file or folder",
                          "crossroads: left out: no3.txt: there is no such file or folder",
                          "crossroads: error: no1.txt: there is no such file or folder"])

    def test_names_do_not_drive_the_terminal(self):
        (self.folder / "corpus.json").write_text(json.dumps({"texts": {"a\x1b[2J\nb.txt": {"c\x1b]0;\nd": 1}}}))
        done = self.run_program("read", "t.txt", status=3)
        (self.folder / "corpus.json").unlink()
        more = self.run_program("read", "e\x1b]0;x\x07\nf.txt", status=3)
        self.assert_one_error(more, "e ]0;x  f.txt: there is no such file or folder")
        option = self.run_program("read", "--no\n\x1b[2J", status=2)
        self.assert_one_error(option, "")
        (self.folder / "t.xml").write_text(
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Words<note n="1&#10;&#9;2">A note.</note>'
            ' go on.</p></body></text></TEI>')
        out = self.run_program("read", "t.xml").out
        for text in (done.err, more.err, option.err, out):
            self.assertNotRegex(text, "[\x00-\x09\x0b-\x1f\x7f-\x9f]")
        self.assertIn("1 2\n", out)

    def test_build_that_finds_nothing_says_so(self):
        (self.folder / "n.txt").write_text("Nobody is named here.")
        done = self.run_program("build", "-O", "o.xml", "n.txt", "-o", "h.json")
        self.assertIn("crossroads: hint: no text names an entry of the ontology\n", done.err)
        self.assertNotIn("hint", self.run_program("build", "-O", "o.xml", "t.txt", "-o", "h.json").err)

    def test_ontology_without_entries(self):
        (self.folder / "e.xml").write_text("<ontology/>")
        self.before = self.names()
        self.build_fails("-O", "e.xml", "t.txt", status=3, error="e.xml: the ontology has no entry")
        self.run_program("check", "e.xml", status=1)

    def test_ontology_of_no_bytes(self):
        (self.folder / "e.xml").write_text("")
        done = self.run_program("build", "-O", "e.xml", "t.txt", "-o", "g.json", status=3)
        self.assertIn("e.xml:1:1: error:", done.err)
        self.run_program("check", "e.xml", status=3)

    def test_folder_without_ontology(self):
        (self.folder / "empty").mkdir()
        self.before = self.names()
        self.build_fails("-O", "empty", "t.txt", status=3, error="empty: holds no ontology")

    def test_ontology_with_errors_lists_them_all(self):
        (self.folder / "e.xml").write_text(ONTOLOGY.replace('to="m23"', 'to="m24"').replace('kind="place"><', 'kind="plac"><'))
        done = self.run_program("build", "-O", "e.xml", "t.txt", "-o", "g.json", status=3)
        self.assertIn("there is no entry 'm24'; did you mean 'm23'?", done.err)
        self.assertIn("there is no kind 'plac'; did you mean 'place'?", done.err)
        self.assert_untouched_but("e.xml")

    def assert_untouched_but(self, name):
        self.before = sorted([*self.before, name])
        self.assert_untouched()

    def test_truncated_graph(self):
        for size in (0, 1, len(self.old) // 2, len(self.old) - 3):
            (self.folder / "cut.json").write_bytes(self.old[:size])
            done = self.run_program("links", "cut.json", "--from", "mission", "--to", "place", status=3)
            self.assert_one_error(done, "cut.json:")
            self.assertIn("ill-formed JSON: the text ends too early", done.err)

    def test_graph_of_another_kind(self):
        (self.folder / "other.json").write_text('{"nodes": [], "edges": []}')
        done = self.run_program("show", "other.json", "x", status=3)
        self.assert_one_error(done, "other.json: is not a Crossroads graph", "'crossroads build' makes one")

    def test_folder_in_place_of_a_file(self):
        (self.folder / "d").mkdir()
        done = self.run_program("build", "-O", "o.xml", "t.txt", "-o", "d", status=4)
        self.assert_one_error(done, "d: is a folder, where a file is needed")
        done = self.run_program("show", "d", "x", status=3)
        self.assert_one_error(done, "d: is a folder, where a file is needed")

    def test_output_in_no_folder(self):
        done = self.run_program("build", "-O", "o.xml", "t.txt", "-o", "no/g.json", status=4)
        self.assert_one_error(done, "no/g.json: can't write: No such file or directory",
                              "the folder that it should go into does not exist")

    def test_disk_that_is_full(self):
        for command in (("build", "-O", "o.xml", "t.txt", "-o", "g.json"),
                        ("link", "-O", "o.xml", "t.txt", "-o", "g.json"),
                        ("export", "g.json", "-o", "g.json"),
                        ("map", "g.json", "-o", "g.svg")):
            done = self.run_program(*command, status=4, preexec_fn=limit_file_size)
            self.assert_one_error(done, "can't write: File too large")
            self.assert_untouched()

    @unittest.skipUnless(os.geteuid() == 0, "mounting takes root")
    def test_disk_that_is_really_full(self):
        small = self.folder / "small"
        small.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "none", small], check=False).returncode:
            self.skipTest("no mount here")
        try:
            (small / "g.json").write_bytes(b"old")
            done = self.run_program("build", "-O", "o.xml", "t.txt", "-o", "small/g.json", status=4)
            self.assert_one_error(done, "small/g.json: can't write: No space left on device")
            self.assertEqual((small / "g.json").read_bytes(), b"old")
            self.assertEqual(os.listdir(small), ["g.json"])
        finally:
            subprocess.run(["umount", small], check=True)

    def test_standard_output_that_is_full(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([os.environ["CROSSROADS_PROGRAM"], "link", "-O", "o.xml", "t.txt"],
                                  cwd=self.folder, stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 4)
        self.assertEqual(done.stderr.decode().splitlines()[0],
                         "crossroads: error: standard output: can't write: No space left on device")

    def test_output_that_is_an_input(self):
        ontology = (self.folder / "o.xml").read_bytes()
        os.symlink("t.txt", self.folder / "alias.txt")
        for command in ("build", "link"):
            for output in ("o.xml", "t.txt", "alias.txt", "./o.xml"):
                done = self.run_program(command, "-O", "o.xml", "t.txt", "-o", output, status=2)
                self.assert_one_error(done, "is an input, and would be overwritten",
                                      "name another file with -o")
        self.assertEqual((self.folder / "o.xml").read_bytes(), ontology)

    def test_output_behind_a_link_keeps_link_and_permissions(self):
        (self.folder / "real.json").write_bytes(b"old")
        (self.folder / "real.json").chmod(0o600)
        os.symlink("real.json", self.folder / "link.json")
        self.build(output="link.json")
        self.assertTrue((self.folder / "link.json").is_symlink())
        self.assertEqual((self.folder / "real.json").read_bytes(), self.old)
        self.assertEqual((self.folder / "real.json").stat().st_mode & 0o777, 0o600)

    @unittest.skipUnless(shutil.which("pandoc"), "pandoc is not installed")
    def test_parent_that_ignores_the_ends_of_programs(self):
        (self.folder / "t.html").write_text("<!DOCTYPE html><p>M23 came.")
        ignore = lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        done = self.run_program("link", "-O", "o.xml", "t.html", preexec_fn=ignore)
        self.assertEqual(json.loads(done.out)["entry"], "m23")

    def test_corpus_json_that_cannot_be_looked_at(self):
        os.symlink("corpus.json", self.folder / "corpus.json")
        done = self.run_program("read", "t.txt", status=3)
        self.assert_one_error(done, "corpus.json: can't look at it: Too many levels of symbolic links")

    def test_output_that_cannot_be_looked_at(self):
        os.symlink("loop", self.folder / "loop")
        done = self.run_program("link", "-O", "o.xml", "t.txt", "-o", "loop", status=4)
        self.assert_one_error(done, "loop: can't look at it: Too many levels of symbolic links")

    def test_standard_input_for_two(self):
        done = self.run_program("link", "-O", "-", "-", stdin=b"x", status=2)
        self.assert_one_error(done, "standard input (-) can be read only once")

    def test_command_that_does_not_exist(self):
        done = self.run_program("biuld", "-O", "o.xml", status=2)
        self.assert_one_error(done, "there is no command 'biuld'; did you mean 'build'?",
                              "'crossroads --help' lists the commands")

    def test_command_lines_that_are_wrong(self):
        for arguments in ((), ("nothing",), ("build",), ("links", "g.json"), ("path", "g.json", "m23"),
                          ("export", "g.json", "-o", "g.xyz"), ("map", "g.json", "-o", "g.bmp"),
                          ("links", "g.json", "--from", "misson", "--to", "place"),
                          ("show", "g.json", "M24"), ("read",), ("read", "t.txt", "--encoding", "none-1"),
                          ("read", "t.txt", "--max-bytes", "3X"), ("link", "-O", "o.xml"),
                          ("build", "-O", "o.xml", "t.txt", "-o", "g.json", "--window", "page")):
            done = self.run_program(*arguments, status=2)
            self.assert_one_error(done, "")
            self.assertEqual(done.out, "")
        self.assertIn("did you mean 'mission'?",
                      self.run_program("links", "g.json", "--from", "misson", "--to", "place", status=2).err)
        self.assert_untouched()


if __name__ == "__main__":
    main()
