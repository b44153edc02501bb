// Parents cancel their children; values, causes, deadlines in the past, WithoutCancel.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

func main() {
	bg := context.Background()
	fmt.Println(bg.Err(), bg.Done() == nil, bg.Value(key("a")))
	root, cancelRoot := context.WithCancel(context.WithValue(bg, key("a"), 1))
	child, cancelChild := context.WithCancel(context.WithValue(root, key("b"), 2))
	sibling, cancelSibling := context.WithTimeout(root, time.Hour)
	free := context.WithoutCancel(child)
	fmt.Println(child.Value(key("a")), child.Value(key("b")), child.Value("a"), root.Value(key("b")), free.Value(key("a")))
	cancelChild()
	fmt.Println(child.Err(), root.Err(), errors.Is(child.Err(), context.Canceled))
	_, has := sibling.Deadline()
	_, none := child.Deadline()
	fmt.Println(has, none)
	grand, cancelGrand := context.WithCancel(child)
	fmt.Println(grand.Err())
	cancelRoot()
	<-sibling.Done()
	fmt.Println(root.Err(), sibling.Err() != nil, free.Err())
	cancelSibling()
	cancelGrand()

	past, cancelPast := context.WithDeadline(bg, time.Now().Add(-time.Second))
	defer cancelPast()
	fmt.Println(past.Err(), errors.Is(past.Err(), context.DeadlineExceeded), context.Cause(past))
	select {
	case <-past.Done():
		fmt.Println("done")
	default:
		fmt.Println("never")
	}

	c, cancelCause := context.WithCancelCause(bg)
	sub, cancelSub := context.WithCancel(c)
	defer cancelSub()
	cancelCause(errors.New("disk on fire"))
	cancelCause(errors.New("second"))
	fmt.Println(c.Err(), context.Cause(c), context.Cause(sub), sub.Err())
	fmt.Println(context.Cause(bg), context.TODO().Err())
}

// Outcomes:
//	exit 0 "<nil> true <nil>\n1 2 <nil> <nil> 1\ncontext canceled <nil> true\ntrue false\ncontext canceled\ncontext canceled true <nil>\ncontext deadline exceeded true context deadline exceeded\ndone\ncontext canceled disk on fire disk on fire context canceled\n<nil> <nil>\n"
