// Literals that are none.
package main

var (
	a = 0b12     // ERROR "invalid digit '2' in binary literal"
	b = 089      // ERROR "invalid digit '8' in octal literal"
	c = 1__0     // ERROR "'_' must separate successive digits"
	d = 0x1.5    // ERROR "hexadecimal mantissa requires a 'p' exponent"
	e = 1e       // ERROR "exponent has no digits"
	f = ''       // ERROR "empty rune literal or unescaped '"
	g = 'ab'     // ERROR "more than one character in rune literal"
	h = "\q"     // ERROR "unknown escape"
	i = "\400"   // ERROR "octal escape value 256 > 255"
	j = '\ud800' // ERROR "escape is invalid Unicode code point U.D800"
)

func main() {}
