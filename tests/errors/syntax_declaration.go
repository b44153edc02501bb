// Declarations that do not parse.
package main

func (t T) generic[P any]() {} // ERROR "method must have no type parameters"

func names(a int, []string) {} // ERROR "missing parameter name"

func types(a int, b) {} // ERROR "missing parameter type"

func dots(a ...int, b int) {} // ERROR "can only use ... with final parameter"

type T struct {
	(U) // ERROR "cannot parenthesize embedded type"
}

type constraint[P any, Q] struct{} // ERROR "missing type constraint"

x := 1 // ERROR "non-declaration statement outside function body"

import "fmt" // ERROR "imports must appear before other declarations"

func main() {}
