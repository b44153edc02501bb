// The prime sieve: a chain of filters that grows by one goroutine with each prime up to N.
//
// Bench: pass
// Small: N=13
// Medium: N=67
// Large: N=83
package main

const N = 13

func sieve(in <-chan int) {
	prime, ok := <-in
	if !ok {
		return
	}
	next := make(chan int)
	go sieve(next)
	for number := range in {
		if number%prime != 0 {
			next <- number
		}
	}
	close(next)
}

func main() {
	numbers := make(chan int)
	go sieve(numbers)
	for i := 2; i <= N; i++ {
		numbers <- i
	}
	close(numbers)
}
