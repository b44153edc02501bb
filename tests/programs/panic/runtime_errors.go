// The runtime's own panics and their texts.
package main

import (
	"fmt"
	"runtime"
)

type stringer interface{ String() string }
type animal interface{ sound() string }
type dog struct{}

func (dog) sound() string { return "woof" }

type node struct {
	next *node
	v    int
}

func catch(f func()) {
	defer func() {
		r := recover()
		_, ok := r.(runtime.Error)
		fmt.Println(r, ok)
	}()
	f()
}

func main() {
	s := []int{1, 2, 3}
	a := [3]int{}
	str := "abc"
	i, j, zero := 5, -1, 0
	var m map[string]int
	var n *node
	var any1 any = "text"
	var none any
	var an animal
	var fn func(int) int
	catch(func() { _ = s[i] })
	catch(func() { _ = s[j] })
	catch(func() { a[i] = 1 })
	catch(func() { _ = str[i] })
	catch(func() { _ = s[:i] })
	catch(func() { _ = s[i:] })
	catch(func() { _ = str[:i] })
	catch(func() { _ = s[zero:1:zero] })
	catch(func() { i = 2; _ = s[i:1] })
	catch(func() { _ = str[i:1] })
	catch(func() { _ = s[j:] })
	catch(func() { _ = s[0:1:9] })
	catch(func() { _ = 1 / zero })
	catch(func() { _ = 1 % zero })
	catch(func() { m["x"] = 1 })
	catch(func() { _ = n.v })
	catch(func() { n.next = nil })
	catch(func() { _ = any1.(int) })
	catch(func() { _ = none.(int) })
	catch(func() { _ = any1.(stringer) })
	catch(func() { _ = none.(stringer) })
	catch(func() { an.sound() })
	catch(func() { fn(1) })
	catch(func() { _ = make([]int, j) })
	catch(func() { _ = make(chan int, j) })
	catch(func() { _ = 1 << j })
	catch(func() { _ = [4]int(s) })
	catch(func() { _ = map[any]int{any(s): 1} })
	catch(func() { var x, y any = s, s; _ = x == y })
	catch(func() { an = dog{}; _ = an.(interface{ fly() }) })
	catch(func() { var d *dog; an = d; an.sound() })
}

// Outcomes:
//	exit 0 "runtime error: index out of range [5] with length 3 true\nruntime error: index out of range [-1] true\nruntime error: index out of range [5] with length 3 true\nruntime error: index out of range [5] with length 3 true\nruntime error: slice bounds out of range [:5] with capacity 3 true\nruntime error: slice bounds out of range [5:3] true\nruntime error: slice bounds out of range [:5] with length 3 true\nruntime error: slice bounds out of range [:1:0] true\nruntime error: slice bounds out of range [2:1] true\nruntime error: slice bounds out of range [2:1] true\nruntime error: slice bounds out of range [-1:] true\nruntime error: slice bounds out of range [::9] with capacity 3 true\nruntime error: integer divide by zero true\nruntime error: integer divide by zero true\nassignment to entry in nil map true\nruntime error: invalid memory address or nil pointer dereference true\nruntime error: invalid memory address or nil pointer dereference true\ninterface conversion: interface {} is string, not int true\ninterface conversion: interface {} is nil, not int true\ninterface conversion: string is not main.stringer: missing method String true\ninterface conversion: interface is nil, not main.stringer true\nruntime error: invalid memory address or nil pointer dereference true\nruntime error: invalid memory address or nil pointer dereference true\nruntime error: makeslice: len out of range true\nmakechan: size out of range true\nruntime error: negative shift amount true\nruntime error: cannot convert slice with length 3 to array or pointer to array with length 4 true\nruntime error: hash of unhashable type []int true\nruntime error: comparing uncomparable type []int true\ninterface conversion: main.dog is not interface { main.fly() }: missing method fly true\nvalue method main.dog.sound called using nil *dog pointer true\n"
