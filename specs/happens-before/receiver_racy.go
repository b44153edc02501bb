// A value receiver is a copy of the whole struct.
//
//chancheck:want race
package main

type counter struct {
	name string
	n    int
}

func (c counter) Name() string { return c.name }

func main() {
	c := &counter{name: "a"}
	done := make(chan bool)
	go func() {
		c.n++
		close(done)
	}()
	println(c.Name())
	<-done
}
