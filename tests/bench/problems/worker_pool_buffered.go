// W workers take J jobs from a channel with room for B and hand in as many results likewise.
//
// Bench: pass
// Small: W=2 J=3 B=2
// Medium: W=5 J=8 B=3
// Large: W=6 J=7 B=3
package main

const W = 2
const J = 3
const B = 2

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
	jobs := make(chan int, B)
	results := make(chan int, B)
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
