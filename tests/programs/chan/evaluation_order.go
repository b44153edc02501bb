// Channel and value are evaluated before the send blocks.
package main

import "fmt"

func get(c chan int) chan int { fmt.Print("channel "); return c }
func val(n int) int           { fmt.Print("value "); return n }

func main() {
	ch := make(chan int, 3)
	get(ch) <- val(1)
	x := 5
	ch <- x
	x = 6
	fmt.Println(<-get(ch), <-ch)
	ch <- 1
	ch <- 2
	ch <- 3
	a := [3]int{}
	i := 0
	i, a[i] = 2, <-ch
	fmt.Println(i, a, <-ch-<-ch)
	m := map[string]int{}
	ch <- 9
	m["k"] = <-ch
	ch <- 1
	v, ok := <-ch
	m["v"], m["ok"] = v, len(m)
	close(ch)
	_, ok = <-ch
	fmt.Println(m, ok)
}

// Outcomes:
//	exit 0 "channel value channel 1 5\n2 [1 0 0] -1\nmap[k:9 ok:1 v:1] false\n"
