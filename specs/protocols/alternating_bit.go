// The alternating bit protocol (Bartlett, Scantlebury, Wilkinson 1969) over a link that loses messages and acknowledgements.
package main

import "math/rand"

type message struct{ bit, value int }

var sent, delivered int

//chancheck:invariant delivered <= sent && sent <= delivered+1
//chancheck:order send < deliver

const messages, tries = 2, 3

func lost() bool { return rand.Intn(2) == 0 }

func receiver(in <-chan message, acks chan<- int, done chan<- bool) {
	expected := 0
	for m := range in {
		if m.bit == expected {
			delivered++ //chancheck:event deliver
			expected = 1 - expected
		}
		if !lost() {
			select {
			case acks <- m.bit:
			default: // the link holds one acknowledgement
			}
		}
	}
	close(done)
}

// transmit sends until the acknowledgement comes; it gives up after some tries.
func transmit(m message, link chan<- message, acks <-chan int) bool {
	for range tries {
		if !lost() {
			link <- m
		}
		select {
		case bit := <-acks:
			if bit == m.bit {
				return true
			}
		default: // timeout
		}
	}
	return false
}

func main() {
	link, acks, done := make(chan message), make(chan int, 1), make(chan bool)
	go receiver(link, acks, done)
	for i := range messages {
		sent++ //chancheck:event send
		if !transmit(message{i % 2, i}, link, acks) {
			break
		}
	}
	close(link)
	<-done
}
