// An io.Pipe hands the writer's bytes to the reader's buffer: what comes before the write is ordered before what the read returns.
package main

import "io"

func main() {
	r, w := io.Pipe()
	x := 0
	go func() {
		x = 1
		data := []byte{1, 2}
		w.Write(data)
		data[0] = 3
		w.Close()
	}()
	buffer := make([]byte, 2)
	n, _ := r.Read(buffer)
	println(n, buffer[0], x)
	r.Read(buffer)
}
