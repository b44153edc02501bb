// Packages without a model are compiled from the Go tree.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"html"
	"io/fs"
	"math/big"
	"net/netip"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing/fstest"
	"text/tabwriter"
	"unicode/utf16"
	"unique"
)

var word = regexp.MustCompile(`(\w+)@(\w+)\.com`)

func main() {
	hello := []byte("hello")
	mac := hmac.New(sha256.New, []byte("key"))
	mac.Write(hello)
	fmt.Printf("%x\n%x\n%x\n%.8x\n%x\n", md5.Sum(hello), sha1.Sum(hello), sha256.Sum256(hello), sha512.Sum512(hello), mac.Sum(nil))
	h := fnv.New64a()
	h.Write(hello)
	fmt.Println(h.Sum64(), crc32.ChecksumIEEE(hello), hex.EncodeToString(hello), binary.BigEndian.Uint32(hello))
	fmt.Println(base64.StdEncoding.EncodeToString(hello), utf16.Encode([]rune("a😀")), html.EscapeString("<&>"))
	fmt.Println(word.FindStringSubmatch("bob@example.com"), word.ReplaceAllString("a@b.com", "$2"))
	_, err := regexp.Compile("a(b")
	fmt.Println(err)
	fmt.Println(path.Join("a", "../b"), path.Ext("y.go"), filepath.Clean("a//b/../c"))
	fmt.Println(filepath.Rel("/a/b", "/a/c"))
	u, err := url.Parse("https://user@example.com:80/a?q=1&r=a+b#f")
	fmt.Println(u.Host, u.Query()["r"], u.Fragment, err)
	fmt.Println(csv.NewReader(strings.NewReader("a,\"b,c\"\n")).ReadAll())
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tbbb\tc\naaaa\tb\tccccc")
	w.Flush()
	fmt.Println(new(big.Int).Exp(big.NewInt(3), big.NewInt(100), nil))
	fmt.Println(netip.MustParseAddr("10.1.2.3").Next(), unique.Make("x") == unique.Make("x"), unique.Make[any]("x").Value())
	files := fstest.MapFS{"a/b.txt": {Data: hello, Mode: fs.ModeSticky | 0o640}}
	text, err := fs.ReadFile(files, "a/b.txt")
	info, _ := fs.Stat(files, "a/b.txt")
	_, missing := fs.Stat(files, "c")
	fmt.Println(bytes.Equal(text, hello), err, info.Mode(), fs.ModeDir|0o751, missing)
}

// Outcomes:
//	exit 0 "5d41402abc4b2a76b9719d911017c592\naaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d\n2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\n9b71d224bd62f378\n9307b3b915efb5171ff14d8cb55fbcc798c6c0ef1456d66ded1a6aa723a58b7b\n11831194018420276491 907060870 68656c6c6f 1751477356\naGVsbG8= [97 55357 56832] &lt;&amp;&gt;\n[bob@example.com bob example] b\nerror parsing regexp: missing closing ): `a(b`\nb .go a/c\n../c <nil>\nexample.com:80 [a b] f <nil>\n[[a b,c]] <nil>\n    a| bbb|c\n aaaa|   b|ccccc\n515377520732011331036461129765621272702107522001\n10.1.2.4 true x\ntrue <nil> trw-r----- drwxr-x--x open c: file does not exist\n"
