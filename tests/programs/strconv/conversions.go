// Atoi, Itoa, ParseInt, FormatInt, ParseBool, ParseFloat, Quote and their errors.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"42", "-7", "+3", "", "x", "99999999999999999999", "1_000", " 1"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 16), strconv.FormatInt(-5, 2), strconv.FormatUint(35, 36))
	n, err := strconv.ParseInt("ff", 16, 64)
	fmt.Println(n, err)
	n, err = strconv.ParseInt("0x1f", 0, 64)
	fmt.Println(n, err)
	n, err = strconv.ParseInt("300", 10, 8)
	fmt.Println(n, err, errors.Is(err, strconv.ErrRange))
	_, err = strconv.ParseInt("abc", 10, 8)
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), errors.Is(err, strconv.ErrSyntax))
	u, err := strconv.ParseUint("18446744073709551615", 10, 64)
	fmt.Println(u, err)
	for _, s := range []string{"true", "F", "1", "yes"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	f, err := strconv.ParseFloat("2.5e3", 64)
	fmt.Println(f, err)
	fmt.Println(strconv.Quote("hi\n\"x\""), strconv.FormatBool(true))
	q, err := strconv.Unquote(`"a\tb"`)
	fmt.Printf("%q %v\n", q, err)
	fmt.Println(strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatFloat(1e21, 'g', -1, 64))
	fmt.Println(string(strconv.AppendInt([]byte("n="), 12, 10)))
}

// Outcomes:
//	exit 0 "42 <nil>\n-7 <nil>\n3 <nil>\n0 strconv.Atoi: parsing \"\": invalid syntax\n0 strconv.Atoi: parsing \"x\": invalid syntax\n9223372036854775807 strconv.Atoi: parsing \"99999999999999999999\": value out of range\n0 strconv.Atoi: parsing \"1_000\": invalid syntax\n0 strconv.Atoi: parsing \" 1\": invalid syntax\n-45 ff -101 z\n255 <nil>\n31 <nil>\n127 strconv.ParseInt: parsing \"300\": value out of range true\ntrue true\n18446744073709551615 <nil>\ntrue <nil>\nfalse <nil>\ntrue <nil>\nfalse strconv.ParseBool: parsing \"yes\": invalid syntax\n2500 <nil>\n\"hi\\n\\\"x\\\"\" true\n\"a\\tb\" <nil>\n3.14 1e+21\nn=12\n"
