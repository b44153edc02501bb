// os.Expand on all kinds of names, and on what is none.
package main

import (
	"fmt"
	"os"
)

func main() {
	quoted := func(s string) string { return "<" + s + ">" }
	for _, s := range []string{"", "$", "$$", "a$b c", "${a}b", "${}x", "${a", "$1a", "${1}a", "${12}", "$-x", "${-", "$a_1-b", "$é", "x$", "${ä}", "$*$#", "{$a}", "a$$b", "$ b"} {
		fmt.Printf("%q ", os.Expand(s, quoted))
	}
	os.Setenv("NAME_OF_MINE", "v")
	fmt.Println(os.ExpandEnv("$NAME_OF_MINE/${NAME_OF_MINE}-$NAME_OF_NOBODY"))
}

// Outcomes:
//	exit 0 "\"\" \"$\" \"<$>\" \"a<b> c\" \"<a>b\" \"x\" \"a\" \"<1>a\" \"<1>a\" \"<12>\" \"<->x\" \"-\" \"<a_1>-b\" \"$é\" \"x$\" \"<ä>\" \"<*><#>\" \"{<a>}\" \"a<$>b\" \"$ b\" v/v-\n"
