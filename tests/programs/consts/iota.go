// Constants: iota in every form, untyped arithmetic of any size, typed constants, shifts, runes.
package main

import "fmt"

const (
	a = iota
	b
	_
	d
)
const (
	kb = 1 << (10 * (iota + 1))
	mb
	gb
)
const (
	x, y = iota, iota * 10
	x1, y1
	skip = "text"
	same
	z = iota
)

type weekday int

const (
	mon weekday = iota + 1
	tue
	wed
)

func (d weekday) String() string { return [...]string{"?", "Mon", "Tue", "Wed"}[d] }

type flags uint8

const (
	read flags = 1 << iota
	write
	exec
	all = read | write | exec
)
const huge = 1 << 100
const third = 1.0 / 3
const long = huge >> 98
const (
	c0 = len("héllo")
	c1 = 'a' + 1
	c2 = "s" + "t"
	c3 = 5 / 2
	c4 = 5.0 / 2
	c5 = 7 % 3
	c6 = -7 / 2
	c7 = 1<<3 | 1&^1 ^ 2
	c8 = !true || 1 < 2
)

func main() {
	fmt.Println(a, b, d, kb, mb, gb)
	fmt.Println(x, y, x1, y1, skip, same, z)
	fmt.Println(mon, tue, wed, wed-mon, int(wed))
	fmt.Println(read, write, exec, all, all&^write, write|1)
	fmt.Println(long, huge/(huge-1), third*3 == 1, huge>>99)
	fmt.Println(c0, c1, string(rune(c1)), c2, c3, c4, c5, c6, c7, c8)
	var f float64 = 1 << 3
	var i8 int8 = 'a'
	var u = uint32(1<<32 - 1)
	var r = 'x'
	var c = 2 + 3i
	fmt.Println(f, i8, u, r, c, real(c)*imag(c))
	fmt.Printf("%T %T %T %T %T\n", 1, 1.0, 'a', "s", 1i)
	const big = 123456789012345678901234567890
	fmt.Println(big/1000000000000000000000, float64(big))
	s := 3
	var w int64 = 1 << s
	fmt.Println(w, 1<<s == 8, uint8(200)+55-44)
	const local = iota
	fmt.Println(local, 0b101, 0o17, 017, 0x_FF, 1_000, 0x1p-2, 1e3)
	var h = 10 / 4 * 4.0
	fmt.Println(h, 10/4.0*4)
	fmt.Println(^0, -5%3, 5%-3, ^uint8(5), 6&^3)
	var d time = 3 * second
	fmt.Println(d, d/second, int64(d))
}

type time int64

const second time = 1000

// Outcomes:
//	exit 0 "0 1 3 1024 1048576 1073741824\n0 0 1 10 text text 4\nMon Tue Wed Tue 3\n1 2 4 7 5 3\n4 1 true 2\n6 98 b st 2 2.5 1 -3 10 true\n8 97 4294967295 120 (2+3i) 6\nint float64 int32 string complex128\n123456789 1.2345678901234568e+29\n8 true 211\n0 5 15 15 255 1000 0.25 1000\n8 10\n-1 -2 2 250 4\n3000 3 3000\n"
