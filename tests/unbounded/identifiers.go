// What crypto/rand gives is another value each time, as it is in practice, and not every one there is.
package main

import (
	"crypto/rand"
	"encoding/hex"
)

func id() string {
	var b [16]byte
	rand.Read(b[:]) // NOTE "sampled"
	return hex.EncodeToString(b[:])
}

func main() {
	ch := make(chan string)
	go func() { ch <- id() }()
	if id() == <-ch {
		panic("the same")
	}
}
