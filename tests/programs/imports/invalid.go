// A type of a package that its model does not declare: its values are no others, but for nil.
package main

import (
	"errors"
	"fmt"
	"net"
)

type wrapped struct {
	net.IP
	mask net.IPMask
}

func is(err error) bool {
	switch err.(type) {
	case nil:
		return false
	case *net.AddrError:
		return true
	}
	_, ok := err.(*net.DNSError)
	return ok
}

func reached(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns)
}

func main() {
	w := wrapped{net.IP{10, 0, 0, 1}, nil}
	fmt.Println(len(w.IP), w.mask == nil, is(nil))
	if len(w.IP) == 3 {
		fmt.Println(reached(nil))
	}
}

// Outcomes:
//	exit 0 "4 true false\n"
