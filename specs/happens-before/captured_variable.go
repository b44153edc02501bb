// An argument of the go statement is evaluated by its starter.
package main

func main() {
	err := 0
	done := make(chan bool)
	go func(err int) {
		println(err)
		close(done)
	}(err)
	err = 1
	println(err)
	<-done
}
