// Durations: arithmetic, comparison, printing.
package main

import (
	"fmt"
	"time"
)

const timeout = 3 * time.Second

func main() {
	d := 1500 * time.Millisecond
	fmt.Println(d, d*2, d/3, d+time.Minute, -d, time.Duration(0), time.Duration(1), 2*time.Hour+3*time.Second)
	fmt.Println(d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds(), time.Duration(90*time.Minute).Hours(), d.Minutes())
	fmt.Println(d > time.Second, timeout-d, timeout/time.Second, int(timeout/time.Millisecond))
	n := 5
	fmt.Println(time.Duration(n)*time.Second, d.Truncate(time.Second), d.Round(time.Second), (-d).Abs())
	fmt.Printf("%v %s %d %T\n", d, d, d, d)
	fmt.Println(time.Duration(1234567), time.Duration(999), 1100*time.Microsecond, d.String() == "1.5s")
	x, err := time.ParseDuration("1h2m3.5s")
	fmt.Println(x, err, max(d, timeout), min(d, timeout))
}

// Outcomes:
//	exit 0 "1.5s 3s 500ms 1m1.5s -1.5s 0s 1ns 2h0m3s\n1.5 1500 1500000 1500000000 1.5 0.025\ntrue 1.5s 3ns 3000\n5s 1s 2s 1.5s\n1.5s 1.5s 1500000000 time.Duration\n1.234567ms 999ns 1.1ms true\n1h2m3.5s <nil> 3s 1.5s\n"
