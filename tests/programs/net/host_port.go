// JoinHostPort and SplitHostPort: IPv6 addresses are in brackets.
package main

import (
	"fmt"
	"net"
)

func main() {
	fmt.Println(net.JoinHostPort("::1", "80"), net.JoinHostPort("h", "80"), net.JoinHostPort("", "x"))
	for _, s := range []string{
		"h:80", "[::1]:80", "::1:80", "host", ":8080", "h:", "", "[::1]", "[::1", "[::1]x:80", "[a]:b:c", "a[b:80", "a]b:80", "[a[b]:1",
		"[fe80::1%lo0]:53",
	} {
		host, port, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %v\n", host, port, err)
	}
}

// Outcomes:
//	exit 0 "[::1]:80 h:80 :x\n\"h\" \"80\" <nil>\n\"::1\" \"80\" <nil>\n\"\" \"\" address ::1:80: too many colons in address\n\"\" \"\" address host: missing port in address\n\"\" \"8080\" <nil>\n\"h\" \"\" <nil>\n\"\" \"\" missing port in address\n\"\" \"\" address [::1]: missing port in address\n\"\" \"\" address [::1: missing ']' in address\n\"\" \"\" address [::1]x:80: missing port in address\n\"\" \"\" address [a]:b:c: too many colons in address\n\"\" \"\" address a[b:80: unexpected '[' in address\n\"\" \"\" address a]b:80: unexpected ']' in address\n\"\" \"\" address [a[b]:1: unexpected '[' in address\n\"fe80::1%lo0\" \"53\" <nil>\n"
