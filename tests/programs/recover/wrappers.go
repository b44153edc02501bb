// recover looks through what the compiler puts around a deferred call: promoted methods, interfaces, method values and
// expressions. `defer recover()` itself is called by no deferred function, unless the one that defers it is one.
package main

import "fmt"

type base struct{ name string }

func (b base) rescue()   { fmt.Println(b.name, recover()) }
func (b *base) pointer() { fmt.Println(b.name, "pointer", recover()) }

type outer struct{ *base }
type rescuer interface{ rescue() }
type generic[T any] struct{ v T }

func (g generic[T]) rescue() { fmt.Println(g.v, recover()) }

func try(f func()) {
	defer func() { fmt.Println("left:", recover()) }()
	f()
}

func main() {
	o := outer{&base{"o"}}
	var i rescuer = o
	try(func() { defer o.rescue(); panic("promoted") })
	try(func() { defer o.pointer(); panic("promoted") })
	try(func() { defer i.rescue(); panic("interface") })
	try(func() { f := o.pointer; defer f(); panic("method value") })
	try(func() { f := i.rescue; defer f(); panic("method value of an interface") })
	try(func() { defer outer.rescue(o); panic("method expression") })
	try(func() { defer rescuer.rescue(&o); panic("method expression of an interface") })
	try(func() { var g rescuer = &generic[int]{7}; defer g.rescue(); panic("generic") })
	try(func() { defer func() { i.rescue() }(); panic("called, not deferred") })
	try(func() { defer recover(); panic("no function around") })
	try(func() { defer func() { defer recover() }(); panic("the deferred one") })
	try(func() { defer func() { defer func() { defer recover() }() }(); panic("too deep") })
	try(func() {
		defer func() {
			defer func() { fmt.Println("inner:", recover()) }()
			defer recover()
			panic("second")
		}()
		panic("first")
	})
	try(func() {
		defer func() {
			defer recover()
			defer i.rescue()
			panic("second")
		}()
		panic("first")
	})
}

// Outcomes:
//	exit 0 "o promoted\nleft: <nil>\no pointer promoted\nleft: <nil>\no interface\nleft: <nil>\no pointer method value\nleft: <nil>\no method value of an interface\nleft: <nil>\no method expression\nleft: <nil>\no method expression of an interface\nleft: <nil>\n7 generic\nleft: <nil>\no <nil>\nleft: called, not deferred\nleft: no function around\nleft: <nil>\nleft: too deep\ninner: second\nleft: first\no second\nleft: <nil>\n"
