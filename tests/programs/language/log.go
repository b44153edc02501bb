//go:build go1.26

// Harness: no-go real-go calls the file main.go

package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	var b bytes.Buffer
	l := log.New(&b, "pre: ", 0)
	l.Println("a", 1)
	l.Printf("x %d", 2)
	l.Print("no newline")
	l.SetPrefix("new ")
	l.SetFlags(log.Lmsgprefix)
	l.Print("y\n")
	fmt.Print(b.String())
	fmt.Println(l.Prefix(), l.Flags(), log.Flags() == log.LstdFlags)
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	log.Println("std")
	l2 := log.New(os.Stdout, "[f] ", log.Lshortfile)
	l2.Println("here")
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		log.Panicf("bad %d", 3)
	}()
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		l.Panicln("bad", 3)
	}()
	defer fmt.Println("not run")
	log.Fatalf("fatal %v", []int{1})
}

// Outcomes:
//	exit 1 "pre: a 1\npre: x 2\npre: no newline\nnew y\nnew  64 true\nstd\n[f] log.go:29: here\nbad 3\n\"bad 3\"\n\"bad 3\\n\"\nfatal [1]\n"
