// What Unquote, QuotedPrefix and ParseComplex take, and what they refuse.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{
		``, `"`, `""`, `''`, "``", `'a'`, `'ab'`, `'a`, `"a"b`, "`a\r\\n`x", `"\'"`, `'\''`, `'"'`, `"\x4"`, `"\x41\101\u00e9"`, `"\ud800"`,
		"\"a\nb\"", "\"\xff\"", "'\xff'", `'\377'`, `'\400'`, `xax`, `"\`, `'é' rest`, `"\q"`,
	} {
		text, err := strconv.Unquote(s)
		prefix, err2 := strconv.QuotedPrefix(s)
		fmt.Printf("%q: %q %v, %q %v\n", s, text, err, prefix, err2)
	}
	for _, s := range []string{
		"1", "i", "2i", "(1+2i)", "1-2i", "1+-2i", "1++2i", "1+NaNi", "1NaNi", "NaN", "Inf-infinityi", "(1", "1e400+1i", "0x1p-2+0x3p1i", "1e+2i", "1e+",
		"1_0+2i", "3+4", "(3i)x", "", "1.5.5i",
	} {
		c, err := strconv.ParseComplex(s, 128)
		fmt.Println(c, err)
	}
	small, err := strconv.ParseComplex("1e39i", 64)
	fmt.Println(small, err)
	fmt.Println(strconv.FormatComplex(complex(1, -0.5), 'g', -1, 128), strconv.FormatComplex(complex(0.1, 2), 'f', 2, 64))
	defer func() { fmt.Println(recover()) }()
	strconv.FormatComplex(1, 'g', -1, 32)
}

// Outcomes:
//	exit 0 "\"\": \"\" invalid syntax, \"\" invalid syntax\n\"\\\"\": \"\" invalid syntax, \"\" invalid syntax\n\"\\\"\\\"\": \"\" <nil>, \"\\\"\\\"\" <nil>\n\"''\": \"\" <nil>, \"''\" <nil>\n\"``\": \"\" <nil>, \"``\" <nil>\n\"'a'\": \"a\" <nil>, \"'a'\" <nil>\n\"'ab'\": \"\" invalid syntax, \"\" invalid syntax\n\"'a\": \"\" invalid syntax, \"\" invalid syntax\n\"\\\"a\\\"b\": \"\" invalid syntax, \"\\\"a\\\"\" <nil>\n\"`a\\r\\\\n`x\": \"\" invalid syntax, \"`a\\r\\\\n`\" <nil>\n\"\\\"\\\\'\\\"\": \"\" invalid syntax, \"\" invalid syntax\n\"'\\\\''\": \"'\" <nil>, \"'\\\\''\" <nil>\n\"'\\\"'\": \"\\\"\" <nil>, \"'\\\"'\" <nil>\n\"\\\"\\\\x4\\\"\": \"\" invalid syntax, \"\" invalid syntax\n\"\\\"\\\\x41\\\\101\\\\u00e9\\\"\": \"AAé\" <nil>, \"\\\"\\\\x41\\\\101\\\\u00e9\\\"\" <nil>\n\"\\\"\\\\ud800\\\"\": \"\" invalid syntax, \"\" invalid syntax\n\"\\\"a\\nb\\\"\": \"\" invalid syntax, \"\" invalid syntax\n\"\\\"\\xff\\\"\": \"�\" <nil>, \"\\\"\\xff\\\"\" <nil>\n\"'\\xff'\": \"�\" <nil>, \"'\\xff'\" <nil>\n\"'\\\\377'\": \"\\xff\" <nil>, \"'\\\\377'\" <nil>\n\"'\\\\400'\": \"\" invalid syntax, \"\" invalid syntax\n\"xax\": \"\" invalid syntax, \"\" invalid syntax\n\"\\\"\\\\\": \"\" invalid syntax, \"\" invalid syntax\n\"'é' rest\": \"\" invalid syntax, \"'é'\" <nil>\n\"\\\"\\\\q\\\"\": \"\" invalid syntax, \"\" invalid syntax\n(1+0i) <nil>\n(0+0i) strconv.ParseComplex: parsing \"i\": invalid syntax\n(0+2i) <nil>\n(1+2i) <nil>\n(1-2i) <nil>\n(1-2i) <nil>\n(0+0i) strconv.ParseComplex: parsing \"1++2i\": invalid syntax\n(1+NaNi) <nil>\n(0+0i) strconv.ParseComplex: parsing \"1NaNi\": invalid syntax\n(NaN+0i) <nil>\n(+Inf-Infi) <nil>\n(0+0i) strconv.ParseComplex: parsing \"(1\": invalid syntax\n(+Inf+1i) strconv.ParseComplex: parsing \"1e400+1i\": value out of range\n(0.25+6i) <nil>\n(0+100i) <nil>\n(0+0i) strconv.ParseComplex: parsing \"1e+\": invalid syntax\n(10+2i) <nil>\n(0+0i) strconv.ParseComplex: parsing \"3+4\": invalid syntax\n(0+0i) strconv.ParseComplex: parsing \"(3i)x\": invalid syntax\n(0+0i) strconv.ParseComplex: parsing \"\": invalid syntax\n(0+0i) strconv.ParseComplex: parsing \"1.5.5i\": invalid syntax\n(0+Infi) strconv.ParseComplex: parsing \"1e39i\": value out of range\n(1-0.5i) (0.10+2.00i)\ninvalid bitSize\n"
