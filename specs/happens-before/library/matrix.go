// Workers write rows of one matrix, each its own; main reads all when all are done: many plain accesses, no race.
package main

const n = 3

func main() {
	var m [n][n]int
	done := make(chan bool, n)
	for row := range n {
		go func() {
			for column := range n {
				m[row][column] = row * column
			}
			m[row][row]++
			done <- true
		}()
	}
	for range n {
		<-done
	}
	sum := 0
	for _, row := range m {
		for _, v := range row {
			sum += v
		}
	}
	println(sum)
}
