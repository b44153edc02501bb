//go:build go1.26

package main

import (
	"fmt"
	"time"
)

func get(n string, c chan int) chan int { fmt.Println("eval", n); return c }
func val(n int) int                     { fmt.Println("val", n); return n }

func main() {
	a, b := make(chan int, 1), make(chan int)
	select {
	case get("a", a) <- val(1):
		fmt.Println("sent")
	case v := <-get("b", b):
		fmt.Println(v)
	}
	var arr [2]int
	i := 0
	select {
	case arr[i] = <-a:
		i++
	default:
	}
	fmt.Println(arr, i)
	var nilc chan int
	select {
	case <-nilc:
	case nilc <- 1:
	default:
		fmt.Println("default")
	}
	close(b)
	m := map[string]int{}
	var ok bool
	select {
	case m["x"], ok = <-b:
		fmt.Println(m, ok)
	}
	select {
	case <-time.After(time.Nanosecond):
		fmt.Println("after")
	}
	done := make(chan struct{})
	res := make(chan string)
	go func() {
		defer close(done)
		for s := range res {
			fmt.Println(s)
		}
	}()
	for _, w := range []string{"x", "y"} {
		select {
		case res <- w:
			if w == "x" {
				continue
			}
			fmt.Println("last")
		case <-done:
		}
	}
	close(res)
	<-done
	x := 3
	var e any
	sw := make(chan any, 1)
	sw <- x
	select {
	case e = <-sw:
		switch e := e.(type) {
		case int:
			fmt.Println(e + 1)
		}
	}
	tick := time.NewTicker(time.Hour)
	tick.Stop()
	select {
	case <-tick.C:
	default:
		fmt.Println("no tick")
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Stop(), t.Stop())
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case b <- 1:
		default:
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		time.NewTicker(0)
	}()
}

// Outcomes:
//	exit 0 "eval a\nval 1\neval b\nsent\n[1 0] 1\ndefault\nmap[x:0] false\nafter\nx\nlast\ny\n4\nno tick\ntrue false true false\nsend on closed channel\nnon-positive interval for NewTicker\n"
//	exit 0 "eval a\nval 1\neval b\nsent\n[1 0] 1\ndefault\nmap[x:0] false\nafter\nx\ny\nlast\n4\nno tick\ntrue false true false\nsend on closed channel\nnon-positive interval for NewTicker\n"
