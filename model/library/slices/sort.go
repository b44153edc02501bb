package slices

import (
	"cmp"
	"internal/pdq"
)

// mergeSort is stable.
func mergeSort[E any](s, spare []E, less func(a, b E) bool) {
	if len(s) <= 6 {
		for i := 1; i < len(s); i++ {
			for j := i; j > 0 && less(s[j], s[j-1]); j-- {
				s[j], s[j-1] = s[j-1], s[j]
			}
		}
		return
	}
	mid := len(s) / 2
	mergeSort(s[:mid], spare[:mid], less)
	mergeSort(s[mid:], spare[mid:], less)
	copy(spare, s)
	i, j := 0, mid
	for k := range s {
		if j >= len(s) || i < mid && !less(spare[j], spare[i]) {
			s[k] = spare[i]
			i++
		} else {
			s[k] = spare[j]
			j++
		}
	}
}

func spare[E any](s []E) []E {
	if len(s) <= 6 {
		return nil
	}
	return make([]E, len(s))
}

func Sort[S ~[]E, E cmp.Ordered](x S) {
	pdq.Sort(len(x), func(i, j int) bool { return cmp.Less(x[i], x[j]) }, func(i, j int) { x[i], x[j] = x[j], x[i] })
}

func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	pdq.Sort(len(x), func(i, j int) bool { return cmp(x[i], x[j]) < 0 }, func(i, j int) { x[i], x[j] = x[j], x[i] })
}

func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	mergeSort([]E(x), spare([]E(x)), func(a, b E) bool { return cmp(a, b) < 0 })
}

func IsSorted[S ~[]E, E cmp.Ordered](x S) bool { return IsSortedFunc(x, cmp.Compare[E]) }

func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	m := x[0]
	for i := 1; i < len(x); i++ {
		m = min(m, x[i])
	}
	return m
}

func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	m := x[0]
	for i := 1; i < len(x); i++ {
		m = max(m, x[i])
	}
	return m
}

func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	m := x[0]
	for i := 1; i < len(x); i++ {
		if cmp(x[i], m) < 0 {
			m = x[i]
		}
	}
	return m
}

func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	m := x[0]
	for i := 1; i < len(x); i++ {
		if cmp(x[i], m) > 0 {
			m = x[i]
		}
	}
	return m
}

func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	return BinarySearchFunc(x, target, cmp.Compare[E])
}

func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	i, j := 0, len(x)
	for i < j {
		h := (i + j) / 2
		if cmp(x[h], target) < 0 {
			i = h + 1
		} else {
			j = h
		}
	}
	return i, i < len(x) && cmp(x[i], target) == 0
}
