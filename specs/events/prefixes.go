// os.Exit ends a word as a prefix.
package main

import "os"

//chancheck:protocol pair = open shut

func main() {
	do() //chancheck:event open
	if len(os.Args) > 0 {
		os.Exit(0)
	}
	do() //chancheck:event shut
}

func do() {}
