// Settings that change what a program does.
// Harness: no-go real Go takes them

//go:debug panicnil=1 // ERROR "panicnil=1 is not modelled"
//go:debug http2client=0
package main

func main() {}
