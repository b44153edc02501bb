// The timer may fire before it is stopped.
package main

import (
	"time"
)

func main() {
	t := time.AfterFunc(1, func() { panic("fired") })
	t.Stop()
}
