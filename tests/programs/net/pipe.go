// A net.Pipe is made of channels: nobody at its other end is a deadlock.
package main

import "net"

//chancheck:want deadlock all goroutines are asleep
func main() {
	a, _ := net.Pipe()
	a.Read(make([]byte, 1))
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
