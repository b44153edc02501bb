// The coordinator forgets a no that a later yes follows.
//
//chancheck:want property [](no -> []!commit)
package main

import (
	"math/rand"
	"sync"
)

//chancheck:ltl [](no -> []!commit)
//chancheck:ltl [](commit -> []!abort) && [](abort -> []!commit)
//chancheck:ltl <>(commit || abort)

func participant(votes chan<- bool, decision <-chan bool, done *sync.WaitGroup) {
	defer done.Done()
	if rand.Intn(2) == 0 {
		votes <- true
	} else {
		votes <- false //chancheck:event no
	}
	if <-decision {
		apply()
	} else {
		undo()
	}
}

func apply() {
	committed() //chancheck:event commit
}

func undo() {
	aborted() //chancheck:event abort
}

func committed() {}
func aborted()   {}

func main() {
	votes, decision := make(chan bool), make(chan bool)
	var done sync.WaitGroup
	for range 2 {
		done.Add(1)
		go participant(votes, decision, &done)
	}
	var all bool
	for range 2 {
		all = <-votes
	}
	for range 2 {
		decision <- all
	}
	done.Wait()
}
