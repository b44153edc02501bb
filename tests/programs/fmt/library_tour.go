//go:build go1.25

// Much of the library at once; the real Go is the judge.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/bits"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

type Level int

func (l Level) String() string { return "L" + strconv.Itoa(int(l)) }

type inner struct {
	A int
	B *int
	C []string
	D map[string]int
}
type outer struct {
	inner
	Name string
	L    Level
	E    error
	F    func()
	I    interface{}
	Arr  [2]bool
}
type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprintf("myErr %d", e.code) }

type pool[T any] struct {
	mu    sync.Mutex
	items []T
	newf  func() T
}

func (p *pool[T]) Get() T {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.items); n > 0 {
		x := p.items[n-1]
		p.items = p.items[:n-1]
		return x
	}
	return p.newf()
}
func (p *pool[T]) Put(x T) { p.mu.Lock(); p.items = append(p.items, x); p.mu.Unlock() }

type number interface{ ~int | ~float64 }

func sum[T number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func main() {
	o := outer{inner: inner{A: 1, C: []string{"x", "y z"}, D: map[string]int{"b": 2, "a": 1}}, Name: "n", L: 3, E: &myErr{4}, I: 3.5}
	fmt.Printf("%v\n%+v\n", o, o)
	fmt.Printf("%#v\n", o.inner)
	fmt.Printf("%T %T %T %T\n", o, o.E, o.F, map[string][]chan<- int{})
	fmt.Printf("%q %x %X %08b %o %#x %U %c\n", "hi\n", "hi", []byte("hi"), 5, 8, 255, 'x', 'é')
	fmt.Printf("%6.2f|%-8s|%+d|%e|%g|%8v|%-8v|%t|%p\n", 3.14159, "ab", 5, 12345.678, 1e21, []int{1}, "x", true, nil)
	fmt.Printf("%v %v %d %s\n", []byte("ab"), [3]byte{1, 2, 3}, []byte("ab"), []string{"a", "b"})
	fmt.Printf("%!|%z|%d\n", 1)
	fmt.Printf("%d %s\n", "x", 5)
	fmt.Printf("%[2]d %[1]d %*d\n", 1, 2, 5, 3)
	fmt.Printf("%v %s %d\n", o.L, o.L, o.L)
	fmt.Printf("%v %+v\n", &o.inner.A != nil, &struct{ X, Y int }{1, 2})
	fmt.Printf("%x % x %#v %#v %#v\n", "hello", "hello", []string{"a"}, map[string]bool{"x": true}, struct{}{})
	fmt.Println(errors.Is(fmt.Errorf("w: %w", io.EOF), io.EOF))
	var me *myErr
	fmt.Println(errors.As(fmt.Errorf("w: %w", o.E), &me), me.code)
	j := errors.Join(io.EOF, nil, errors.New("b"))
	fmt.Println(j, errors.Is(j, io.EOF))
	fmt.Println(fmt.Errorf("%w and %w", io.EOF, io.ErrUnexpectedEOF))
	p := &pool[*bytes.Buffer]{newf: func() *bytes.Buffer { return new(bytes.Buffer) }}
	b := p.Get()
	b.WriteString("hello")
	fmt.Fprintf(b, " %d", 5)
	fmt.Println(b.String(), b.Len())
	p.Put(b)
	fmt.Println(sum(1, 2, 3), sum(1.5, 2))
	keys := slices.Sorted(maps.Keys(o.D))
	fmt.Println(keys, slices.Contains(keys, "a"), slices.Index(keys, "b"), slices.Max([]int{1, 5, 2}))
	people := []struct {
		N string
		A int
	}{{"x", 3}, {"y", 1}, {"z", 2}}
	sort.Slice(people, func(i, j int) bool { return people[i].A < people[j].A })
	fmt.Println(people)
	slices.SortFunc(people, func(a, b struct {
		N string
		A int
	}) int {
		return strings.Compare(b.N, a.N)
	})
	fmt.Println(people)
	var sb strings.Builder
	for i := range 3 {
		fmt.Fprintf(&sb, "%d,", i)
	}
	fmt.Println(strings.TrimSuffix(sb.String(), ","), strings.Fields(" a b  c "), strings.Split("a,b,c", ","), strings.Repeat("ab", 2), strings.ToUpper("abc"), strings.Title("x"))
	fmt.Println(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, "a1b2"), strings.EqualFold("Go", "GO"))
	before, after, ok := strings.Cut("k=v", "=")
	fmt.Println(before, after, ok, strings.ContainsAny("abc", "xc"), strings.NewReplacer("a", "b").Replace("aa"))
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	f, _ := strconv.ParseFloat("1.5", 64)
	u, err := strconv.ParseUint("300", 10, 8)
	fmt.Println(f, u, err, strconv.Quote("a\tb"), strconv.FormatInt(-255, 16))
	fmt.Println(bits.OnesCount(7), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Len(255), bits.Reverse8(1))
	sc := bufio.NewScanner(strings.NewReader("l1\nl2 w\n"))
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
	pr, pw := io.Pipe()
	go func() {
		w := bufio.NewWriter(pw)
		fmt.Fprintln(w, "through the pipe")
		w.Flush()
		pw.CloseWithError(errors.New("end"))
	}()
	data, err := io.ReadAll(pr)
	fmt.Printf("%q %v\n", data, err)
	ctx, cancel := context.WithCancelCause(context.WithValue(context.Background(), "k", "v"))
	stop := context.AfterFunc(ctx, func() {})
	cancel(errors.New("why"))
	fmt.Println(ctx.Err(), context.Cause(ctx), ctx.Value("k"), stop())
	w := context.WithoutCancel(ctx)
	fmt.Println(w.Err(), w.Value("k"), w)
	var once sync.Once
	once.Do(func() { fmt.Println("once") })
	ov := sync.OnceValues(func() (int, error) { return 1, io.EOF })
	fmt.Println(ov())
	var wg sync.WaitGroup
	var cnt atomic.Int64
	wg.Go(func() { cnt.Add(2) })
	wg.Wait()
	fmt.Println(cnt.Load(), cnt.CompareAndSwap(2, 5), cnt.Swap(7))
	var v atomic.Value
	v.Store([]int{1})
	fmt.Println(v.Load().([]int)[0])
	var ap atomic.Pointer[outer]
	ap.Store(&o)
	fmt.Println(ap.Load().Name)
	fmt.Println(time.Duration(1500)*time.Millisecond, 90*time.Second, time.Duration(0))
	d, err := time.ParseDuration("1h2m3.5s")
	fmt.Println(d, err, d.Hours() > 1)
	t0 := time.Date(2024, 2, 29, 12, 30, 0, 0, time.UTC)
	fmt.Println(t0, t0.Add(24*time.Hour).Format(time.RFC3339), t0.Weekday(), t0.YearDay(), t0.Unix())
	var m sync.Map
	m.Store("a", 1)
	act, loaded := m.LoadOrStore("a", 2)
	fmt.Println(act, loaded)
	m.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	c := complex(1, 2)
	fmt.Println(c*c, real(c), imag(c), c == complex(1, 2))
	fmt.Printf("%v %.1f\n", c, c)
	var np *outer
	defer func() {
		r := recover()
		err, isErr := r.(error)
		fmt.Println(isErr, err)
		fmt.Fprintln(os.Stderr, "bye")
		os.Exit(3)
	}()
	fmt.Println(np.Name)
}

// Outcomes:
//	exit 3 "{{1 <nil> [x y z] map[a:1 b:2]} n L3 myErr 4 <nil> 3.5 [false false]}\n{inner:{A:1 B:<nil> C:[x y z] D:map[a:1 b:2]} Name:n L:L3 E:myErr 4 F:<nil> I:3.5 Arr:[false false]}\nmain.inner{A:1, B:(*int)(nil), C:[]string{\"x\", \"y z\"}, D:map[string]int{\"a\":1, \"b\":2}}\nmain.outer *main.myErr func() map[string][]chan<- int\n\"hi\\n\" 6869 6869 00000101 10 0xff U+0078 é\n  3.14|ab      |+5|1.234568e+04|1e+21|[       1]|x       |true|%!p(<nil>)\n[97 98] [1 2 3] [97 98] [a b]\n%!!(int=1)|%!z(MISSING)|%!d(MISSING)\n%!d(string=x) %!s(int=5)\n2 1  5\nL3 L3 3\ntrue &{X:1 Y:2}\n68656c6c6f 68 65 6c 6c 6f []string{\"a\"} map[string]bool{\"x\":true} struct {}{}\ntrue\ntrue 4\nEOF\nb true\nEOF and unexpected EOF\nhello 5 7\n6 3.5\n[a b] true 1 5\n[{y 1} {z 2} {x 3}]\n[{z 2} {y 1} {x 3}]\n0,1,2 [a b c] [a b c] abab ABC X\nAB true\nk v true true bb\n0 strconv.Atoi: parsing \"12x\": invalid syntax\n1.5 255 strconv.ParseUint: parsing \"300\": value out of range \"a\\tb\" -ff\n3 63 3 8 128\nl1\nl2 w\n\"through the pipe\\n\" end\ncontext canceled why v false\n<nil> v context.Background.WithValue(k, v).WithCancel.WithoutCancel\nonce\n1 EOF\n2 true 5\n1\nn\n1.5s 1m30s 0s\n1h2m3.5s <nil> true\n2024-02-29 12:30:00 +0000 UTC 2024-03-01T12:30:00Z Thursday 60 1709209800\n1 true\na 1\n(-3+4i) 1 2 true\n(1+2i) (1.0+2.0i)\ntrue runtime error: invalid memory address or nil pointer dereference\n"
