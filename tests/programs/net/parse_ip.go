// What is an IP address, of version 4 or 6, and what is none.
package main

import (
	"fmt"
	"net"
)

func main() {
	for _, s := range []string{"127.0.0.1", "127.001.2.3", "0.0.0.0", "255.255.255.256", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", "", ":", "::", "::1", "1::",
		"2001:4860:0:2001::68", "2001:4860:0000:2001:0000:0000:0000:0068", "::ffff:127.0.0.1", "::ffff:7f00:1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
		"1::2::3", "1:2:3:4:5:6:7::", "::1:2:3:4:5:6:7", "1:2:3:4::5:6:7:8", "12345::", "g::", "fe80::1%eth0", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:5", "1:", ":1", "a:b", "::1.2.3", "FE80::AbCd", "1:::2", "::1.2.3.4",
		" 1.2.3.4", "01.2.3.4", "1.2.3.0000", "00000::1", "1:2:3:4:5:6:7:", "::1:"} {
		ip := net.ParseIP(s)
		fmt.Printf("%q %v %d %v %v\n", s, ip, len(ip), ip.To4() != nil, ip.Equal(net.IPv4(127, 0, 0, 1)))
	}
}

// Outcomes:
//	exit 0 "\"127.0.0.1\" 127.0.0.1 16 true true\n\"127.001.2.3\" <nil> 0 false false\n\"0.0.0.0\" 0.0.0.0 16 true false\n\"255.255.255.256\" <nil> 0 false false\n\"1.2.3\" <nil> 0 false false\n\"1.2.3.4.5\" <nil> 0 false false\n\"1.2.3.\" <nil> 0 false false\n\".1.2.3\" <nil> 0 false false\n\"1..2.3\" <nil> 0 false false\n\"\" <nil> 0 false false\n\":\" <nil> 0 false false\n\"::\" :: 16 false false\n\"::1\" ::1 16 false false\n\"1::\" 1:: 16 false false\n\"2001:4860:0:2001::68\" 2001:4860:0:2001::68 16 false false\n\"2001:4860:0000:2001:0000:0000:0000:0068\" 2001:4860:0:2001::68 16 false false\n\"::ffff:127.0.0.1\" 127.0.0.1 16 true true\n\"::ffff:7f00:1\" 127.0.0.1 16 true true\n\"1:2:3:4:5:6:7:8\" 1:2:3:4:5:6:7:8 16 false false\n\"1:2:3:4:5:6:7\" <nil> 0 false false\n\"1:2:3:4:5:6:7:8:9\" <nil> 0 false false\n\"1::2::3\" <nil> 0 false false\n\"1:2:3:4:5:6:7::\" 1:2:3:4:5:6:7:0 16 false false\n\"::1:2:3:4:5:6:7\" 0:1:2:3:4:5:6:7 16 false false\n\"1:2:3:4::5:6:7:8\" <nil> 0 false false\n\"12345::\" <nil> 0 false false\n\"g::\" <nil> 0 false false\n\"fe80::1%eth0\" <nil> 0 false false\n\"1:2:3:4:5:6:1.2.3.4\" 1:2:3:4:5:6:102:304 16 false false\n\"1:2:3:4:5:6:7:1.2.3.4\" <nil> 0 false false\n\"::1.2.3.4:5\" <nil> 0 false false\n\"1:\" <nil> 0 false false\n\":1\" <nil> 0 false false\n\"a:b\" <nil> 0 false false\n\"::1.2.3\" <nil> 0 false false\n\"FE80::AbCd\" fe80::abcd 16 false false\n\"1:::2\" <nil> 0 false false\n\"::1.2.3.4\" ::102:304 16 false false\n\" 1.2.3.4\" <nil> 0 false false\n\"01.2.3.4\" <nil> 0 false false\n\"1.2.3.0000\" <nil> 0 false false\n\"00000::1\" <nil> 0 false false\n\"1:2:3:4:5:6:7:\" <nil> 0 false false\n\"::1:\" <nil> 0 false false\n"
