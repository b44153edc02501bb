// W workers take J jobs from an unbuffered channel and hand in as many results.
//
// Bench: pass
// Small: W=3 J=4
// Medium: W=5 J=7
// Large: W=6 J=8
package main

const W = 3
const J = 4

func worker(jobs <-chan int, results chan<- int) {
	for job := range jobs {
		results <- job
	}
}

func produce(jobs chan<- int) {
	for i := 0; i < J; i++ {
		jobs <- i
	}
	close(jobs)
}

func main() {
	jobs := make(chan int)
	results := make(chan int)
	for i := 0; i < W; i++ {
		go worker(jobs, results)
	}
	go produce(jobs)
	for i := 0; i < J; i++ {
		if result := <-results; result >= J {
			panic("a result of no job")
		}
	}
}
