// Fan-out, broken: main sends all jobs before it takes a result; with fewer workers than jobs it stands still.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	jobs := make(chan int)
	results := make(chan int)
	for range 2 {
		go func() {
			for j := range jobs {
				results <- j * j
			}
		}()
	}
	for j := 1; j <= 3; j++ {
		jobs <- j
	}
	close(jobs)
	sum := 0
	for range 3 {
		sum += <-results
	}
	fmt.Println(sum)
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
