// SetOutput and Print are under one lock: the line goes to the one or the other, and nothing races.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"sync"
)

func main() {
	var a, b bytes.Buffer
	l := log.New(&a, "", 0)
	var wg sync.WaitGroup
	wg.Go(func() { l.Print("x") })
	wg.Go(func() {
		l.SetOutput(&b)
		l.SetOutput(io.Discard)
		fmt.Println(l.Writer() == io.Discard)
	})
	wg.Wait()
	fmt.Printf("%q %q\n", a.String(), b.String())
}

// Outcomes:
//	exit 0 "true\n\"\" \"\"\n"
//	exit 0 "true\n\"\" \"x\\n\"\n"
//	exit 0 "true\n\"x\\n\" \"\"\n"
