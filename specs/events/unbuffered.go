// On an unbuffered channel a send and its receive are one step. In a word the send comes first, in a formula both hold.
package main

//chancheck:protocol handover = (send receive)*
//chancheck:ltl [](send <-> receive)
//chancheck:order receive < sent

func main() {
	c := make(chan int)
	go func() {
		for i := range 2 {
			c <- i     //chancheck:event send
			println(i) //chancheck:event sent
		}
		close(c)
	}()
	for range c { //chancheck:event receive
	}
}
