// A writer that asks for the logger's writer waits for the lock under which it is called.
package main

import (
	"fmt"
	"log"
)

type writer struct{}

func (writer) Write(p []byte) (int, error) {
	fmt.Print(log.Prefix(), log.Writer() != nil)
	return len(p), nil
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	log.SetOutput(writer{})
	log.Print("hello")
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
