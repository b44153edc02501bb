// Results of an errgroup behind its Wait, the value of a singleflight: nothing races.
//
// Harness: no-go it uses golang.org/x/sync
package main

import (
	"context"
	"fmt"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"
)

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	res := make([]int, 2)
	for i := range res {
		g.Go(func() error {
			res[i] = i
			return ctx.Err()
		})
	}
	err := g.Wait()
	fmt.Println(len(res), err == nil, res[0]+res[1] == 1)
	var sf singleflight.Group
	done := make(chan bool)
	f := func() (any, error) { p := new(int); *p = 1; return p, nil }
	go func() { v, _, _ := sf.Do("k", f); _ = *v.(*int); done <- true }()
	v, _, _ := sf.Do("k", f)
	_ = *v.(*int)
	<-done
}
