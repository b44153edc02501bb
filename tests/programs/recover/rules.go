// Recover works only in a function that was deferred by the panicking frame, called directly by it.
package main

import "fmt"

func helper() any { return recover() }

func direct() (r any) {
	defer func() { r = recover() }()
	panic("direct")
}

func indirect() (out string) {
	defer func() {
		if r := recover(); r != nil {
			out += fmt.Sprint("outer got ", r)
		}
	}()
	func() {
		defer func() {
			func() { out += fmt.Sprint("too deep ", recover(), ";") }()
		}()
		panic("indirect")
	}()
	return
}

func viaHelper() (out string) {
	defer func() { out = fmt.Sprint(out, " ", recover()) }()
	defer func() { out = fmt.Sprint("helper ", helper()) }()
	panic("p")
}

func deferredHelper() string {
	defer helper()
	panic("swallowed")
}

func twice() (out string) {
	defer func() { out += fmt.Sprint(" second ", recover()) }()
	defer func() { out += fmt.Sprint("first ", recover()) }()
	panic("once")
}

func replaced() (r any) {
	defer func() { r = recover() }()
	defer func() { panic("newer") }()
	panic("older")
}

func repanic() (r any) {
	defer func() { r = recover() }()
	defer func() {
		v := recover()
		panic(fmt.Sprint("again ", v))
	}()
	panic("x")
}

func afterRecover() (out string) {
	func() {
		defer func() { recover() }()
		panic("inside")
	}()
	return "goes on"
}

func inDeferNested() (out string) {
	defer func() {
		func() {
			defer func() { out += fmt.Sprint("inner ", recover(), ";") }()
			panic("second")
		}()
		out += fmt.Sprint("outer ", recover())
	}()
	panic("first")
}

type guard struct{ log []string }

func (g *guard) done() { g.log = append(g.log, fmt.Sprint("method ", recover())) }

func method() string {
	g := &guard{}
	func() {
		defer g.done()
		panic("m")
	}()
	return fmt.Sprint(g.log)
}

func main() {
	fmt.Println(recover())
	fmt.Println(direct())
	fmt.Println(indirect())
	fmt.Println(viaHelper())
	fmt.Printf("%q\n", deferredHelper())
	fmt.Println(twice())
	fmt.Println(replaced())
	fmt.Println(repanic())
	fmt.Println(afterRecover())
	fmt.Println(inDeferNested())
	fmt.Println(method())
	func() {
		defer fmt.Println("arguments:", recover())
		fmt.Println("no panic here")
	}()
}

// Outcomes:
//	exit 0 "<nil>\ndirect\ntoo deep <nil>;outer got indirect\nhelper <nil> p\n\"\"\nfirst once second <nil>\nnewer\nagain x\ngoes on\ninner second;outer first\n[method m]\nno panic here\narguments: <nil>\n"
