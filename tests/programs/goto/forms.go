// Goto: loops, jumps out of blocks and forwards, with closures and defers around.
package main

import "fmt"

func loop(n int) (sum int) {
	i := 0
again:
	if i < n {
		sum += i
		i++
		goto again
	}
	return
}

func search(m [][]int, want int) string {
	var i, j int
	for i = range m {
		for j = range m[i] {
			if m[i][j] == want {
				goto found
			}
		}
	}
	return "missing"
found:
	return fmt.Sprint(i, ",", j)
}

func states(in string) (out []string) {
	pos := 0
start:
	if pos == len(in) {
		goto end
	}
	switch in[pos] {
	case 'a':
		goto stateA
	case 'b':
		goto stateB
	}
	pos++
	goto start
stateA:
	out = append(out, "A")
	pos++
	goto start
stateB:
	out = append(out, "B")
	pos++
	if pos < len(in) && in[pos] == 'a' {
		goto stateA
	}
	goto start
end:
	return
}

func fresh() []int {
	var fs []func() int
	i := 0
retry:
	{
		x := i * 10
		fs = append(fs, func() int { x++; return x })
		i++
	}
	if i < 3 {
		goto retry
	}
	var r []int
	for _, f := range fs {
		r = append(r, f(), f())
	}
	return r
}

func deferred() {
	n := 0
top:
	defer fmt.Print("d", n, " ")
	n++
	if n < 3 {
		goto top
	}
}

func main() {
	fmt.Println(loop(5), loop(0))
	fmt.Println(search([][]int{{1, 2}, {3, 4}}, 3), search(nil, 1))
	fmt.Println(states("axbaab"))
	fmt.Println(fresh())
	deferred()
	fmt.Println()
	i := 0
outer:
	for {
		switch {
		case i == 3:
			goto done
		default:
			i++
			goto outer
		}
	}
done:
	fmt.Println("done", i)
}

// Outcomes:
//	exit 0 "10 0\n1,0 missing\n[A B A A B]\n[1 2 11 12 21 22]\nd2 d1 d0 \ndone 3\n"
