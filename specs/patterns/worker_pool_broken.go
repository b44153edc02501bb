// Worker pool, broken: a worker that meets a bad job leaves without a result, and main waits for it.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	jobs := make(chan int)
	results := make(chan int)
	for range 3 {
		go func() {
			for j := range jobs {
				if j == 3 {
					return
				}
				results <- j * 2
			}
		}()
	}
	go func() {
		for j := 1; j <= 5; j++ {
			jobs <- j
		}
		close(jobs)
	}()
	sum := 0
	for range 5 {
		sum += <-results
	}
	fmt.Println(sum)
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
