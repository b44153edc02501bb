//go:build go1.26

package main

//chancheck:want fatal go of nil func value
func main() {
	defer func() { recover() }()
	var f func()
	go f()
	select {}
}

// Outcomes:
//	exit 2 "" go of nil func value
