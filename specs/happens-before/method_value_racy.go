// With a pointer receiver it copies the pointer.
//
//chancheck:want race
package main

type point struct{ x int }

func (p *point) get() int { return p.x }

func main() {
	p := point{1}
	get := p.get
	done := make(chan bool)
	go func() {
		println(get())
		done <- true
	}()
	p.x = 2
	<-done
}
