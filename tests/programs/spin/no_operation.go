// A loop without any operation, wherever it is looked at: calls, returns, panics that are caught.

package main

import "context"

func caught() {
	defer func() { recover() }()
	panic("caught")
}

//chancheck:want livelock
func main() {
	for {
		_ = context.Background().Err()
		caught()
	}
}

// Outcomes:
//	hang
