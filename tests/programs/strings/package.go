// The strings package.
package main

import (
	"fmt"
	"strings"
)

func main() {
	s := "the quick brown fox"
	fmt.Println(strings.Contains(s, "quick"), strings.HasPrefix(s, "the"), strings.HasSuffix(s, "ox"), strings.Index(s, "brown"), strings.LastIndex(s, "o"), strings.IndexByte(s, 'q'))
	fmt.Println(strings.Split("a,b,,c", ","), len(strings.Split("a,b,,c", ",")), strings.Fields("  a  b c "))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "-"), strings.Repeat("ab", 3))
	fmt.Println(strings.ToUpper("abc"), strings.ToLower("ABC"), strings.TrimSpace(" \t x \n"), strings.Trim("xxhixx", "x"))
	fmt.Println(strings.TrimPrefix("prefix-x", "prefix-"), strings.TrimSuffix("a.go", ".go"), strings.TrimLeft("aab", "a"), strings.TrimRight("baa", "a"))
	fmt.Println(strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("aaaa", "aa", "c"), strings.Count("cheese", "e"), strings.Count("abc", ""))
	fmt.Println(strings.Cut("key=value=x", "="))
	fmt.Println(strings.Cut("none", "="))
	fmt.Println(strings.SplitN("a b c d", " ", 2), strings.EqualFold("Go", "GO"), strings.Compare("a", "b"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return 'A'
		}
		if r == 'x' {
			return -1
		}
		return r
	}, "banxana"))
	var b strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteString("go")
	b.WriteByte('!')
	b.WriteRune('世')
	fmt.Println(b.String(), b.Len())
	b.Reset()
	fmt.Printf("%q\n", b.String())
	fmt.Println(strings.IndexFunc("abc1", func(r rune) bool { return r >= '0' && r <= '9' }), strings.ContainsRune("abc", 'b'), strings.ContainsAny("abc", "xyzc"), strings.IndexAny("golang", "gn"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>hi</b>"))
}

// Outcomes:
//	exit 0 "true true true 10 17 4\n[a b  c] 4 [a b c]\nx-y-z ababab\nABC abc x hi\nx a b b\nbbaa cc 3 4\nkey value=x true\nnone  false\n[a b c d] true -1\nbAnAnA\n3...2...1...go!世 18\n\"\"\n3 true true 0\n&lt;b&gt;hi&lt;/b&gt;\n"
