#!/usr/bin/env python3
"""A repository's life with chancheck as its gate: a clean commit, one that adds a deadlock, one that repairs it; baseline,
ignore, --new-from, configuration and cache.

    python3 tests/gate/gate.py
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

try:
    import yaml
except ImportError:
    yaml = None

CLEAN = """package main

import "sync"

type account struct {
	mu      sync.Mutex
	balance int
}

func transfer(from, to *account, n int) {
	from.mu.Lock()
	from.balance -= n
	from.mu.Unlock()
	to.mu.Lock()
	to.balance += n
	to.mu.Unlock()
}

func main() {
	a, b := &account{}, &account{}
	done := make(chan bool)
	go func() {
		transfer(a, b, 1)
		done <- true
	}()
	transfer(b, a, 1)
	<-done
}
"""
BROKEN = CLEAN.replace("	from.balance -= n\n	from.mu.Unlock()\n	to.mu.Lock()\n	to.balance += n\n	to.mu.Unlock()\n",
                       "	defer from.mu.Unlock()\n	to.mu.Lock()\n	defer to.mu.Unlock()\n	from.balance -= n\n	to.balance += n\n")
LINE = BROKEN.splitlines().index("	to.mu.Lock()") + 1
# Some states to explore.
LARGE = """package main

func main() {
	c := make(chan int, 2)
	done := make(chan bool)
	for i := range 6 {
		go func() {
			for j := range 3 {
				c <- i*10 + j
			}
			done <- true
		}()
	}
	go func() {
		for range c {
		}
	}()
	for range 6 {
		<-done
	}
	close(c)
}
"""
TESTS = """package p

import "testing"

func TestA(t *testing.T) {
	c := make(chan int)
	go func() { c <- 1 }()
	<-c
}
"""


def main():
    report = common.Report("gate")

    def expect(name, good, *shown):
        if good:
            report.ok()
        else:
            report.fail(name, *map(str, shown))

    with common.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        environment = dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@example.com",
                           GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a@example.com")

        def git(*arguments):
            return subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout

        def check(*arguments):
            return subprocess.run([common.CHANCHECK, "check", *arguments], cwd=folder, env=environment, capture_output=True,
                                  text=True, stdin=subprocess.DEVNULL)

        def commit(text, message):
            (folder / "bank.go").write_text(text)
            git("add", "-A")
            git("commit", "-qm", message)

        for name in ("one", "two"):
            (folder / name).mkdir()
            (folder / name / "a.go").write_text("package main\n\nfunc main() {}\n")
        listed = check("--list", "one", "two")
        expect("several packages are told apart", listed.stdout == "one main\ntwo main\n", listed)
        listed = check("--list", "one")
        expect("one has its entries only", listed.stdout == "main\n", listed)
        for name in ("one", "two"):
            shutil.rmtree(folder / name)

        git("init", "-q")
        commit(CLEAN, "clean")
        first = check("bank.go")
        expect("clean: 0", first.returncode == 0, first)

        commit(BROKEN, "deadlock")
        second = check("--format", "github", "bank.go")
        expect("deadlock: 1", second.returncode == 1, second)
        places = re.findall(r"^::error file=bank.go,line=(\d+),col=\d+,title=deadlock", second.stdout, re.M)
        lines = {int(p) for p in places} | {int(n) for n in re.findall(r"bank\.go:(\d+)", second.stdout)}
        expect("annotation in the right file", places and LINE in lines, second.stdout)

        new = check("--new-from", "HEAD~1", "bank.go")
        expect("new since the clean commit: 1", new.returncode == 1, new)
        old = check("--new-from", "HEAD", "bank.go")
        expect("not new since HEAD: 0", old.returncode == 0 and "known finding" in old.stdout, old)
        expect("no such revision: 2", check("--new-from", "nonsense", "bank.go").returncode == 2)
        expect("a revision is no flag: 2", check("--new-from", "--output=x", "bank.go").returncode == 2)

        expect("write the baseline: 1", check("--write-baseline", "known.json", "bank.go").returncode == 1)
        known = check("--baseline", "known.json", "bank.go")
        expect("known: 0", known.returncode == 0 and "known finding" in known.stdout, known)
        (folder / "bank.go").write_text(BROKEN.replace("func main", "// More lines.\n\nfunc other() {}\n\nfunc main"))
        moved = check("--baseline", "known.json", "bank.go")
        expect("known after unrelated edits: 0", moved.returncode == 0, moved)
        shown = json.loads(check("--baseline", "known.json", "--format", "json", "bank.go").stdout)["programs"][0]
        expect("known in JSON", [f.get("known") for f in shown["suppressed"]] == [True] and not shown["findings"], shown)
        for name, text in {"no": "no baseline", "old": '{"version": 0}', "other": '{"version": 1, "findings": [1]}'}.items():
            (folder / f"{name}.json").write_text(text)
            expect(f"baseline {name}: 2", check("--baseline", f"{name}.json", "bank.go").returncode == 2)
        expect("baseline that is not there: 2", check("--baseline", "missing.json", "bank.go").returncode == 2)

        positions = json.loads(check("--format", "json", "--exit-zero", "bank.go").stdout)["programs"][0]["findings"]
        line = positions[0]["position"]["line"]
        source = (folder / "bank.go").read_text().splitlines()
        source[line - 1] += " //chancheck:ignore deadlock they are always ordered"
        (folder / "bank.go").write_text("\n".join(source) + "\n")
        ignored = check("bank.go")
        expect("ignored: 0", ignored.returncode == 0 and "ignored finding" in ignored.stdout, ignored)
        (folder / "bank.go").write_text("\n".join(source).replace(" they are always ordered", "") + "\n")
        expect("no reason: 2", check("bank.go").returncode == 2)
        (folder / "bank.go").write_text(CLEAN.replace("	<-done\n", "	<-done //chancheck:ignore leak nothing\n"))
        unused = check("bank.go")
        expect("ignores nothing", "matches no finding" in unused.stdout, unused)

        commit(CLEAN, "repaired")
        last = check("bank.go")
        expect("repaired: 0", last.returncode == 0, last)
        fixed = check("--baseline", "known.json", "bank.go")
        expect("fixed is said", fixed.returncode == 0 and "fixed" in fixed.stderr, fixed)

        # Configuration.
        (folder / ".chancheck.toml").write_text('[check]\nmax-states = 3\n\n[[entry]]\nmatch = "^TestBig"\nmax-states = 5\n')
        expect("configured: 3", check("bank.go").returncode == 3)
        expect("the command line counts more: 0", check("--max-states", "100000", "bank.go").returncode == 0)
        expect("no configuration: 0", check("--config", "none", "bank.go").returncode == 0)
        (folder / ".chancheck.toml").write_text('[[entry]]\nmatch = "^main$"\nmax-states = 2\n')
        expect("budget of an entry: 3", check("bank.go").returncode == 3)
        for text in ["[check]\ntimeout = 1.5\n", "[check]\nnonsense = true\n", "x", "[other]\n", "[[entry]]\ntimeout = \"1s\"\n",
                     "[check]\ntimeout = \"soon\"\n", "[[entry]]\nmatch = \"(\"\n"]:
            (folder / ".chancheck.toml").write_text(text)
            bad = check("bank.go")
            expect(f"bad configuration {text!r}: 2", bad.returncode == 2 and ".chancheck.toml" in bad.stderr, bad)
        (folder / ".chancheck.toml").unlink()

        # The cache: the same answer, and much sooner; another one as soon as what is reached changes.
        (folder / "large.go").write_text(LARGE)

        def timed(*arguments):
            start = time.monotonic()
            done = check("--cache", "kept", *arguments)
            return time.monotonic() - start, done
        slow, one = timed("--format", "json", "large.go")
        fast, two = min((timed("--format", "json", "large.go") for _ in range(3)), key=lambda x: x[0])
        expect("cached: equal", one.stdout == two.stdout and one.returncode == two.returncode, one, two)
        expect("cached: 10 times as fast", slow > 10 * fast, f"{slow:.3f} s and {fast:.3f} s")
        report_time = f"cache: {slow:.2f} s, then {fast:.3f} s"
        timed("bank.go")
        commit(BROKEN, "again")
        expect("changed: not from the cache", timed("bank.go")[1].returncode == 1)
        found = timed("--format", "json", "bank.go")[1]
        again = timed("--format", "json", "bank.go")[1]
        expect("findings from the cache are equal", found.stdout == again.stdout and found.returncode == 1, found, again)
        trace = json.loads(again.stdout)["programs"][0]["findings"][0]["trace"]
        replayed = subprocess.run([common.CHANCHECK, "replay", trace, "bank.go"], cwd=folder, capture_output=True)
        expect("and their traces replay", replayed.returncode == 0, replayed)
        # An entry that does not reach what has changed.
        module = folder / "m"
        module.mkdir()
        (module / "go.mod").write_text("module m\n\ngo 1.22\n")
        (module / "a_test.go").write_text(TESTS)
        check("--cache", "kept2", "./m")
        (module / "b_test.go").write_text(TESTS.replace("TestA", "TestB").replace("c <- 1", "c <- 2"))
        before = len(list((folder / "kept2").iterdir()))
        both = check("--cache", "kept2", "./m")
        after = len(list((folder / "kept2").iterdir()))
        expect("only the new entry is explored", both.returncode == 0 and (before, after) == (1, 2), both, before, after)
        for file in (folder / "kept").iterdir():
            file.write_text("{")
        expect("a broken cache is none", timed("bank.go")[1].returncode == 1)

    with common.temporary_folder() as folder:
        folder = pathlib.Path(folder)
        # The repository gates itself: specs run through the action's own script.
        specs = sorted((common.ROOT / "specs" / "patterns").glob("*.go"))[:8]
        for spec in specs:
            name = str(spec.relative_to(common.ROOT))
            done = subprocess.run(
                ["bash", str(common.ROOT / ".github/action/run")], cwd=common.ROOT, capture_output=True, text=True,
                env=dict(os.environ, CHANCHECK=common.CHANCHECK, CHANCHECK_PATTERNS=name, CHANCHECK_CACHE=str(folder / "cache"),
                         CHANCHECK_SARIF=str(folder / "out.sarif"), GITHUB_STEP_SUMMARY=str(folder / "summary"),
                         GITHUB_OUTPUT=str(folder / "output")))
            expect(f"action: {name}", done.returncode == 0 and json.loads((folder / "out.sarif").read_text())["runs"], done)
        expect("action: summary and output", (folder / "summary").read_text().count("| program |") == len(specs) and
               (folder / "output").read_text() == "exit-code=0\n" * len(specs), (folder / "output").read_text())

        def command(*arguments):
            return subprocess.run([common.CHANCHECK, *arguments], cwd=folder, capture_output=True, text=True)
        for what, file in {"github": ".github/workflows/chancheck.yml", "gitlab": ".gitlab-ci.yml",
                           "pre-commit": ".pre-commit-config.yaml", "config": ".chancheck.toml"}.items():
            first, second = command("init", what), command("init", what)
            text = (folder / file).read_text()
            expect(f"init {what}", first.returncode == 0 and second.returncode == 2 and "chancheck" in text and
                   not re.search(r"(?<!\$)\{[a-z]", text), first, second, text)
        expect("init: nothing else", command("init", "nonsense").returncode == 2)
        (folder / "p.go").write_text("package main\n\nfunc main() {}\n")
        expect("the written configuration is one", command("check", "p.go").returncode == 0)
        bash = folder / "completion.bash"
        bash.write_text(command("completion", "bash").stdout)
        done = subprocess.run(["bash", "-c", f"PATH={pathlib.Path(common.CHANCHECK).parent}:$PATH; source {bash}; COMP_WORDS=(chancheck check --ba); "
                               "COMP_CWORD=2; _chancheck; echo ${COMPREPLY[@]}"], capture_output=True, text=True)
        expect("completion", done.stdout.split() == ["--baseline"], done)
        for words, offered in {"check -o sa": "sarif=", "init ''": "github gitlab pre-commit config", "che": "check",
                               "check --reduction ''": "none por", "explain CC310": "CC3101"}.items():
            done = subprocess.run(["bash", "-c", f"PATH={pathlib.Path(common.CHANCHECK).parent}:$PATH; source {bash}; compopt() {{ :; }}; "
                                   f"COMP_WORDS=(chancheck {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _chancheck; "
                                   "echo ${COMPREPLY[@]}"], capture_output=True, text=True, cwd=folder)
            expect(f"completion of {words}", done.stdout.strip() == offered and not done.stderr, done)
        environment = dict(os.environ, PATH=f"{pathlib.Path(common.CHANCHECK).parent}:{os.environ['PATH']}")

        def shell(name, script):
            """What the shell's own completion offers, or None where there is no such shell."""
            if shutil.which(name) is None:
                return None
            return subprocess.run([name, *(["-f"] if name == "zsh" else []), "-c", script], capture_output=True, text=True, env=environment)
        (folder / "completion.fish").write_text(command("completion", "fish").stdout)
        done = shell("fish", f"source {folder}/completion.fish; complete -C 'chancheck check --ba'; complete -C 'chancheck re'")
        expect("completion in fish", done is None or done.stdout.split() == ["--baseline", "replay"], done)
        (folder / "functions").mkdir()
        (folder / "functions" / "_chancheck").write_text(command("completion", "zsh").stdout)
        done = shell("zsh", f"fpath=({folder}/functions $fpath); autoload -Uz compinit; compinit -u -d {folder}/dump; print ${{_comps[chancheck]}}; "
                            "CURRENT=2; words=(chancheck ''); compadd() { print $@ }; _chancheck")
        expect("completion in zsh", done is None or (done.stdout.startswith("_chancheck\n") and "replay" in done.stdout), done)

        def is_yaml(file):
            return yaml is None or isinstance(yaml.safe_load(file.read_text()), (dict, list))
        for file in [folder / ".github/workflows/chancheck.yml", folder / ".gitlab-ci.yml", folder / ".pre-commit-config.yaml",
                     common.ROOT / ".pre-commit-hooks.yaml", common.ROOT / ".github/action/action.yml"]:
            expect(f"YAML: {file.name}", is_yaml(file))

        page = command("man").stdout
        (folder / "chancheck.1").write_text(page)
        for checker in (["man", "--warnings", "-l", "-Tutf8"], ["groff", "-ww", "-man", "-Tutf8"]):
            if shutil.which(checker[0]) and shutil.which("groff"):
                done = subprocess.run([*checker, str(folder / "chancheck.1")], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                      env=dict(os.environ, LC_ALL="C.UTF-8", MANPAGER="cat"))
                expect(f"manual page: {checker[0]} has no warnings", done.returncode == 0 and not done.stderr, done.stderr)
        expect("manual page", ".SH FLAGS OF check" in page and "baseline" in page and "EXIT STATUS" in page, page[:500])
    report.finish(report_time)


main()
