// Deferred calls: last in first out, arguments evaluated at the defer statement, results may be changed.
package main

import "fmt"

func say(s string) string { fmt.Print(s, " "); return s }

func args() {
	x := 1
	defer fmt.Println("deferred", x)
	defer func(v int) { fmt.Println("arg", v, "var", x) }(x)
	x = 2
	fmt.Println("body", x)
}

func loop() {
	for i := range 3 {
		defer fmt.Print(i, " ")
	}
	for _, s := range []string{"a", "b"} {
		defer func() { fmt.Print(s, " ") }()
	}
}

func named() (n int) {
	defer func() { n *= 2 }()
	defer func() { n++ }()
	return 5
}

func unnamed() int {
	n := 5
	defer func() { n = 100 }()
	return n
}

func pointer() *int {
	n := 5
	defer func() { n = 100 }()
	return &n
}

type res struct{ name string }

func (r res) value()    { fmt.Print("value ", r.name, " ") }
func (r *res) pointer() { fmt.Print("pointer ", r.name, " ") }

func receivers() {
	r := res{"first"}
	defer r.value()
	defer r.pointer()
	r.name = "second"
}

func nested() {
	defer func() {
		defer fmt.Print("3 ")
		defer func() {
			defer fmt.Print("2 ")
			fmt.Print("1 ")
		}()
		fmt.Print("0 ")
	}()
	fmt.Print("body ")
}

func conditional(b bool) {
	if b {
		defer fmt.Print("cond ")
	}
	fmt.Print("end ")
}

func chain(s string) func(string) func() {
	fmt.Print("chain", s, " ")
	return func(t string) func() {
		fmt.Print("mid", t, " ")
		return func() { fmt.Print("last", s, t, " ") }
	}
}

func main() {
	args()
	loop()
	fmt.Println()
	fmt.Println(named(), unnamed(), *pointer())
	receivers()
	fmt.Println()
	nested()
	fmt.Println()
	conditional(true)
	conditional(false)
	fmt.Println()
	func() {
		defer chain("A")("B")()
		fmt.Print("work ")
	}()
	fmt.Println()
	func() {
		defer fmt.Println(say("x")+say("y"), "at exit")
		say("between")
	}()
	defer fmt.Println("main's own")
	func() {
		if true {
			return
		}
		defer fmt.Println("never")
	}()
	fmt.Println("leaving")
}

// Outcomes:
//	exit 0 "body 2\narg 1 var 2\ndeferred 1\nb a 2 1 0 \n12 5 100\npointer second value first \nbody 0 1 2 3 \nend cond end \nchainA midB work lastAB \nx y between xy at exit\nleaving\nmain's own\n"
