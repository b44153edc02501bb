// X is the next step that performs an event of the formula or changes one of its expressions; a run that ends repeats its last state.
package main

//chancheck:ltl [](ask -> X answer)
//chancheck:ltl [](answer -> X X !ask) && <>[]!ask
//chancheck:ltl {n == 0} && X ({n == 1} && X {n == 2}) && <>[]{n == 2}

var n int

func main() {
	request, reply := make(chan int), make(chan int, 1)
	go func() {
		for range 3 {
			other()
		}
		<-request
		reply <- 1 //chancheck:event answer
	}()
	n = 1
	request <- 1 //chancheck:event ask
	<-reply
	n = 2
}

func other() {}
