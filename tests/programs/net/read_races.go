// What a Read puts into its buffer is a write like any other.

package main

import "net"

//chancheck:want race
func main() {
	a, b := net.Pipe()
	buffer := make([]byte, 1)
	done := make(chan bool)
	go func() {
		b.Read(buffer)
		done <- true
	}()
	go a.Write([]byte("x"))
	buffer[0] = 1
	<-done
}

// Outcomes:
//	exit 0 ""
