# SPDX-License-Identifier: Apache-2.0
"""The man page and the completions list every command and option, and their readers take them."""

import re
import shutil
import subprocess
import unittest

from program import ProgramTest, main

# What reads each form and prints nothing where all is well, as far as it is here.
READERS = {
    "man": [["mandoc", "-T", "lint", "-W", "error"], ["groff", "-ww", "-man", "-Tutf8", "-z"]],
    "bash": [["bash", "-n"]], "zsh": [["zsh", "-n"]], "fish": [["fish", "--no-execute"]]}


class Describe(ProgramTest):
    def setUp(self):
        super().setUp()
        self.forms = {form: self.run_program("describe", form).out for form in READERS}

    def commands(self):
        listed = self.run_program("--help").out.split("Subcommands:\n")[1].split("\n\n")[0]
        names = re.findall(r"^  ([a-z]+) ", listed, re.M)
        self.assertGreater(len(names), 5)
        return names

    def options(self, *command):
        return set(re.findall(r"^  .*?(--[a-z-]+)", self.run_program(*command, "--help").out.split("Example")[0], re.M))

    def test_every_command_has_an_example(self):
        for command in [*self.commands(), "describe"]:
            self.assertRegex(self.run_program(command, "--help").out, "Examples?:\n  crossroads " + command)

    def test_every_command_and_option_is_there(self):
        man, bash, zsh, fish = (self.forms[form] for form in ("man", "bash", "zsh", "fish"))
        man = man.replace("\\-", "-")
        for command in self.commands():
            page = re.search(rf"^\.SS {command}\n(.*?)(?=^\.S[HS])", man, re.M | re.S)[1]
            words = re.search(rf"^ +{command}\) words='(.*)'", bash, re.M)[1].split()
            case = re.search(rf"^    {command}\)\n(.*?);;", zsh, re.M | re.S)[1]
            lines = "".join(re.findall(rf"^.*from {command}'.*\n", fish, re.M))
            for option in self.options(command):
                self.assertIn(f"\\fB{option}\\fR", page)
                self.assertIn(option, words)
                self.assertRegex(case, rf"'\*?{option}\[")
                self.assertIn(f" -l {option[2:]} ", lines)
            self.assertIn(f"    '{command}:", zsh)
            self.assertIn(f" -a {command} ", fish)
            self.assertRegex(bash, rf"words='[a-z ]*\b{command}\b.* --version'")

    def test_hidden_commands_are_left_out(self):
        for form, text in self.forms.items():
            self.assertNotIn("Write this program", text, form)

    def test_readers(self):
        for form, readers in READERS.items():
            path = self.folder / form
            path.write_text(self.forms[form], encoding="utf-8")
            for reader in readers:
                if shutil.which(reader[0]):
                    done = subprocess.run([*reader, path], capture_output=True, timeout=60, check=False)
                    self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""), reader)

    def test_bash_completes(self):
        (self.folder / "crossroads").write_text(self.forms["bash"])
        for words, expected in (("crossroads ma", ["map"]), ("crossroads map --fo", ["--focus"]),
                                ("crossroads map x", [])):
            typed = words.split()
            script = f'. ./crossroads; COMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; _crossroads; echo "${{COMPREPLY[@]}}"'
            out = subprocess.run(["bash", "-c", script], cwd=self.folder, capture_output=True, check=True).stdout
            self.assertEqual(out.decode().split(), expected)


if __name__ == "__main__":
    main()
