//go:build go1.26

package main

import (
	"errors"
	"fmt"
)

type T struct{ a [3]int }

func try(f func()) {
	defer func() {
		r := recover()
		var e error
		if re, ok := r.(error); ok {
			e = re
		}
		fmt.Println(r, e != nil, errors.Unwrap(e))
	}()
	f()
}
func idx() int { return 7 }

func main() {
	s := []int{1, 2, 3}
	a := [3]int{}
	pa := &a
	var np *[3]int
	var ns []int
	str := "hello"
	n, neg := idx(), -idx()
	var u8 uint8 = 200
	var u64 uint64 = 1 << 63
	for _, f := range []func(){
		func() { s[n]++ }, func() { a[n] = 1 }, func() { pa[neg]++ }, func() { np[1] = 2 }, func() { _ = np[n] }, func() { ns[0] = 1 },
		func() { _ = str[n] }, func() { _ = str[2:n] }, func() { _ = str[n:] }, func() { _ = str[neg:] }, func() { _ = s[n:2] }, func() { _ = s[3 : 2+n-7] },
		func() { _ = s[u8] }, func() { _ = s[1:2:n] }, func() { _ = s[1:n:3] }, func() { _ = s[n:2:3] },
		func() { _ = a[n:] }, func() { _ = pa[:n] }, func() { _ = np[:]; fmt.Println("nil slice ok") }, func() { _ = np[:1] }, func() {
			for i := range np {
				_ = np[i]
			}
		},
		func() {
			for _, v := range np {
				_ = v
			}
		}, func() { _ = [2]int(s[:1]) }, func() { _ = (*[4]int)(s) }, func() { x := (*[0]int)(ns); fmt.Println(x == nil) },
		func() { _ = make([]int, 1, n-8+1-1) }, func() { _ = make([]int, u64) }, func() { _ = make([]byte, 1<<62+n) }, func() { _ = make(map[int]int, neg); fmt.Println("map ok") }, func() { _ = make(chan int, neg) }, func() { _ = make(chan [1 << 10]int, 1<<60) },
		func() { var m map[string]map[string]int; m["a"]["b"] = 1 }, func() { var p *T; p.a[1]++ }, func() { var p **T; _ = (*p).a }, func() { var f func(int) int; f(1) }, func() { var e error; e.Error() },
		func() { panic(fmt.Sprintf("%d", n)) }, func() { panic(errors.New("err")) }, func() { panic(nil) }, func() { var e error; panic(e) }, func() { _ = any(s).([]string) }, func() { _ = any(nil).(error) }, func() { var e error = errors.New("x"); _ = e.(fmt.Stringer) }, func() { _ = any(T{}).(*T) }, func() { _ = any(3).(float64) }, func() { x := 0; _ = n / x }, func() { x := 0.0; fmt.Println(1 / x) }, func() { var x int8 = -128; y := int8(-1); fmt.Println(x / y) }, func() { _ = 1 << neg }, func() { var x uint8; _ = 5 % x }, func() { copy(s[n:], s) }, func() { _ = append(s[:n], 1) }, func() { _ = append(s[:2:2], 1)[3] }, func() { clear(np[:]) },
	} {
		try(f)
	}
}

// Outcomes:
//	exit 0 "runtime error: index out of range [7] with length 3 true <nil>\nruntime error: index out of range [7] with length 3 true <nil>\nruntime error: index out of range [-7] true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: index out of range [0] with length 0 true <nil>\nruntime error: index out of range [7] with length 5 true <nil>\nruntime error: slice bounds out of range [:7] with length 5 true <nil>\nruntime error: slice bounds out of range [7:5] true <nil>\nruntime error: slice bounds out of range [-7:] true <nil>\nruntime error: slice bounds out of range [7:2] true <nil>\nruntime error: slice bounds out of range [3:2] true <nil>\nruntime error: index out of range [200] with length 3 true <nil>\nruntime error: slice bounds out of range [::7] with capacity 3 true <nil>\nruntime error: slice bounds out of range [:7:3] true <nil>\nruntime error: slice bounds out of range [7:2:] true <nil>\nruntime error: slice bounds out of range [7:3] true <nil>\nruntime error: slice bounds out of range [:7] with length 3 true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: cannot convert slice with length 1 to array or pointer to array with length 2 true <nil>\nruntime error: cannot convert slice with length 3 to array or pointer to array with length 4 true <nil>\ntrue\n<nil> false <nil>\nruntime error: makeslice: cap out of range true <nil>\nruntime error: makeslice: len out of range true <nil>\nruntime error: makeslice: len out of range true <nil>\nmap ok\n<nil> false <nil>\nmakechan: size out of range true <nil>\nmakechan: size out of range true <nil>\nassignment to entry in nil map true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\n7 false <nil>\nerr true <nil>\npanic called with nil argument true <nil>\npanic called with nil argument true <nil>\ninterface conversion: interface {} is []int, not []string true <nil>\ninterface conversion: interface is nil, not error true <nil>\ninterface conversion: *errors.errorString is not fmt.Stringer: missing method String true <nil>\ninterface conversion: interface {} is main.T, not *main.T true <nil>\ninterface conversion: interface {} is int, not float64 true <nil>\nruntime error: integer divide by zero true <nil>\n+Inf\n<nil> false <nil>\n-128\n<nil> false <nil>\nruntime error: negative shift amount true <nil>\nruntime error: integer divide by zero true <nil>\nruntime error: slice bounds out of range [7:3] true <nil>\nruntime error: slice bounds out of range [:7] with capacity 3 true <nil>\nruntime error: index out of range [3] with length 3 true <nil>\nruntime error: invalid memory address or nil pointer dereference true <nil>\n"
