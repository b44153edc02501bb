// Function values: in maps, structs, arrays, as results, compared with nil, called at once.
package main

import "fmt"

type op func(a, b int) int

func (o op) twice(a, b int) int { return o(o(a, b), b) }

type button struct {
	label string
	click func(*button) string
}

func pick(which string) op {
	switch which {
	case "+":
		return func(a, b int) int { return a + b }
	case "-":
		return func(a, b int) int { return a - b }
	}
	return nil
}

func multi() (a int, f func() int) {
	f = func() int { return a }
	a = 5
	return a + 1, f
}

func main() {
	ops := map[string]op{"*": func(a, b int) int { return a * b }}
	for _, k := range []string{"+", "-"} {
		ops[k] = pick(k)
	}
	fmt.Println(ops["+"](3, 4), ops["-"](3, 4), ops["*"](3, 4), ops["/"] == nil, len(ops))
	fmt.Println(ops["*"].twice(2, 5), op(func(a, b int) int { return a }).twice(8, 9))

	b := &button{"ok", func(b *button) string { b.label += "!"; return b.label }}
	fmt.Println(b.click(b), b.click(b), b.label)

	table := [...]func() int{func() int { return 0 }, func() int { return 11 }}
	fmt.Println(table[1](), table[0]())

	a, f := multi()
	fmt.Println(a, f())

	n := func() int {
		defer func() { recover() }()
		panic("gone")
	}()
	fmt.Println(n)

	acc := []string{}
	note := func(s string) func() { acc = append(acc, "+"+s); return func() { acc = append(acc, "-"+s) } }
	func() {
		defer note("outer")()
		defer note("inner")()
		acc = append(acc, "body")
	}()
	fmt.Println(acc)
	fmt.Printf("%T %T\n", ops["+"], table[0])
}

// Outcomes:
//	exit 0 "7 -1 12 true 3\n50 8\nok! ok!! ok!!\n11 0\n6 6\n0\n[+outer +inner body -inner -outer]\nmain.op func() int\n"
