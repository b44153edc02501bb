// What code of a library does with its callers' memory and with its own objects is an access like any other.

package main

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"os"
)

func both(f, g func()) {
	done := make(chan bool)
	go func() {
		f()
		done <- true
	}()
	g()
	<-done
}

//chancheck:want race
//chancheck:want fatal concurrent map writes
func main() {
	text := []byte("text")
	both(func() { fmt.Printf("%s", text) }, func() { text[0] = 'T' })
	both(func() { os.Stdout.Write(text) }, func() { text[0] = 'T' })
	n := 0
	both(func() { fmt.Sscan("1", &n) }, func() { n++ })
	list := []any{1, 2}
	both(func() { _ = fmt.Sprint(list...) }, func() { list[1] = 3 })
	sum := fnv.New32a()
	both(func() { sum.Write([]byte("a")) }, func() { sum.Write([]byte("b")) })
	values := url.Values{}
	both(func() { values.Set("a", "1") }, func() { values.Set("b", "2") })
}

// Outcomes:
//	exit 0 "TextText"
//	exit 0 "textText"
//	exit 2 "TextText" concurrent map writes
//	exit 2 "textText" concurrent map writes
