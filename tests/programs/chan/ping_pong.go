// Strict alternation over one unbuffered channel.
package main

import "fmt"

func main() {
	table := make(chan int)
	done := make(chan bool)
	go func() {
		for v := range table {
			fmt.Print("pong", v, " ")
			table <- v + 1
		}
		close(done)
	}()
	v := 0
	for range 3 {
		fmt.Print("ping", v, " ")
		table <- v
		v = <-table
	}
	close(table)
	<-done
	fmt.Println(v)
}

// Outcomes:
//	exit 0 "ping0 pong0 ping1 pong1 ping2 pong2 3\n"
