// A context in a struct: its Deadline is the struct's, called on the struct itself.
package main

import (
	"context"
	"fmt"
	"time"
)

type request struct {
	context.Context
	id int
}

func (r *request) limited(d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(r, d)
}

func main() {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	r := &request{ctx, 1}
	d, ok := r.Deadline()
	fmt.Println(ok, d.Before(start.Add(time.Hour)))
	f := r.Deadline
	e, _ := f()
	fmt.Println(e.Equal(d))
	inner, cancelInner := r.limited(time.Minute)
	defer cancelInner()
	fmt.Println(inner.Value(1), r.id)
}

// Outcomes:
//	exit 0 "true false\ntrue\n<nil> 1\n"
