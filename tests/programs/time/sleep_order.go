// A longer sleep may end before a shorter one: sleeps have lower bounds only.
package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan bool)
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Print("short ")
		done <- true
	}()
	go func() {
		time.Sleep(2 * time.Millisecond)
		fmt.Print("long ")
		done <- true
	}()
	<-done
	<-done
	fmt.Println()
}

// Outcomes:
//	exit 0 "long short \n"
//	exit 0 "short long \n"
