// Type parameters: inference, constraints, instances.
package main

type Number interface{ ~int | ~float64 }
type List[E any] struct{ items []E }

func sum[N Number](list ...N) (total N) {
	for _, n := range list {
		total += n
	}
	return
}

func zero[Z any]() (z Z) { return }

func main() {
	_ = sum("a")     // ERROR "string does not satisfy Number"
	_ = zero()       // ERROR "in call to zero, cannot infer Z"
	_ = sum(1, "a")  // ERROR "mismatched types untyped int and untyped string|cannot infer"
	var _ List       // ERROR "cannot use generic type List\[E any\] without instantiation"
	_ = sum[int, int] // ERROR "got 2 type arguments but want 1"
}
