// Package unitab looks things up in tables of characters. A class is a sorted string of 7-byte ranges: first rune, last rune
// (3 bytes each, big endian), stride. A mapping has 3 bytes more: what to add, plus 1<<20.
package unitab

func three(s string, i int) int32 {
	return int32(s[i])<<16 | int32(s[i+1])<<8 | int32(s[i+2])
}

// find returns where the entry with r begins in a table of entries of the given size; -1 if there is none.
func find(table string, size int, r rune) int {
	lo, hi := 0, len(table)/size
	for lo < hi {
		mid := (lo + hi) / 2
		at := mid * size
		if r < three(table, at) {
			hi = mid
		} else if r > three(table, at+3) {
			lo = mid + 1
		} else if (r-three(table, at))%int32(table[at+6]) == 0 {
			return at
		} else {
			return -1
		}
	}
	return -1
}

// Is reports whether r is in the class.
func Is(class string, r rune) bool { return find(class, 7, r) >= 0 }

// Map applies a mapping to r.
func Map(mapping string, r rune) rune {
	at := find(mapping, 10, r)
	if at < 0 {
		return r
	}
	return r + three(mapping, at+7) - 1<<20
}
