// Section 2.3: the article's range over a closed channel emits one zero value before it ends. It emits nothing.
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	close(ch)
	n := 0
	for v := range ch {
		fmt.Println("value", v)
		n++
	}
	fmt.Println(n)

	ch = make(chan int, 2)
	ch <- 5
	ch <- 0
	close(ch)
	for v := range ch {
		fmt.Println("value", v)
		n++
	}
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "0\nvalue 5\nvalue 0\n2\n"
