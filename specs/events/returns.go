// A return is an event when its operands have been evaluated: after their calls, before the deferred ones.
package main

//chancheck:protocol returns = operand give deferred got

func operand() int { return 1 }
func note()        {}

func f() int {
	defer note()         //chancheck:event deferred
	n := operand()       //chancheck:event operand
	return n + operand() //chancheck:event give
}

func main() {
	println(f())
	note() //chancheck:event got
}
