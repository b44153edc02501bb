//go:build go1.26

package main

//chancheck:want panic same [recovered, repanicked]
func main() {
	defer func() {
		r := recover()
		panic(r)
	}()
	panic("same")
}

// Outcomes:
//	exit 2 "" same [recovered, repanicked]
