// Since Go 1.22 each turn of a loop has a variable of its own.
package main

func main() {
	done := make(chan bool)
	for i := 0; i < 2; i++ {
		go func() {
			println(i)
			done <- true
		}()
	}
	<-done
	<-done
}
