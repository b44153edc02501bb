"""Random formulas over random programs: chancheck and SPIN come to the same verdict.

    CHANCHECK=build/chancheck python3 tests/soundness/spin.py

SPIN reads the state graph and the formulas as `chancheck graph --format promela` writes them. CHANCHECK_SPIN_PROGRAMS (3) says how
many programs, each with eight formulas, CHANCHECK_SPIN_SEED (1) from which on. Skipped (77) without spin or a C compiler.
"""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

CHANCHECK = os.environ["CHANCHECK"]
FORMULAS = 8


def statement(rng, depth=0):
    """Go statements that use the channels and variables of `program`; no locals."""
    kind = rng.randrange(9 if depth == 0 else 5)
    event = rng.choice(["a", "b", "c"])
    if kind == 0:
        return [f"{rng.choice('xy')}.Store({rng.randrange(2)}) //chancheck:event {event}"]
    if kind == 1:
        return [f"flag.Store({rng.choice(['true', 'false'])})"]
    if kind == 2:
        return [f"note() //chancheck:event {event}"]
    if kind == 3:
        return [f"buffered <- 1 //chancheck:event {event}"]
    if kind == 4:
        return ["<-buffered"]
    if kind == 5:
        return [f"unbuffered <- 1 //chancheck:event {event}"]
    if kind == 6:
        return ["<-unbuffered"]
    if kind == 7:
        lines = ["select {"]
        for case in rng.sample(["case buffered <- 1:", "case <-buffered:", "case <-unbuffered:", "default:"],
                               rng.randint(2, 3)):
            lines += [f"{case} //chancheck:event {event}" if rng.random() < .5 else case]
            lines += statement(rng, 1)
        return lines + ["}"]
    if rng.random() < .5:
        return ["for {"] + statement(rng, 1) + statement(rng, 1) + ["}"]
    return ["mu.Lock()"] + statement(rng, 1)[:1] + ["mu.Unlock()"]


def formula(rng, depth):
    if depth == 0 or rng.random() < .15:
        return rng.choice(["a", "b", "c", "{flag.Load()}", "{x.Load() > y.Load()}"])
    if rng.random() < .55:
        return rng.choice(["!", "[]", "<>", "[]<>", "<>[]"]) + "(" + formula(rng, depth - 1) + ")"
    operator = rng.choice(["&&", "||", "->", "<->", "U", "W", "R"])
    return f"(({formula(rng, depth - 1)}) {operator} ({formula(rng, depth - 1)}))"


def program(rng):
    # All formulas name all atoms, so that each has the same letters.
    all_atoms = " && ".join(f"({a} -> {a})" for a in ["a", "b", "c", "{flag.Load()}", "{x.Load() > y.Load()}"])
    lines = ["package main", 'import "sync"', 'import "sync/atomic"', "var mu sync.Mutex",
             "var x, y atomic.Int32", "var flag atomic.Bool",
             "var buffered, unbuffered = make(chan int, 1), make(chan int)", "func note() {}"]
    lines += [f"//chancheck:ltl {formula(rng, 2)} && {all_atoms}" for _ in range(FORMULAS)]
    goroutines = rng.randint(1, 2)
    for g in range(goroutines):
        lines += [f"func worker{g}() {{"]
        for _ in range(rng.randint(1, 3)):
            lines += statement(rng)
        lines += ["}"]
    lines += ["func main() {", "flag.Store(false) //chancheck:event a", "note() //chancheck:event b",
              "note() //chancheck:event c"]
    lines += [f"go worker{g}()" for g in range(goroutines)]
    for _ in range(rng.randint(1, 3)):
        lines += statement(rng)
    return "\n".join(lines + ["}"]) + "\n"


def ours(file, fairness):
    """The verdict of each formula, or None if the program is of no use here."""
    out = subprocess.run([CHANCHECK, "check", "--format", "json", "--max-states", "400", f"--fairness={fairness}", file],
                         capture_output=True, text=True, check=False)
    report = json.loads(out.stdout)["programs"][0]
    if report["verdict"] == "internal error" or (report["verdict"] == "error" and "errors" in report
                                                 and report["states"] == 0):
        raise AssertionError(f"{file}: {report['errors']}")
    if not report["complete"] or report["states"] < 4:
        return None
    broken = {f["position"]["line"] for f in report["findings"] if f["kind"] == "property"}
    lines = [n for n, line in enumerate(pathlib.Path(file).read_text().splitlines(), 1) if line.startswith("//chancheck:ltl")]
    return [line not in broken for line in lines]


def spin(file, fairness, directory):
    model = subprocess.run([CHANCHECK, "graph", "--format", "promela", "--fairness", fairness, file],
                           capture_output=True, text=True, check=False)
    if model.returncode != 0:
        return None
    pathlib.Path(directory, "model.pml").write_text(model.stdout)
    try:
        made = subprocess.run(["spin", "-a", "model.pml"], cwd=directory, capture_output=True, text=True, check=False,
                              timeout=20)
    except subprocess.TimeoutExpired:  # some formulas are too much for its translation
        return None
    if made.returncode != 0 or not pathlib.Path(directory, "pan.c").exists():
        raise AssertionError(f"{file}: spin: {made.stdout}{made.stderr}")
    subprocess.run(["cc", "-O1", "-w", "-DNOREDUCE", "-DNFAIR=3", "-o", "pan", "pan.c"], cwd=directory, check=True)
    verdicts = []
    for f in range(FORMULAS):
        try:
            run = subprocess.run(["./pan", "-a", "-m1000000", "-N", f"f{f}"], cwd=directory, capture_output=True, text=True,
                                 check=False, timeout=120)
        except subprocess.TimeoutExpired:  # and some products too much for its search
            return None
        if "max search depth too small" in run.stdout or "errors:" not in run.stdout:
            raise AssertionError(f"{file}: pan: {run.stdout[-500:]}{run.stderr}")
        verdicts.append("errors: 0" in run.stdout)
    return verdicts


def main():
    if shutil.which("spin") is None or shutil.which("cc") is None:
        print("no spin or no C compiler")
        return 77
    wanted = int(os.environ.get("CHANCHECK_SPIN_PROGRAMS", "3"))
    seed = int(os.environ.get("CHANCHECK_SPIN_SEED", "1"))
    programs = compared = held = 0
    while programs < wanted:
        rng = random.Random(seed)
        seed += 1
        fairness = rng.choice(["none", "weak", "strong", "strong"])
        with tempfile.TemporaryDirectory() as directory:
            file = os.path.join(directory, "program.go")
            pathlib.Path(file).write_text(program(rng))
            mine = ours(file, fairness)
            theirs = spin(file, fairness, directory) if mine is not None else None
            if theirs is None:
                continue
            programs += 1
            compared += len(mine)
            held += sum(mine)
            if programs % 25 == 0 and programs < wanted:
                print(f"{programs} programs so far", flush=True)
            if mine != theirs:
                print(f"seed {seed - 1}, {fairness} fairness: chancheck {mine}, SPIN {theirs}")
                print(pathlib.Path(file).read_text())
                return 1
    print(f"{compared} formulas on {programs} programs, {held} of them hold: the same verdicts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
