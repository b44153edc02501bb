// Integers wrap around in every width; conversions truncate or extend; shifts; division truncates.
package main

import (
	"fmt"
	"math"
)

func main() {
	var i8 int8 = 127
	i8++
	var b8 uint8 = 0
	b8--
	var i16 int16 = math.MaxInt16
	i16 += 2
	var u16 uint16 = 65535
	u16 *= u16
	var i32 int32 = math.MinInt32
	i32 = -i32
	var u32 uint32 = 1 << 31
	u32 <<= 1
	var i64 int64 = math.MaxInt64
	i64++
	var u64 uint64
	u64 -= 3
	fmt.Println(i8, b8, i16, u16, i32, u32, i64, u64)

	n := -1
	fmt.Println(uint8(n), uint16(n), uint32(n), uint64(n), int8(200+n+1))
	big := 0x1234_5678_9abc_def0
	fmt.Println(int8(big), uint8(big), int16(big), int32(big), uint32(big))
	m := int8(-128)
	one := int8(1)
	fmt.Println(m/-one, m%-one, -m, m*m, m-one)
	fmt.Println(7/2, -7/2, 7/-2, 7%3, -7%3, 7%-3)
	a, b := 7, -2
	fmt.Println(a/b, a%b, -a/b, -a%b, a&b, a|b, a^b, a&^b, ^a)
	s := uint(70)
	u8, m8 := uint8(255), int8(-128)
	x := 1
	fmt.Println(x<<s, -1>>s, x<<63, u8<<4, m8>>3, u8>>s)
	var sh int = 3
	fmt.Println(1<<sh, -16>>sh, one<<7, uint64(1)<<63>>60)
	f := 3.99
	g := -3.99
	fmt.Println(int(f), int(g), uint8(f), float64(int64(1)<<53+1))
	u := uint32(5)
	v := uint32(7)
	fmt.Println(u-v, int32(u-v), u < v, u-v > 0)
	var p uintptr = 10
	fmt.Println(p-3, byte('a')+1, rune('世')-1)
	x += 5
	x -= 2
	x *= 10
	x /= 3
	x %= 8
	x <<= 4
	x |= 3
	x &= 0x3e
	x ^= 0xf
	x &^= 1
	fmt.Println(x)
	h := uint32(2166136261)
	for _, c := range []byte("hash") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h)
	seed := uint64(42)
	for range 3 {
		seed = seed*6364136223846793005 + 1442695040888963407
	}
	fmt.Println(seed, seed>>33)
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxUint8)
	fmt.Printf("%b %o %x %X %08b %c %+d %5d|%-5d|\n", 10, 64, 255, 255, 5, 65, 7, 42, 42)
}

// Outcomes:
//	exit 0 "-128 255 -32767 1 -2147483648 0 -9223372036854775808 18446744073709551613\n255 65535 4294967295 18446744073709551615 -56\n-16 240 -8464 -1698898192 2596069104\n-128 0 -128 0 127\n3 -3 -3 1 -1 1\n-3 1 3 -1 6 -1 -7 1 -8\n0 -1 -9223372036854775808 240 -16 0\n8 -2 -128 8\n3 -3 3 9.007199254740992e+15\n4294967294 -2 true true\n7 98 19989\n28\n3469047761\n7615522811268512075 886563538\n9223372036854775807 -9223372036854775808 18446744073709551615 255\n1010 100 ff FF 00000101 A +7    42|42   |\n"
