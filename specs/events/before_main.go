// What happens before main's first statement is no event.
package main

//chancheck:protocol one = step
//chancheck:ltl {ready} && <>step

var (
	c     = make(chan int, 2)
	ready bool
)

func step() {
	c <- 1 //chancheck:event step
}

func init() {
	step()
	ready = true
}

func main() {
	step()
}
