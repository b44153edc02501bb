//go:build go1.26

package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"", "1", "-1", "+7", "x", "1x", "99999999999999999999", "-9223372036854775808", "9223372036854775808", "0x1f", "1_000", " 1", "०"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
		m, err := strconv.ParseInt(s, 0, 64)
		fmt.Println(m, err)
		u, err := strconv.ParseUint(s, 10, 8)
		fmt.Println(u, err)
	}
	for _, s := range []string{"1", "t", "TRUE", "false", "F", "maybe", ""} {
		fmt.Println(strconv.ParseBool(s))
	}
	for _, s := range []string{"1.5", "1e400", "inf", "-Inf", "nan", "0x1p-2", "1_0.5", "", ".", "1e", "1e-400", "12345678901234567890"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
		g, err := strconv.ParseFloat(s, 32)
		fmt.Println(g, err)
	}
	fmt.Println(strconv.ParseInt("12", 1, 64))
	fmt.Println(strconv.ParseInt("12", 37, 64))
	fmt.Println(strconv.ParseInt("12", 10, 65))
	fmt.Println(strconv.ParseInt("zz", 36, 64))
	fmt.Println(strconv.ParseInt("-129", 10, 8))
	_, err := strconv.Atoi("q")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err == strconv.ErrSyntax, errors.Is(err, strconv.ErrSyntax))
	fmt.Println(strconv.Quote("a\x00\u00e9\U0001F600\t\xff"), strconv.QuoteToASCII("é\u2028"), strconv.QuoteRune('☺'), strconv.Itoa(-45))
	for _, s := range []string{`"a\tb"`, "`raw`", `'x'`, `"\u00e9"`, `"bad`, `"\q"`, `''`, `"\xff"`} {
		fmt.Println(strconv.Unquote(s))
	}
	fmt.Println(strconv.FormatInt(-255, 16), strconv.FormatUint(255, 2), strconv.FormatFloat(1.0/3, 'f', -1, 32), strconv.FormatFloat(1234.5678, 'e', 3, 64), strconv.FormatFloat(0.000001, 'g', -1, 64), strconv.FormatFloat(100, 'b', -1, 64))
	fmt.Println(string(strconv.AppendInt([]byte("x"), 5, 10)), string(strconv.AppendQuote(nil, "q")), string(strconv.AppendBool(nil, true)))
	fmt.Println(strconv.CanBackquote("a`"), strconv.IsPrint('\u00ad'))
}

// Outcomes:
//	exit 0 "0 strconv.Atoi: parsing \"\": invalid syntax\n0 strconv.ParseInt: parsing \"\": invalid syntax\n0 strconv.ParseUint: parsing \"\": invalid syntax\n1 <nil>\n1 <nil>\n1 <nil>\n-1 <nil>\n-1 <nil>\n0 strconv.ParseUint: parsing \"-1\": invalid syntax\n7 <nil>\n7 <nil>\n0 strconv.ParseUint: parsing \"+7\": invalid syntax\n0 strconv.Atoi: parsing \"x\": invalid syntax\n0 strconv.ParseInt: parsing \"x\": invalid syntax\n0 strconv.ParseUint: parsing \"x\": invalid syntax\n0 strconv.Atoi: parsing \"1x\": invalid syntax\n0 strconv.ParseInt: parsing \"1x\": invalid syntax\n0 strconv.ParseUint: parsing \"1x\": invalid syntax\n9223372036854775807 strconv.Atoi: parsing \"99999999999999999999\": value out of range\n9223372036854775807 strconv.ParseInt: parsing \"99999999999999999999\": value out of range\n255 strconv.ParseUint: parsing \"99999999999999999999\": value out of range\n-9223372036854775808 <nil>\n-9223372036854775808 <nil>\n0 strconv.ParseUint: parsing \"-9223372036854775808\": invalid syntax\n9223372036854775807 strconv.Atoi: parsing \"9223372036854775808\": value out of range\n9223372036854775807 strconv.ParseInt: parsing \"9223372036854775808\": value out of range\n255 strconv.ParseUint: parsing \"9223372036854775808\": value out of range\n0 strconv.Atoi: parsing \"0x1f\": invalid syntax\n31 <nil>\n0 strconv.ParseUint: parsing \"0x1f\": invalid syntax\n0 strconv.Atoi: parsing \"1_000\": invalid syntax\n1000 <nil>\n0 strconv.ParseUint: parsing \"1_000\": invalid syntax\n0 strconv.Atoi: parsing \" 1\": invalid syntax\n0 strconv.ParseInt: parsing \" 1\": invalid syntax\n0 strconv.ParseUint: parsing \" 1\": invalid syntax\n0 strconv.Atoi: parsing \"०\": invalid syntax\n0 strconv.ParseInt: parsing \"०\": invalid syntax\n0 strconv.ParseUint: parsing \"०\": invalid syntax\ntrue <nil>\ntrue <nil>\ntrue <nil>\nfalse <nil>\nfalse <nil>\nfalse strconv.ParseBool: parsing \"maybe\": invalid syntax\nfalse strconv.ParseBool: parsing \"\": invalid syntax\n1.5 <nil>\n1.5 <nil>\n+Inf strconv.ParseFloat: parsing \"1e400\": value out of range\n+Inf strconv.ParseFloat: parsing \"1e400\": value out of range\n+Inf <nil>\n+Inf <nil>\n-Inf <nil>\n-Inf <nil>\nNaN <nil>\nNaN <nil>\n0.25 <nil>\n0.25 <nil>\n10.5 <nil>\n10.5 <nil>\n0 strconv.ParseFloat: parsing \"\": invalid syntax\n0 strconv.ParseFloat: parsing \"\": invalid syntax\n0 strconv.ParseFloat: parsing \".\": invalid syntax\n0 strconv.ParseFloat: parsing \".\": invalid syntax\n0 strconv.ParseFloat: parsing \"1e\": invalid syntax\n0 strconv.ParseFloat: parsing \"1e\": invalid syntax\n0 <nil>\n0 <nil>\n1.2345678901234567e+19 <nil>\n1.2345679395506094e+19 <nil>\n0 strconv.ParseInt: parsing \"12\": invalid base 1\n0 strconv.ParseInt: parsing \"12\": invalid base 37\n0 strconv.ParseInt: parsing \"12\": invalid bit size 65\n1295 <nil>\n-128 strconv.ParseInt: parsing \"-129\": value out of range\ntrue Atoi q true true\n\"a\\x00é😀\\t\\xff\" \"\\u00e9\\u2028\" '☺' -45\na\tb <nil>\nraw <nil>\nx <nil>\né <nil>\n invalid syntax\n invalid syntax\n <nil>\n� <nil>\n-ff 11111111 0.33333334 1.235e+03 1e-06 7036874417766400p-46\nx5 \"q\" true\nfalse false\n"
