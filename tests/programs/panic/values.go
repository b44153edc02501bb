// Panics with values of many types, as recover gives them back.

//go:build go1.26

package main

import (
	"errors"
	"fmt"
)

type point struct{ x, y int }
type myErr struct{ code int }

func (e myErr) Error() string { return fmt.Sprint("code ", e.code) }

func catch(f func()) {
	defer func() {
		r := recover()
		_, isErr := r.(error)
		fmt.Printf("%T %v error=%t\n", r, r, isErr)
	}()
	f()
}

func main() {
	catch(func() { panic("text") })
	catch(func() { panic(42) })
	catch(func() { panic(1.5) })
	catch(func() { panic(point{1, 2}) })
	catch(func() { panic(errors.New("plain")) })
	catch(func() { panic(myErr{3}) })
	catch(func() { panic([]int{1, 2}) })
	catch(func() { panic(true) })
	catch(func() { panic('x') })
	catch(func() {})
	var e error
	catch(func() { panic(e) })
}

// Outcomes:
//	exit 0 "string text error=false\nint 42 error=false\nfloat64 1.5 error=false\nmain.point {1 2} error=false\n*errors.errorString plain error=true\nmain.myErr code 3 error=true\n[]int [1 2] error=false\nbool true error=false\nint32 120 error=false\n<nil> <nil> error=false\n*runtime.PanicNilError panic called with nil argument error=true\n"
