// Package pdq sorts in place as Go does, by pattern-defeating quicksort (Orson Peters): not stable, and yet the same input always
// ends in the same order, so that programs can show where equal elements end. The thresholds are Go's.
package pdq

const (
	short  = 12 // so many are inserted
	repair = 50 // fewer are not repaired
	spread = 50 // the pivot of so many is a median of medians
)

// Sort sorts [0, n) of what less compares and swap exchanges.
func Sort(n int, less func(i, j int) bool, swap func(i, j int)) {
	if n > 1 {
		(&sorter{less, swap}).sort(0, n, bits(n))
	}
}

type sorter struct {
	less func(i, j int) bool
	swap func(i, j int)
}

// bits of n > 0.
func bits(n int) (k int) {
	for ; n > 0; n >>= 1 {
		k++
	}
	return k
}

// sort goes on with the longer part. After `patience` lopsided partitions it takes a heap.
func (s *sorter) sort(from, to, patience int) {
	even, inPlace := true, true // the last partition: were its parts of a length, had it nothing to do?
	for to-from > short {
		if patience == 0 {
			s.heap(from, to-from)
			return
		}
		if !even {
			s.scatter(from, to-from)
			patience--
		}
		pivot, rising := s.choose(from, to-from)
		if rising < 0 {
			for i, j := from, to-1; i < j; i, j = i+1, j-1 {
				s.swap(i, j)
			}
			pivot = from + to - 1 - pivot
		}
		if even && inPlace && rising != 0 && s.repair(from, to) {
			return
		}
		if from > 0 && !s.less(from-1, pivot) { // no element here is less
			from = s.skipEqual(from, to, pivot)
			continue
		}
		n := to - from
		var middle int
		middle, inPlace = s.split(from, to, pivot)
		if left, right := middle-from, to-middle; left < right {
			even = left >= n/8
			s.sort(from, middle, patience)
			from = middle + 1
		} else {
			even = right >= n/8
			s.sort(middle+1, to, patience)
			to = middle
		}
	}
	for i := from + 1; i < to; i++ {
		for j := i; j > from && s.less(j, j-1); j-- {
			s.swap(j, j-1)
		}
	}
}

// split puts what is less than the pivot in front of it and the rest behind; was it so already?
func (s *sorter) split(from, to, pivot int) (middle int, inPlace bool) {
	s.swap(from, pivot)
	i, j := from+1, to-1
	for inPlace = true; ; inPlace = false {
		for i <= j && s.less(i, from) {
			i++
		}
		for i <= j && !s.less(j, from) {
			j--
		}
		if i > j {
			s.swap(j, from)
			return j, inPlace
		}
		s.swap(i, j)
		i, j = i+1, j-1
	}
}

// skipEqual puts what equals the pivot, the least there is, in front and returns where the rest begins.
func (s *sorter) skipEqual(from, to, pivot int) int {
	s.swap(from, pivot)
	for i, j := from+1, to-1; ; i, j = i+1, j-1 {
		for i <= j && !s.less(from, i) {
			i++
		}
		for i <= j && s.less(from, j) {
			j--
		}
		if i > j {
			return i
		}
		s.swap(i, j)
	}
}

// repair moves up to five elements that are out of place; is all sorted then?
func (s *sorter) repair(from, to int) bool {
	i := from + 1
	for range 5 {
		for i < to && !s.less(i, i-1) {
			i++
		}
		if i == to {
			return true
		}
		if to-from < repair {
			return false
		}
		s.swap(i, i-1)
		if i-from >= 2 {
			for j := i - 1; j >= 1 && s.less(j, j-1); j-- {
				s.swap(j, j-1)
			}
		}
		if to-i >= 2 {
			for j := i + 1; j < to && s.less(j, j-1); j++ {
				s.swap(j, j-1)
			}
		}
	}
	return false
}

// scatter breaks a pattern: three elements of the middle change places with others, drawn by xorshift from the length.
func (s *sorter) scatter(from, n int) {
	seed := uint64(n)
	for i := range 3 {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		other := int(seed & (1<<bits(n) - 1))
		if other >= n {
			other -= n
		}
		s.swap(from+n/4*2-1+i, from+other)
	}
}

// choose returns a pivot near the median. rising: 1 if the elements seen were in order, -1 if all were in the opposite one.
func (s *sorter) choose(from, n int) (pivot, rising int) {
	swaps := 0
	median := func(a, b, c int) int {
		for _, pair := range [3][2]*int{{&a, &b}, {&b, &c}, {&a, &b}} {
			if s.less(*pair[1], *pair[0]) {
				swaps++
				*pair[0], *pair[1] = *pair[1], *pair[0]
			}
		}
		return b
	}
	at := [3]int{from + n/4, from + n/4*2, from + n/4*3}
	if n >= spread {
		for i, a := range at {
			at[i] = median(a-1, a, a+1)
		}
	}
	pivot = median(at[0], at[1], at[2])
	switch swaps {
	case 0:
		return pivot, 1
	case 12:
		return pivot, -1
	}
	return pivot, 0
}

func (s *sorter) heap(from, n int) {
	sink := func(root, n int) {
		for {
			child := 2*root + 1
			if child >= n {
				return
			}
			if child+1 < n && s.less(from+child, from+child+1) {
				child++
			}
			if !s.less(from+root, from+child) {
				return
			}
			s.swap(from+root, from+child)
			root = child
		}
	}
	for i := (n - 1) / 2; i >= 0; i-- {
		sink(i, n)
	}
	for i := n - 1; i >= 0; i-- {
		s.swap(from, from+i)
		sink(0, i)
	}
}
