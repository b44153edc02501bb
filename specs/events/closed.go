// A receive on a closed channel is an event, the end of a range is none. A name may stand on several lines.
package main

//chancheck:protocol receives = value value empty empty

func main() {
	c := make(chan int, 2)
	c <- 1
	c <- 2
	close(c)
	for range c { //chancheck:event value
	}
	<-c //chancheck:event empty
	<-c //chancheck:event empty
}
