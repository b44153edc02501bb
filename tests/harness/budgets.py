#!/usr/bin/env python3
"""What a check does within its budgets and beyond them, and where it looks for a first finding.

    python3 tests/harness/budgets.py
"""

import json
import pathlib
import resource
import subprocess
import sys

import common

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))
import problems  # noqa: E402

# Many states, none of them bad. What they hold tells the orders apart.
WIDE = """package main

import "sync"

func main() {
	var mu sync.Mutex
	var done sync.WaitGroup
	log := [9]byte{}
	n := 0
	for g := 0; g < 3; g++ {
		done.Add(1)
		go func() {
			defer done.Done()
			for i := 0; i < 3; i++ {
				mu.Lock()
				log[n] = byte(g)
				n++
				mu.Unlock()
			}
		}()
	}
	done.Wait()
	_ = log
}
"""
# Never comes to an end, and its states grow.
GROWS = """package main

func main() {
	c := make(chan []int)
	go func() {
		var seen []int
		for {
			select {
			case c <- seen:
			default:
			}
			seen = append(seen, len(seen))
		}
	}()
	for {
		<-c
	}
}
"""


# Persistent sets follow the ticker alone for a while; nobody waits for ever.
TICKS = """package main

import (
	"sync"
	"time"
)

func main() {
	tick := time.NewTicker(time.Second)
	go func() {
		for range tick.C {
		}
	}()
	var mu sync.Mutex
	var done sync.WaitGroup
	n := 0
	for g := 0; g < 5; g++ {
		done.Add(1)
		go func() {
			defer done.Done()
			for i := 0; i < 3; i++ {
				mu.Lock()
				n++
				mu.Unlock()
			}
		}()
	}
	done.Wait()
}
"""
# Long loops beside a long array that only the first of them changes.
ARRAY = """package main

func main() {
	var squares [1 << 16]int
	for i := range squares {
		squares[i] = i * i
	}
	sum := 0
	for i := 0; i < 1000000; i++ {
		sum += i & 3
	}
	println(squares[3], sum)
}
"""


def deep_deadlock():
    """The benchmark's: the last of many rounds takes two locks in the other order."""
    problem = problems.read("deep_deadlock")
    problem.sizes["here"] = {"N": 3, "K": 30}
    return problem.source("here")[0]


def main():
    report = common.Report("budgets")
    with common.temporary_folder() as temporary:
        folder = pathlib.Path(temporary)
        for name, text in (("deep.go", deep_deadlock()), ("wide.go", WIDE), ("grows.go", GROWS), ("ticks.go", TICKS), ("array.go", ARRAY)):
            (folder / name).write_text(text)

        def expect(what, holds, got=""):
            if holds:
                report.ok()
            else:
                report.fail(what, str(got)[:2000])

        def check(*flags):
            done = subprocess.run([str(common.CHANCHECK), "check", "--format", "json", "--stats", *flags], cwd=folder,
                                  capture_output=True, text=True)
            try:
                return done.returncode, json.loads(done.stdout)["programs"][0]
            except (ValueError, LookupError):
                return done.returncode, {"findings": [], "stats": {}, "incomplete": done.stdout + done.stderr, "states": 0}

        def peak(*flags):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            code, result = check(*flags)
            return code, result, max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, before) * 1024

        # A whole search finds the same wherever it looks first.
        found = {}
        for order in ("bfs", "dfs", "guided"):
            code, result = check("--order", order, "deep.go")
            stats = result["stats"]
            found[order] = [code, result["states"], result["transitions"], result["findings"]]
            expect(f"--order {order}: finds it", code == 1 and len(result["findings"]) == 1, result)
            expect(f"--order {order}: says when", 0 < stats.get("first_finding_seconds", 0) <= stats.get("seconds", 0), stats)
        expect("the same whatever the order", found["bfs"] == found["dfs"] == found["guided"], found)
        shortest = len(found["bfs"][3][0]["schedule"])

        # Who was left out when the budget was spent is not stuck.
        for states in (10, 200, 1600, 3200, 6400):
            code, result = check("--max-states", str(states), "--jobs", "1", "ticks.go")
            expect(f"cut at {states} states: incomplete, and nobody hangs", code == 3 and not result["findings"], result)

        code, result = check("--max-memory", "300M", "--jobs", "1", "array.go")
        expect("a long array is not kept anew at each step of a loop", code == 0, result)

        # One that is not whole finds more by looking ahead.
        few = ("--max-states", "9000", "deep.go")
        code, result = check("--order", "bfs", *few)
        expect("breadth first alone does not come to it", code == 3 and not result["findings"], result)
        for order in ("dfs", "guided"):
            code, result = check("--order", order, *few)
            expect(f"--order {order} finds it within 9,000 states", code == 1 and result["findings"], result)
            if not result["findings"]:
                continue
            finding = result["findings"][0]
            expect(f"--order {order}: not called complete", not result["complete"] and "max-states" in result["incomplete"], result)
            expect(f"--order {order}: no shorter than the shortest", len(finding["schedule"]) >= shortest, finding)
            again = subprocess.run([str(common.CHANCHECK), "replay", finding["trace"], "deep.go"], cwd=folder, capture_output=True)
            expect(f"--order {order}: its schedule leads there", again.returncode == 0, again)

        # Beyond the budget states are known by their hash.
        code, result = check("--order", "bfs", "--approximate", "24", *few)
        expect("--approximate finds it", code == 1 and result["findings"], result)
        if result["findings"]:
            again = subprocess.run([str(common.CHANCHECK), "replay", result["findings"][0]["trace"], "deep.go"], cwd=folder,
                                   capture_output=True)
            expect("--approximate: its schedule leads there", again.returncode == 0, again)
        plain = ("--chains", "off", "--jobs", "1", "wide.go")
        code, whole = check(*plain)
        expect("the wide one passes", code == 0 and whole["states"] > 10_000, whole)
        code, result = check("--max-states", "2000", "--approximate", "26", *plain)
        seen = result["states"] + result["stats"].get("hashed_states", 0)
        expect("with many bits all states are seen", seen == whole["states"], (seen, whole["states"]))
        expect("and yet that is no pass", code == 3 and result["verdict"] == "incomplete", result)
        expect("it says what was probably covered", result["incomplete"].startswith("probable coverage 99.9"), result["incomplete"])
        code, result = check("--max-states", "2000", "--approximate", "12", *plain)
        seen = result["states"] + result["stats"].get("hashed_states", 0)
        expect("with few bits not all are seen", code == 3 and seen < whole["states"] / 2, seen)
        words = result["incomplete"].split()
        part = float(words[2]) if result["incomplete"].startswith("probable coverage") else 100
        expect("and it says so", part < 80, result["incomplete"])
        code, result = check("--max-states", "2000", "--approximate", "26", "--max-memory", "10MB", *plain)
        expect("bits that do not fit: error", code == 2 and "approximate" in result["incomplete"], result)

        # The memory that was given is kept to.
        limit = 150_000_000
        code, result, bytes_ = peak("--max-memory", str(limit), "--jobs", "1", "--timeout", "60s", "grows.go")
        expect("what grows is incomplete", code == 3 and "max-memory" in result.get("incomplete", ""), result)
        expect("within a tenth of the memory", bytes_ <= limit * 1.1, bytes_)
    report.finish()


if __name__ == "__main__":
    main()
