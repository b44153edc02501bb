// Section 2.2: what Go does forbid: closing through a receive-only channel does not compile.
package main

func finish(done <-chan struct{}) {
	close(done) // ERROR "cannot close receive-only channel"
}

func main() {
	done := make(chan struct{})
	finish(done)
}
