// A worker that survives its panics: recover in a helper for every job.
package main

import (
	"errors"
	"fmt"
)

var errBad = errors.New("bad job")

func safely(job func() int) (n int, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("job: %w", r)
		case string:
			err = errors.New("job said " + r)
		default:
			panic(r)
		}
	}()
	return job(), nil
}

func main() {
	defer func() { fmt.Println("outermost", recover()) }()
	var zero int
	jobs := []func() int{
		func() int { return 1 },
		func() int { panic(errBad) },
		func() int { panic("ouch") },
		func() int { return 1 / zero },
		func() int { return []int{4}[zero] },
		func() int { panic(99) },
		func() int { fmt.Println("never"); return 0 },
	}
	for _, j := range jobs {
		n, err := safely(j)
		fmt.Println(n, err, errors.Is(err, errBad))
	}
}

// Outcomes:
//	exit 0 "1 <nil> false\n0 job: bad job true\n0 job said ouch false\n0 job: runtime error: integer divide by zero false\n4 <nil> false\noutermost 99\n"
