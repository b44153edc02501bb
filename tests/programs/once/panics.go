// A panic in Do counts as done; OnceFunc repeats it; OnceValue and OnceValues keep their results.
package main

import (
	"fmt"
	"sync"
)

func catch(f func()) {
	defer func() { fmt.Print(recover(), " ") }()
	f()
	fmt.Print("ok ")
}

func main() {
	var once sync.Once
	catch(func() { once.Do(func() { panic("first") }) })
	catch(func() { once.Do(func() { fmt.Print("never ") }) })
	fmt.Println()
	n := 0
	f := sync.OnceFunc(func() { n++; panic(fmt.Sprint("run ", n)) })
	catch(f)
	catch(f)
	fmt.Println(n)
	v := sync.OnceValue(func() int { n += 10; return n })
	fmt.Println(v(), v(), n)
	w := sync.OnceValues(func() (int, error) { n++; return n, nil })
	a, err := w()
	b, _ := w()
	fmt.Println(a, b, err)
}

// Outcomes:
//	exit 0 "first ok <nil> \nrun 1 run 1 1\n11 11 11\n12 12 <nil>\n"
