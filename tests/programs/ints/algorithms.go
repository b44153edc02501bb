// Integer algorithms: gcd, primes, powers modulo, bits, collatz, number bases, hashing, checksums.
package main

import (
	"fmt"
	"math/bits"
)

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func powmod(b, e, m uint64) uint64 {
	r := uint64(1)
	for b %= m; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = r * b % m
		}
		b = b * b % m
	}
	return r
}

func sieve(n int) (primes []int) {
	composite := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		primes = append(primes, i)
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	return
}

func collatz(n int) (steps int) {
	for ; n != 1; steps++ {
		if n&1 == 0 {
			n >>= 1
		} else {
			n = 3*n + 1
		}
	}
	return
}

func base(n, b int) string {
	if n < 0 {
		return "-" + base(-n, b)
	}
	if n < b {
		return string("0123456789abcdef"[n])
	}
	return base(n/b, b) + base(n%b, b)
}

func crc8(data string) (crc byte) {
	for i := 0; i < len(data); i++ {
		crc ^= data[i]
		for range 8 {
			if crc&0x80 != 0 {
				crc = crc<<1 ^ 0x07
			} else {
				crc <<= 1
			}
		}
	}
	return
}

func reverse(x uint32) (r uint32) {
	for range 32 {
		r = r<<1 | x&1
		x >>= 1
	}
	return
}

func isqrt(n int) int {
	x := n
	for y := (x + 1) / 2; y < x; {
		x, y = y, (y+n/y)/2
	}
	return x
}

func main() {
	fmt.Println(gcd(48, 36), gcd(17, 5), gcd(0, 9), powmod(3, 200, 1000007), powmod(2, 10, 1000))
	fmt.Println(sieve(30), collatz(27))
	fmt.Println(base(255, 16), base(-10, 2), base(0, 7), base(12345, 10))
	fmt.Println(crc8("123456789"), reverse(1), reverse(0xf0), isqrt(99), isqrt(100))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros32(1), bits.TrailingZeros(8), bits.Len(1000), bits.Reverse8(1), bits.RotateLeft8(0x81, 1))
	h := uint64(14695981039346656037)
	for _, b := range []byte("fnv") {
		h = (h ^ uint64(b)) * 1099511628211
	}
	fmt.Println(h, uint32(h), int32(h), int8(h))
	x := int32(-7)
	fmt.Println(x/2, x>>1, x%4, uint32(x)>>28, x&3, ^x, -x)
	hi, lo := bits.Mul64(1<<63, 6)
	fmt.Println(hi, lo)
	sum, carry := bits.Add64(1<<63, 1<<63, 1)
	fmt.Println(sum, carry)
}

// Outcomes:
//	exit 0 "12 1 9 959082 24\n[2 3 5 7 11 13 17 19 23 29] 111\nff -1010 0 12345\n244 2147483648 251658240 9 10\n8 31 3 10 128 3\n15903756304948927129 4275837593 -19129703 -103\n-3 -4 -3 15 1 6 7\n3 0\n1 1\n"
