// fmt prints what it was given by value.
package main

import "fmt"

func main() {
	n := 1
	done := make(chan bool)
	go func() {
		fmt.Println(n)
		close(done)
	}()
	fmt.Println(n)
	<-done
}
