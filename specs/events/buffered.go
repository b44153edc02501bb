// A receive that makes room for a waiting send comes first.
package main

//chancheck:protocol room = receive send receive
//chancheck:order receive < send

func main() {
	c := make(chan int, 1)
	c <- 1
	go func() {
		c <- 2 //chancheck:event send
	}()
	<-c //chancheck:event receive
	<-c //chancheck:event receive
}
