// The vote is looked at and given in two critical sections: a node may vote for both candidates.
//
//chancheck:want property leaders <= 1
package main

import "sync"

const nodes, majority = 3, 2

var (
	mu      sync.Mutex
	leaders int // of the term
)

//chancheck:invariant leaders <= 1

type Node struct {
	mu    sync.Mutex
	voted int // for whom, 0: nobody
}

// Vote grants a vote once in a term.
func (n *Node) Vote(candidate int) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	voted := n.voted
	n.mu.Unlock()
	n.mu.Lock()
	if voted != 0 {
		return voted == candidate
	}
	n.voted = candidate
	return true
}

func candidate(id int, cluster []*Node, done *sync.WaitGroup) {
	defer done.Done()
	votes := 0
	for _, n := range cluster {
		if n.Vote(id) {
			votes++
		}
	}
	if votes >= majority {
		mu.Lock()
		leaders++
		mu.Unlock()
	}
}

func main() {
	cluster := []*Node{{}, {}, {}}
	var done sync.WaitGroup
	for id := 1; id <= 2; id++ {
		done.Add(1)
		go candidate(id, cluster, &done)
	}
	done.Wait()
}
