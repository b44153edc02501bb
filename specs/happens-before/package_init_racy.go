// Not the goroutines that it starts.
//
//chancheck:want race
//chancheck:want fatal concurrent map
package main

import "time"

var table = make(map[string]int)

func init() {
	go func() { table["a"] = 1 }()
}

func main() {
	println(table["a"])
	time.Sleep(20 * time.Millisecond)
}
