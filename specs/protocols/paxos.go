// Single-decree Paxos (Lamport 1998): two proposers, three acceptors, links that lose messages.
package main

import (
	"math/rand"
	"sync"
)

type request struct {
	accept  bool
	ballot  int
	value   int
	replies chan reply
}

type reply struct {
	ok       bool
	accepted int // ballot, 0: none
	value    int
}

const majority = 2

var chosen [3]bool // by value

//chancheck:invariant !(chosen[1] && chosen[2])

func acceptor(in <-chan request) {
	promised, accepted, value := 0, 0, 0
	for r := range in {
		ok := r.ballot >= promised
		if ok {
			promised = r.ballot
			if r.accept {
				accepted, value = r.ballot, r.value
			}
		}
		r.replies <- reply{ok, accepted, value}
	}
}

// ask sends to one acceptor; the message may be lost.
func ask(acceptor chan<- request, r request) reply {
	if rand.Intn(2) == 0 {
		return reply{}
	}
	acceptor <- r
	return <-r.replies
}

func proposer(ballot int, acceptors []chan request, done *sync.WaitGroup) {
	defer done.Done()
	replies := make(chan reply)
	promises, value, highest := 0, ballot, 0
	for _, a := range acceptors {
		p := ask(a, request{false, ballot, 0, replies})
		if !p.ok {
			continue
		}
		promises++
		if p.accepted > highest {
			highest, value = p.accepted, p.value
		}
	}
	if promises < majority {
		return
	}
	votes := 0
	for _, a := range acceptors {
		if ask(a, request{true, ballot, value, replies}).ok {
			votes++
		}
	}
	if votes >= majority {
		mu.Lock()
		chosen[value] = true
		mu.Unlock()
	}
}

var mu sync.Mutex

func main() {
	acceptors := make([]chan request, 3)
	for i := range acceptors {
		acceptors[i] = make(chan request)
		go acceptor(acceptors[i])
	}
	var done sync.WaitGroup
	for ballot := 1; ballot <= 2; ballot++ {
		done.Add(1)
		go proposer(ballot, acceptors, &done)
	}
	done.Wait()
	for _, a := range acceptors {
		close(a)
	}
}
