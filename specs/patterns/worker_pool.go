// Worker pool: 3 workers, 5 jobs.
package main

import "fmt"

func main() {
	jobs := make(chan int)
	results := make(chan int)
	for range 3 {
		go func() {
			for j := range jobs {
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
//	exit 0 "30\n"
