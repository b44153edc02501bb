//go:build go1.26

package main

import (
	"bytes"
	"crypto/md5"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"html"
	"math/big"
	"net/url"
	"os"
	"path"
	"regexp"
	"strings"
	"text/tabwriter"
	"unicode/utf16"
)

func main() {
	tw := tabwriter.NewWriter(os.Stdout, 5, 0, 1, '.', tabwriter.AlignRight)
	fmt.Fprintln(tw, "a\tbbb\tc")
	fmt.Fprintln(tw, "aaaa\tb\tc")
	tw.Flush()
	fmt.Println(html.EscapeString("<a&b>"), path.Join("a", "../b", "c"), path.Base("/x/y.z"), path.Ext("y.z"), path.Clean("a//b/./c/.."))
	u, err := url.Parse("https://user:pw@host:8080/p/a?q=1&r=a+b#frag")
	fmt.Println(u.Host, u.Port(), u.Path, u.Query()["r"], u.Fragment, err, url.QueryEscape("a b&c"))
	re := regexp.MustCompile(`(\w+)@(\w+)\.com`)
	fmt.Println(re.FindStringSubmatch("bob@example.com"), re.ReplaceAllString("x@y.com z@w.com", "$2:$1"), re.MatchString("no"), re.FindAllStringIndex("x@y.com z@w.com", -1))
	fmt.Println(hex.EncodeToString([]byte("hi")), base64.URLEncoding.EncodeToString([]byte{0xfb, 0xff}), binary.BigEndian.Uint32([]byte{1, 2, 3, 4}), binary.LittleEndian.AppendUint16(nil, 258), crc32.ChecksumIEEE([]byte("hello")))
	b := new(big.Int)
	b.SetString("123456789012345678901234567890", 10)
	fmt.Println(b.Mul(b, b), b.Cmp(big.NewInt(1)), new(big.Rat).SetFrac64(6, 4))
	fmt.Println(utf16.Encode([]rune("a😀")), fmt.Sprintf("%x", md5.Sum([]byte("x"))))
	r := csv.NewReader(strings.NewReader("a,\"b,c\"\n1,2\n"))
	recs, err := r.ReadAll()
	fmt.Println(recs, err)
	fmt.Println(bytes.Title([]byte("abc")), strings.NewReplacer("a", "1").Replace("banana"))
}

// Outcomes:
//	exit 0 "....a..bbbc\n.aaaa....bc\n&lt;a&amp;b&gt; b/c y.z .z a/b\nhost:8080 8080 /p/a [a b] frag <nil> a+b%26c\n[bob@example.com bob example] y:x w:z false [[0 7] [8 15]]\n6869 -_8= 16909060 [2 1] 907060870\n15241578753238836750495351562536198787501905199875019052100 1 3/2\n[97 55357 56832] 9dd4e461268c8034f5c8564e155c67a6\n[[a b,c] [1 2]] <nil>\n[65 98 99] b1n1n1\n"
