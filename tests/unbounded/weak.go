// Whether what only weak pointers lead to is collected is not explored.
package main

import (
	"fmt"
	"weak"
)

type page struct{ text string }

func main() {
	p := &page{"hello"}
	w, same := weak.Make(p), weak.Make(p)
	var none *page
	if w != same || weak.Make(none).Value() != nil {
		panic("two pointers for one")
	}
	if q := w.Value(); q != nil { // NOTE "weak"
		fmt.Println(q.text)
	}
}
