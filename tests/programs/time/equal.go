// What lies as far from one reading of the clock as another may be the same instant.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(time.Millisecond)
	end := time.Now()
	fmt.Println(start.Equal(end), start.Equal(start), end.Equal(time.Time{}))
	if d := end.Sub(start); start.Add(d).Equal(end) {
		fmt.Println("as far")
	}
}

// Outcomes:
//	exit 0 "false true false\n"
//	exit 0 "false true false\nas far\n"
