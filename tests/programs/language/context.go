//go:build go1.26

package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type k string

func main() {
	ctx := context.Background()
	fmt.Println(ctx, context.TODO())
	c1, cancel := context.WithCancel(ctx)
	fmt.Println(c1, c1.Err(), context.Cause(c1))
	c2 := context.WithValue(c1, k("key"), "val")
	fmt.Println(c2, c2.Value(k("key")), c2.Value("key"), c2.Value(k("no")))
	c3, cancel3 := context.WithCancelCause(c2)
	cancel3(errors.New("my cause"))
	fmt.Println(c3.Err(), context.Cause(c3), c1.Err())
	cancel3(errors.New("second"))
	fmt.Println(context.Cause(c3))
	cancel()
	<-c2.Done()
	fmt.Println(c2.Err(), context.Cause(c2), errors.Is(c2.Err(), context.Canceled))
	c4, cancel4 := context.WithTimeout(ctx, -1)
	defer cancel4()
	<-c4.Done()
	fmt.Println(c4.Err(), errors.Is(c4.Err(), context.DeadlineExceeded))
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(c4.Err(), &te), te.Timeout())
	c5, cancel5 := context.WithDeadlineCause(ctx, time.Time{}, errors.New("late"))
	defer cancel5()
	fmt.Println(c5.Err(), context.Cause(c5))
	_, ok := ctx.Deadline()
	fmt.Println(ok, ctx.Done() == nil, ctx.Err())
	stop := context.AfterFunc(c3, func() {})
	fmt.Println(stop())
	c6 := context.WithoutCancel(c3)
	fmt.Println(c6.Err(), c6.Value(k("key")), c6)
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(ctx, nil, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(ctx, []int{}, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithCancel(nil)
	}()
	fmt.Println(context.WithValue(ctx, k("a"), 5))
	fmt.Printf("%T %T %v\n", c1, context.Canceled, context.DeadlineExceeded)
}

// Outcomes:
//	exit 0 "context.Background context.TODO\ncontext.Background.WithCancel <nil> <nil>\ncontext.Background.WithCancel.WithValue(main.k, val) val <nil> <nil>\ncontext canceled my cause <nil>\nmy cause\ncontext canceled context canceled true\ncontext deadline exceeded true\ntrue true\ncontext deadline exceeded late\nfalse true <nil>\nfalse\n<nil> val context.Background.WithCancel.WithValue(main.k, val).WithCancel.WithoutCancel\nnil key\nkey is not comparable\ncannot create context from nil parent\ncontext.Background.WithValue(main.k, int)\n*context.cancelCtx *errors.errorString context deadline exceeded\n"
