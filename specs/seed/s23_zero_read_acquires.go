// Section 2.3: the article says that the zero read of a closed channel does not acquire. Close happens
// before it: the plain read, the ok read and the end of a range all see what was written before close.
package main

import "fmt"

func main() {
	ch := make(chan int)
	done := make(chan bool)
	var a, b, c int
	go func() {
		<-ch
		a++
		done <- true
	}()
	go func() {
		if _, ok := <-ch; !ok {
			b++
		}
		done <- true
	}()
	go func() {
		for range ch {
		}
		c++
		done <- true
	}()
	a, b, c = 1, 2, 3
	close(ch)
	<-done
	<-done
	<-done
	fmt.Println(a, b, c)
}

// Outcomes:
//	exit 0 "2 3 4\n"
