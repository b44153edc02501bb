// The case of letters in Turkish.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

func main() {
	for _, r := range "iIıİaÄ" {
		fmt.Printf("%c%c%c ", unicode.TurkishCase.ToUpper(r), unicode.AzeriCase.ToLower(r), unicode.TurkishCase.ToTitle(r))
	}
	alternate := unicode.SpecialCase{{Lo: 'a', Hi: 'f', Delta: [unicode.MaxCase]rune{unicode.UpperLower, unicode.UpperLower, unicode.UpperLower}}}
	fmt.Println(strings.ToUpperSpecial(unicode.TurkishCase, "dizi"), string(bytes.ToLowerSpecial(unicode.TurkishCase, []byte("DIZI"))),
		strings.ToTitleSpecial(unicode.TurkishCase, "iı"), strings.ToUpperSpecial(alternate, "abcdefgh"), strings.ToLowerSpecial(alternate, "abcdefGH"))
}

// Outcomes:
//	exit 0 "İiİ IıI IıI İiİ AaA ÄäÄ DİZİ dızı İI aacceeGH bbddffgh\n"
