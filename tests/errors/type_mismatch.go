// Types that do not fit: operators, assignments, calls, constants.
package main

type I interface{ M() }
type T struct{ a int }

func f(a, b int) int { return a + b }

func main() {
	var x int = 1
	var s string = "s"
	_ = x + s      // ERROR "invalid operation: x \+ s \(mismatched types int and string\)"
	s = x          // ERROR "cannot use x \(variable of type int\) as string value in assignment"
	var i I = T{}  // ERROR "T does not implement I \(missing method M\)"
	_ = i.(T)      // ERROR "impossible type assertion"
	a, b := f(1, 2) // ERROR "assignment mismatch: 2 variables but f returns 1 value"
	_, _ = a, b
	_ = f(1)         // ERROR "not enough arguments in call to f"
	var n int8 = 300 // ERROR "cannot use 300 \(untyped int constant\) as int8 value in variable declaration \(overflows\)"
	_ = n
	_ = T{}.b // ERROR "T\{\}.b undefined \(type T has no field or method b\)"
	undefined() // ERROR "undefined: undefined"
}
