// NopCloser hides of a reader all but that it can write itself.
package main

import (
	"fmt"
	"io"
	"strings"
)

func main() {
	with := io.NopCloser(strings.NewReader("text"))
	without := io.NopCloser(struct{ io.Reader }{strings.NewReader("text")})
	var out strings.Builder
	to, ok := with.(io.WriterTo)
	if ok {
		fmt.Println(to.WriteTo(&out))
	}
	_, other := without.(io.WriterTo)
	_, seeks := with.(io.Seeker)
	fmt.Println(out.String(), ok, other, seeks, with.Close(), without.Close())
}

// Outcomes:
//	exit 0 "4 <nil>\ntext true false false <nil> <nil>\n"
