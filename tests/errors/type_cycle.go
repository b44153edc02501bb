// Declarations that need themselves.
package main

type S struct{ s S } // ERROR "invalid recursive type"

var a = b // ERROR "initialization cycle"
var b = f()

func f() int { return a }

type A B // ERROR "invalid recursive type A"
type B A

func main() {}
