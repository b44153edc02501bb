"""The problems: problems/NAME.go and NAME.pml, the same program twice, in three sizes.

The Go file's comments say what must be found in it and how big the sizes are:

    // Bench: pass              or deadlock, or panic
    // Small: N=4 M=2           for each constant of a size its value; in the files as they are, Small
    // Medium: N=8 M=4
    // Large: N=12 M=8

A size is set by replacing the lines `const N = ...` and `#define N ...`.
"""

import dataclasses
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent / "problems"
SIZES = ("small", "medium", "large")
EMPTY_GO = "package main\n\nfunc main() {}\n"
EMPTY_PROMELA = "active proctype main() { skip }\n"


@dataclasses.dataclass
class Problem:
    name: str
    about: str
    expected: str  # pass, deadlock, panic
    sizes: dict    # size -> {constant: value}
    go: str
    promela: str

    def source(self, size):
        """The Go and the Promela program of this size."""
        go, promela = self.go, self.promela
        for constant, value in self.sizes[size].items():
            go = _replace(go, rf"const {constant} = .*", f"const {constant} = {value}", self.name)
            promela = _replace(promela, rf"#define {constant}\s.*", f"#define {constant} {value}", self.name)
        return go, promela

    def parameters(self, size):
        return " ".join(f"{name}={value}" for name, value in self.sizes[size].items())


def _replace(text, pattern, replacement, name):
    result, count = re.subn(rf"^{pattern}$", replacement, text, flags=re.M)
    if count != 1:
        raise ValueError(f"{name}: {count} lines match {pattern}")
    return result


def _header(text, word, name):
    match = re.search(rf"^// {word}: (.*)$", text, re.M)
    if not match:
        raise ValueError(f"{name}.go has no line // {word}: ...")
    return match.group(1).strip()


def read(name):
    go = (FOLDER / f"{name}.go").read_text()
    sizes = {size: dict(pair.split("=") for pair in _header(go, size.capitalize(), name).split())
             for size in SIZES}
    problem = Problem(name, go.splitlines()[0].removeprefix("// "), _header(go, "Bench", name), sizes,
                      go, (FOLDER / f"{name}.pml").read_text())
    if problem.source("small") != (problem.go, problem.promela):
        raise ValueError(f"{name}: the files as they are do not have the size small")
    return problem


def read_all(only=None):
    """All problems, or those whose names contain one of `only`."""
    names = sorted(path.stem for path in FOLDER.glob("*.go"))
    return [read(name) for name in names if not only or any(part in name for part in only)]
