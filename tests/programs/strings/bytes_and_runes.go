// Strings are bytes; range decodes runes; conversions both ways; comparison; concatenation.
package main

import "fmt"

type name string

func main() {
	s := "héllo, 世界"
	fmt.Println(len(s), len([]rune(s)), len([]byte(s)))
	for i, r := range "aé世\xffz" {
		fmt.Print(i, ":", r, ":", string(r), " ")
	}
	fmt.Println()
	for i := range "né" {
		fmt.Print(i, " ")
	}
	fmt.Println(s[1], s[7:10], s[:1]+s[len(s)-3:])
	b := []byte(s)
	b[0] = 'H'
	fmt.Println(string(b[:3]), s[:1])
	r := []rune("日本語")
	r[1] = '木'
	fmt.Println(string(r), string(r[2:]), r)
	fmt.Println("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z")
	fmt.Println("x"+"y" == "xy", name("n")+"m", string(name("q")))
	fmt.Println(string(rune(65)), string(rune(0x4e16)), string(rune(-1)), string([]rune{0x110000}))
	fmt.Printf("%q %q %x % x %U\n", "tab\t\"q\"\x00", 'x', "hi", "hi", '世')
	fmt.Printf("%q\n", "\a\b\f\n\r\v\\'\u00e9\U0001F600\101\x41")
	raw := `back\slash
newline "quotes"`
	fmt.Println(raw, len(raw))
	var acc string
	for i := range 3 {
		acc += string(rune('a' + i))
		acc = "<" + acc + ">"
	}
	fmt.Println(acc)
	t := s
	s = s[:0]
	fmt.Printf("%q %q\n", s, t[:2])
	fmt.Printf("%v %s %c\n", []byte("ab"), []byte("ab"), []rune("ab"))
	m := map[string]int{}
	for _, w := range []string{"x", "y", "x"} {
		m[w]++
	}
	fmt.Println(m)
	bad := "a\xe4\xb8z"
	for i, r := range bad {
		fmt.Print(i, " ", r, ";")
	}
	fmt.Println([]rune(bad), len(bad))
	switch {
	case "10" < "9":
		fmt.Println("as text")
	}
	const c = "constant"
	fmt.Println(c[2], len(c), c[3:5])
	var bs [3]byte
	copy(bs[:], "xyz")
	fmt.Println(string(bs[:]), bs)
}

// Outcomes:
//	exit 0 "14 9 14\n0:97:a 1:233:é 3:19990:世 6:65533:� 7:122:z \n0 1 195  \xe4\xb8 h界\nHé h\n日木語 語 [26085 26408 35486]\ntrue false true true true true\ntrue nm q\nA 世 � �\n\"tab\\t\\\"q\\\"\\x00\" 'x' 6869 68 69 U+4E16\n\"\\a\\b\\f\\n\\r\\v\\\\'é😀AA\"\nback\\slash\nnewline \"quotes\" 27\n<<<a>b>c>\n\"\" \"h\\xc3\"\n[97 98] ab [a b]\nmap[x:2 y:1]\n0 97;1 65533;2 65533;3 122;[97 65533 65533 122] 4\nas text\n110 8 st\nxyz [120 121 122]\n"
