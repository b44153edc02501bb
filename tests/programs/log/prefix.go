// The prefix is one of the logger: who sets it and then prints may print under another's.
package main

import (
	"bytes"
	"fmt"
	"log"
	"sync"
)

func main() {
	var b bytes.Buffer
	log.SetFlags(0)
	log.SetOutput(&b)
	var wg sync.WaitGroup
	for _, p := range []string{"a:", "b:"} {
		wg.Go(func() {
			log.SetPrefix(p)
			log.Print("x")
		})
	}
	wg.Wait()
	fmt.Printf("%q\n", b.String())
}

// Outcomes:
//	exit 0 "\"a:x\\na:x\\n\"\n"
//	exit 0 "\"a:x\\nb:x\\n\"\n"
//	exit 0 "\"b:x\\na:x\\n\"\n"
//	exit 0 "\"b:x\\nb:x\\n\"\n"
