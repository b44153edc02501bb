// The sender counts its window from the last message it sent again, not from the oldest without acknowledgement.
//
//chancheck:want property next-base <= 2
package main

import "math/rand"

// The window of the sender, and how far the receiver is.
var base, next, delivered int

//chancheck:invariant next-base <= 2
//chancheck:invariant delivered <= next

const window, messages = 2, 3

func lost() bool { return rand.Intn(2) == 0 }

// receiver delivers what it waits for and acknowledges all up to there.
func receiver(in <-chan int, acks chan<- int) {
	expected := 0
	for n := range in {
		if n == expected {
			delivered++
			expected++
		}
		acks <- expected
	}
	close(acks)
}

func main() {
	link, acks := make(chan int), make(chan int)
	go receiver(link, acks)
	for base < messages {
		if next < messages {
			next++
			if !lost() {
				link <- next - 1
				base = max(base, <-acks)
			}
		} else {
			next = base // timeout: go back
		}
	}
	close(link)
	<-acks
}
