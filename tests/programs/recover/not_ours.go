// Main's recover does not catch the panic of another goroutine.
package main

import "fmt"

//chancheck:want panic elsewhere
func main() {
	defer func() { fmt.Println("main recovered", recover()) }()
	stop := make(chan bool)
	go func() { panic("elsewhere") }()
	<-stop
}

// Outcomes:
//	exit 2 "" elsewhere
