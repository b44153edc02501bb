// A zone without a name is printed as -0700, hours and minutes.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, offset := range []int{5*3600 + 1800, 2 * 3600, -3*3600 - 1800, 0} {
		t := time.Date(2024, 2, 29, 12, 0, 0, 0, time.FixedZone("", offset))
		fmt.Println(t, "|", t.Format("15:04 MST"))
	}
}

// Outcomes:
//	exit 0 "2024-02-29 12:00:00 +0530 +0530 | 12:00 +0530\n2024-02-29 12:00:00 +0200 +0200 | 12:00 +0200\n2024-02-29 12:00:00 -0330 -0330 | 12:00 -0330\n2024-02-29 12:00:00 +0000 +0000 | 12:00 +0000\n"
