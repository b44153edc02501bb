// Generic helpers over channels.
package main

import "fmt"

func Send[T any](vs ...T) <-chan T {
	ch := make(chan T)
	go func() {
		defer close(ch)
		for _, v := range vs {
			ch <- v
		}
	}()
	return ch
}

func Map[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func Collect[T any](in <-chan T) (r []T) {
	for v := range in {
		r = append(r, v)
	}
	return
}

type Future[T any] struct {
	done chan struct{}
	v    T
}

func Go[T any](f func() T) *Future[T] {
	p := &Future[T]{done: make(chan struct{})}
	go func() {
		p.v = f()
		close(p.done)
	}()
	return p
}

func (p *Future[T]) Get() T {
	<-p.done
	return p.v
}

func main() {
	fmt.Println(Collect(Map(Send(1, 2, 3), func(i int) string { return fmt.Sprint("<", i, ">") })))
	f := Go(func() []int { return []int{4} })
	fmt.Println(f.Get(), f.Get())
}

// Outcomes:
//	exit 0 "[<1> <2> <3>]\n[4] [4]\n"
