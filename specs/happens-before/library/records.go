// Records are filled, handed on by pointer, changed by the next stage and read at the end: many plain accesses, no race.
package main

type record struct {
	id, sum int
	parts   [3]int
}

func fill(out chan<- *record, id int) {
	r := &record{id: id}
	for i := range r.parts {
		r.parts[i] = id + i
	}
	out <- r
}

func add(in <-chan *record, out chan<- *record) {
	for r := range in {
		for _, p := range r.parts {
			r.sum += p
		}
		out <- r
	}
	close(out)
}

func main() {
	filled, added := make(chan *record), make(chan *record, 1)
	go func() {
		for id := range 3 {
			fill(filled, id)
		}
		close(filled)
	}()
	go add(filled, added)
	total := 0
	for r := range added {
		r.parts = [3]int{}
		total += r.sum
	}
	println(total)
}
