// Package stack is what there is of a goroutine's stack as text: its first line.
package stack

import "internal/machine"

var last = 1

// Header numbers goroutines as they ask: numbers that nobody asks for would only tell states apart.
func Header() string {
	n := machine.Number()
	if n == 0 {
		last++
		n = last
		machine.SetNumber(n)
	}
	digits := ""
	for ; n > 0; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return "goroutine " + digits + " [running]:\n"
}
