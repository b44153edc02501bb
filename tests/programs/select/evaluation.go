// Channel and value expressions are evaluated once, in source order; left sides only if the case is taken.
package main

import "fmt"

func c(name string, ch chan int) chan int { fmt.Print(name, " "); return ch }
func v(n int) int                         { fmt.Print("v", n, " "); return n }

var log = []int{0, 0, 0}

func at(i int) int { fmt.Print("at", i, " "); return i }

func main() {
	a, b := make(chan int, 1), make(chan int)
	select {
	case c("b", b) <- v(1):
	case log[at(0)] = <-c("a", a):
	default:
		fmt.Println("default")
	}
	a <- 7
	select {
	case log[at(1)] = <-c("a", a):
		fmt.Println(log)
	case c("nil", nil) <- v(2):
	}
	close(a)
	var ok bool
	m := map[string]int{"x": 1}
	select {
	case m["x"], ok = <-a:
		fmt.Println(m, ok)
	}
	var p *int
	func() {
		defer func() { fmt.Println("recovered", recover() != nil) }()
		select {
		case *p = <-a:
		}
	}()
	select {
	case x, ok := <-a:
		x, ok = x+5, !ok
		fmt.Println(x, ok)
	}
}

// Outcomes:
//	exit 0 "b v1 a default\na nil v2 at1 [0 7 0]\nmap[x:0] false\nrecovered true\n5 true\n"
