// Working with text: word counts, palindromes, caesar, run lengths, justification, edit distance, roman numbers.
package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

func words(s string) map[string]int {
	m := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		m[w]++
	}
	return m
}

func palindrome(s string) bool {
	var rs []rune
	for _, r := range s {
		if unicode.IsLetter(r) {
			rs = append(rs, unicode.ToLower(r))
		}
	}
	for i, j := 0, len(rs)-1; i < j; i, j = i+1, j-1 {
		if rs[i] != rs[j] {
			return false
		}
	}
	return true
}

func caesar(s string, k int) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+rune(k)+26)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+rune(k)+26)%26
		}
		return r
	}, s)
}

func rle(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		if j-i > 1 {
			fmt.Fprint(&b, j-i)
		}
		b.WriteByte(s[i])
		i = j
	}
	return b.String()
}

func distance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := range len(a) {
		cur := []int{i + 1}
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			cur = append(cur, min(prev[j]+cost, prev[j+1]+1, cur[j]+1))
		}
		prev = cur
	}
	return prev[len(b)]
}

func roman(n int) (s string) {
	for _, d := range []struct {
		v int
		r string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.v; n -= d.v {
			s += d.r
		}
	}
	return
}

func wrap(s string, width int) (lines []string) {
	line := ""
	for _, w := range strings.Fields(s) {
		if line != "" && len(line)+1+len(w) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(lines, line)
}

func main() {
	m := words("The cat and the hat. The end, and THE cat!")
	keys := make([]string, 0)
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return m[keys[i]] > m[keys[j]] || m[keys[i]] == m[keys[j]] && keys[i] < keys[j] })
	for _, k := range keys {
		fmt.Print(k, m[k], " ")
	}
	fmt.Println()
	fmt.Println(palindrome("Was it a car or a cat I saw?"), palindrome("été"), palindrome("no"))
	fmt.Println(caesar("Hello, World", 3), caesar(caesar("abcxyz", 5), -5))
	fmt.Println(rle("aaabccdddd"), rle(""), distance("kitten", "sitting"), roman(1994), roman(49))
	fmt.Printf("%q\n", wrap("the quick brown fox jumps over it", 10))
	r := []rune("añb世c")
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	fmt.Println(string(r), unicode.IsUpper('É'), unicode.IsDigit('7'), unicode.IsSpace('\t'))
}

// Outcomes:
//	exit 0 "the4 and2 cat2 end1 hat1 \ntrue true false\nKhoor, Zruog abcxyz\n3ab2c4d  3 MCMXCIV XLIX\n[\"the quick\" \"brown fox\" \"jumps over\" \"it\"]\nc世bña true true true\n"
