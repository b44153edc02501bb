//go:build go1.26

package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func main() {
	s := "héé\xff世界\U0001F600"
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ", r, ";")
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), []rune(s), []byte(s)[:4])
	fmt.Println(string([]rune{104, 0x4e16, -1, 0x110000, 0xd800}), string(rune(65)), s[1:3], s[3] == '\xa9')
	for i := range "ab" {
		fmt.Print(i)
	}
	for range "ab" {
		fmt.Print("x")
	}
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "abca"))
	fmt.Println(strings.Fields("  a b\t\nc "), strings.Split("a,b,,c", ","), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","), len(strings.Split("", ",")), strings.Split("abc", ""))
	fmt.Println(strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexAny("golang", "ny"), strings.IndexFunc("Hello, 世界", func(r rune) bool { return r > 127 }), strings.Count("cheese", "e"), strings.Count("five", ""))
	fmt.Println(strings.Title("hello world"), strings.ToUpper("straße"), strings.ToLower("ÀÉ"), strings.EqualFold("Go", "GO"), strings.TrimLeft("xxabcxx", "x"), strings.TrimSuffix("a.go", ".go"), strings.TrimFunc("123abc456", func(r rune) bool { return r < 'a' }), strings.Trim("  x ", " "))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("aaa", "", "-"), strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "b").Replace("<a>"), strings.Repeat("ab", 3))
	fmt.Println(strings.Cut("k=v=w", "="))
	fmt.Println(strings.CutPrefix("prefix", "pre"))
	fmt.Println(strings.HasPrefix("ab", "a"), strings.Contains("ab", ""), strings.ContainsRune("ab", 'b'), strings.ContainsAny("ab", ""), strings.Compare("a", "b"), strings.Join([]string{"a", "b"}, "-"))
	var b strings.Builder
	b.Grow(10)
	b.WriteString("x")
	b.WriteByte('y')
	b.WriteRune('é')
	fmt.Fprintf(&b, "%03d", 7)
	fmt.Println(b.String(), b.Len())
	b.Reset()
	r := strings.NewReader("hello")
	buf := make([]byte, 3)
	n, err := r.Read(buf)
	fmt.Println(n, err, string(buf[:n]), r.Len())
	n, err = r.Read(buf)
	fmt.Println(n, err)
	n, err = r.Read(buf)
	fmt.Println(n, err)
	for w := range strings.SplitSeq("a-b-c", "-") {
		fmt.Print(w, ".")
	}
	for l := range strings.Lines("a\nb\nc") {
		fmt.Printf("%q", l)
	}
	fmt.Println(strings.ToTitle("abc"), strings.ToValidUTF8("a\xffb", "?"), strings.Index("", ""), strings.LastIndexByte("abcb", 'b'), strings.FieldsFunc("a1b2c", func(r rune) bool { return r < 'a' }))
	bs := []byte("mutable")
	str := string(bs)
	bs[0] = 'M'
	fmt.Println(str, string(bs), str+"!"+string(bs[1:3]))
	func() {
		defer func() { fmt.Println(recover()) }()
		strings.Repeat("x", -1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		c := b
		b.WriteString("zz")
		c = b
		c.WriteString("x")
	}()
	x := "abc"
	y := x
	x += "d"
	fmt.Println(x, y, x > y, `raw\n`+"\t|")
}

// Outcomes:
//	exit 0 "0:h 104;1:é 233;3:é 233;5:� 65533;6:世 19990;9:界 30028;12:😀 128512;16 7 [104 233 233 65533 19990 30028 128512] [104 195 169 195]\nh世��� A é false\n01xxcd\n[a b c] [a b  c] [a b,c] [a, b] 1 [a b c]\n4 3 2 4 7 3 5\nHello World STRAßE àé true abcxx a abc x\noinky oinky oink -a-a-a- &lt;b&gt; ababab\nk v=w true\nfix true\ntrue true true false -1 a-b\nxyé007 7\n3 <nil> hel 2\n2 <nil>\n0 EOF\na.b.c.\"a\\n\"\"b\\n\"\"c\"ABC a?b 0 3 [a b c]\nmutable Mutable mutable!ut\nstrings: negative Repeat count\nstrings: illegal use of non-zero Builder copied by value\nabcd abc true raw\\n\t|\n"
