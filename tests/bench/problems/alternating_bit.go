// The alternating bit protocol: M messages over two lossy links with room for B packets.
//
// Bench: pass
// Small: M=3 B=1
// Medium: M=200 B=8
// Large: M=250 B=30
package main

import "math/rand"

const M = 3
const B = 1

type packet struct {
	bit    bool
	number int
}

// transmit may lose what it is given, and does if the link is full.
func transmit[T any](link chan<- T, value T) {
	if rand.Intn(2) == 0 {
		return
	}
	select {
	case link <- value:
	default:
	}
}

func send(packets chan<- packet, acks <-chan bool) {
	bit := false
	for i := 0; i < M; i++ {
		for acknowledged := false; !acknowledged; {
			transmit(packets, packet{bit, i})
			select {
			case ack := <-acks:
				acknowledged = ack == bit
			default: // the timer may be that fast
			}
		}
		bit = !bit
	}
	close(packets)
}

func main() {
	packets := make(chan packet, B)
	acks := make(chan bool, B)
	go send(packets, acks)
	expected, bit := 0, false
	for p := range packets {
		if p.bit == bit {
			if p.number != expected {
				panic("a message is lost, doubled or out of order")
			}
			expected++
			bit = !bit
		}
		transmit(acks, p.bit)
	}
	if expected != M {
		panic("a message is missing")
	}
}
