// Harness: no-go real-go calls the file main.go
// What is discarded is not formatted. A Stringer may log itself, and may set the prefix: that of its line is known by then.
package main

import (
	"fmt"
	"io"
	"log"
	"os"
)

type named string

func (n named) String() string {
	fmt.Println("String of", string(n))
	log.SetPrefix(string(n) + ": ")
	log.Println("inside")
	return string(n)
}

func main() {
	log.SetFlags(log.Lshortfile)
	log.SetOutput(io.Discard)
	log.Print(named("nobody"))
	log.SetOutput(os.Stdout)
	log.Print(named("one"))
	log.Default().Printf("%v", named("two"))
	log.Output(1, "three")
	log.Print()
	log.New(os.Stdout, "p: ", log.Lmsgprefix|log.Lshortfile).Println("x")
	log.Fatalln(named("four"))
}

// Outcomes:
//	exit 1 "String of one\none: discarded.go:17: inside\ndiscarded.go:26: one\nString of two\ntwo: discarded.go:17: inside\none: discarded.go:27: two\ntwo: discarded.go:28: three\ntwo: discarded.go:29: \ndiscarded.go:30: p: x\nString of four\nfour: discarded.go:17: inside\ntwo: discarded.go:31: four\n"
