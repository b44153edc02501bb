package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(time.Second)
	n := 0 // GROWS "variable n"
	for range t.C {
		n++
		fmt.Println("tick", n)
	}
}
