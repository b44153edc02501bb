// Folding goes around each orbit of runes that are the same but for case, also where there are three or four.
package main

import (
	"fmt"
	"regexp"
	"unicode"
)

func main() {
	for _, r := range "kKsSſaAµΜçÇßẞ1世" {
		orbit := []rune{r}
		for f := unicode.SimpleFold(r); f != r && len(orbit) < 6; f = unicode.SimpleFold(f) {
			orbit = append(orbit, f)
		}
		fmt.Printf("%q ", string(orbit))
	}
	sum := uint32(0)
	for r := rune(0); r < 0x600; r++ {
		sum = sum*31 + uint32(unicode.SimpleFold(r))
	}
	fmt.Println(sum, unicode.SimpleFold(-1), unicode.SimpleFold(0x1E9E), unicode.SimpleFold(0xA64A))
	re := regexp.MustCompile(`(?i)5\s*µm`)
	fmt.Println(re.MatchString("5 ΜM"), re.MatchString("5 mm"), regexp.MustCompile(`(?i)k`).MatchString("\u212a"))
}

// Outcomes:
//	exit 0 "\"kKK\" \"KkK\" \"sſS\" \"Ssſ\" \"ſSs\" \"aA\" \"Aa\" \"µΜμ\" \"Μμµ\" \"çÇ\" \"Çç\" \"ßẞ\" \"ẞß\" \"1\" \"世\" 1322088570 -1 223 42571\ntrue false true\n"
