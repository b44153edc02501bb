// The rows of a slice of slices are headers, each a location; their elements are others.
package main

func main() {
	rows := [][]int{make([]int, 2), make([]int, 2)}
	done := make(chan bool)
	go func() {
		rows[0][1] = 1
		done <- true
	}()
	rows[1] = append(rows[1], 2)
	println(len(rows[0]))
	<-done
}
