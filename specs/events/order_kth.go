// The k-th write before the k-th read; without the answer the second write may come while the first is read.
package main

//chancheck:order write < read
//chancheck:order write* < end

var shared int

func main() {
	request, answer := make(chan bool), make(chan bool)
	go func() {
		for range 2 {
			shared++ //chancheck:event write
			request <- true
			<-answer
		}
		close(request)
	}()
	for range request {
		println(shared) //chancheck:event read
		answer <- true
	}
	println(shared) //chancheck:event end
}
