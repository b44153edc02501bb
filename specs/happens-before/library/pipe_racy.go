// The writer's bytes are changed while the pipe hands them on.
//
//chancheck:want race
package main

import "io"

func main() {
	r, w := io.Pipe()
	data := []byte{1, 2}
	go func() {
		w.Write(data)
		w.Close()
	}()
	go func() { data[1] = 3 }()
	buffer := make([]byte, 2)
	r.Read(buffer)
	r.Read(buffer)
}
