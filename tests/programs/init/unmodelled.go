// Package variables of the library whose values are not modelled harm nobody who does not use them.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
)

type point struct {
	X int `json:"x"`
}

func (p point) encode() string {
	b, _ := json.Marshal(p)
	return string(b)
}

var word = regexp.MustCompile("^a+(b|c)$")

func main() {
	ch := make(chan point, 1)
	ch <- point{1}
	p := <-ch
	if p.X > 1 {
		fmt.Println(p.encode())
		os.Exit(1)
	}
	fmt.Println(p, word.MatchString("aac"), word.FindStringSubmatch("ab"))
}

// Outcomes:
//	exit 0 "{1} true [ab b]\n"
