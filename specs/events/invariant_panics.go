// An expression that panics is a finding.
//
//chancheck:want property panics: runtime error: index out of range
package main

var list = []int{1}

//chancheck:invariant list[0] == 1

func main() {
	list = nil
}
