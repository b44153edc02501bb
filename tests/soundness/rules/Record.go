// Either may print first. Flags: --outcomes
package main

import (
	"os"
)

func main() {
	go func() { os.Stdout.WriteString("a") }()
	os.Stdout.WriteString("b")
}
