// The environment in one goroutine.
package main

import (
	"fmt"
	"os"
)

func main() {
	os.Clearenv()
	os.Setenv("B", "2")
	os.Setenv("A", "=1")
	os.Setenv("C", "")
	fmt.Println(os.Environ())
	os.Unsetenv("B")
	os.Unsetenv("none")
	os.Setenv("B", "3")
	os.Setenv("A", "0")
	fmt.Println(os.Environ(), os.Getenv("A"))
	fmt.Println(os.LookupEnv("C"))
	fmt.Println(os.LookupEnv("D"))
	fmt.Println(os.Setenv("", "x"), os.Setenv("a=b", "x"), os.Setenv("a", "\x00"))
	os.Clearenv()
	fmt.Println(len(os.Environ()))
}

// Outcomes:
//	exit 0 "[B=2 A==1 C=]\n[A=0 C= B=3] 0\n true\n false\nsetenv: invalid argument setenv: invalid argument setenv: invalid argument\n0\n"
