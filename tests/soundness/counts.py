"""How many states small problems have, derived by hand, is how many are explored.

    python3 tests/soundness/counts.py

A step goes from one visible operation to the next, so a goroutine that has n of them has n + 1 places, and the last step
ends it. Goroutines of equal content are interchangeable.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

# Name, program, states without persistent sets, states with, and states stored where chains lead past the others: the initial
# state, final ones, and those in which more than one goroutine may go on.
PROBLEMS = [
    # Nothing is visible: main has ended where it began.
    ("nothing", "func main() { x := 1; _ = x }", 1, 1, 1),
    # One goroutine, five operations.
    ("line", "func main() { c := make(chan int, 5); for i := 0; i < 5; i++ { c <- i } }", 6, 6, 2),
    # Each of seven meetings takes both a step on.
    ("meetings", """func main() {
	c := make(chan int)
	go func() { for i := 0; i < 7; i++ { c <- i } }()
	for i := 0; i < 7; i++ { <-c }
}""", 8, 8, 2),
    # Independent lines of 3 and 4 operations: (3 + 1)(4 + 1), or one after the other.
    ("grid", """func main() {
	x, y := make(chan int, 3), make(chan int, 4)
	go func() { for i := 0; i < 4; i++ { y <- i } }()
	for i := 0; i < 3; i++ { x <- i }
}""", 20, 8, 2),
    # Six workers of equal content: how many have sent is all there is to know; the last one has no choice.
    ("fan in", """func main() {
	c := make(chan int)
	for i := 0; i < 6; i++ { go func() { c <- 1 }() }
	for i := 0; i < 6; i++ { <-c }
}""", 7, 7, 6),
    # Before, inside, behind for each of two, but not both inside. Who is first decides all.
    ("mutex", """import "sync"

func main() {
	var m sync.Mutex
	go func() { m.Lock(); m.Unlock() }()
	m.Lock()
	m.Unlock()
}""", 8, 8, 2),
    # A pipeline of buffered channels, one sender and one receiver each, is a Kahn network: one path is enough. Three goroutines
    # with 3 + 1, 2(3 + 1) and 3 + 1 operations: a close is one, as is the receive that sees it.
    ("pipeline", """func main() {
	a, b := make(chan int, 2), make(chan int, 2)
	go func() { for i := 0; i < 3; i++ { a <- i }; close(a) }()
	go func() { for v := range a { b <- v }; close(b) }()
	for range b {}
}""", None, 17, 2),
]


def main():
    report = common.Report("counts")
    with common.temporary_folder() as name:
        for problem, text, without, reduced, stored in PROBLEMS:
            path = pathlib.Path(name) / "main.go"
            path.write_text("package main\n\n" + text + "\n")
            lines = []
            for por, chains, wanted in (("off", "on", without), ("on", "off", reduced), ("on", "on", stored)):
                if wanted is None:
                    continue
                check = common.Check(path, "--por", por, "--chains", chains)
                states = [p.get("states") for p in check.programs]
                if states != [wanted]:
                    lines.append(f"  --por {por} --chains {chains}: {states} states, not {wanted}")
            if lines:
                report.fail(problem, *lines)
            else:
                report.ok()
    report.finish()


main()
