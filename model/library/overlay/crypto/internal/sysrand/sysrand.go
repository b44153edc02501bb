// Package sysrand: a few bytes are any that internal/random chooses; more are others each time, as they are in practice.
package sysrand

import (
	"internal/machine"
	"internal/random"
	"sync/atomic"
)

var reads atomic.Uint64

func Read(b []byte) {
	if len(b) == 1 { // of these rand.Int makes all small numbers
		machine.Sampled("sampled: crypto/rand: a byte is cut to 0 to 14, and 255")
		if b[0] = byte(machine.Choose(16)); b[0] == 15 {
			b[0] = 255
		}
		return
	}
	if len(b) < 8 {
		n := random.Below(1 << (8 * len(b)))
		for i := range b {
			b[i] = byte(n >> (8 * i))
		}
		return
	}
	machine.Sampled("sampled: crypto/rand: of eight bytes and more there is one value for each call")
	n := reads.Add(1)
	for i := range b {
		b[i] = byte(n>>(8*(i%8))) ^ byte(i*73)
	}
}
