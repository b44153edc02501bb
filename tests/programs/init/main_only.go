// Order of package variables that depend on each other through functions, methods and closures.
package main

import "fmt"

type counter struct{ n int }

func (c *counter) next(who string) int {
	c.n++
	fmt.Print(who, c.n, " ")
	return c.n
}

var (
	last   = c.next("last")
	viaFn  = lookup("b")
	table  = map[string]int{"a": c.next("a"), "b": c.next("b")}
	c      = &counter{n: start()}
	first  = c.next("first")
	lazy   = func() int { return later * 2 }
	later  = c.next("later")
	called = lazy()
)

func lookup(k string) int { return table[k] }
func start() int          { fmt.Print("start "); return 10 }

func main() {
	fmt.Println()
	fmt.Println(last, viaFn, table, c.n, first, lazy(), later, called)
}

// Outcomes:
//	exit 0 "start last11 a12 b13 first14 later15 \n11 13 map[a:12 b:13] 15 14 30 15 30\n"
