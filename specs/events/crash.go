// A panic ends a word as a prefix, wherever the others are by then.
//
//chancheck:want panic boom
package main

//chancheck:protocol pair = open (other | shut)*
//chancheck:ltl <>open

func main() {
	go do() //chancheck:event open
	panic("boom")
}

func do() {
	note() //chancheck:event other
	note() //chancheck:event shut
}

func note() {}
