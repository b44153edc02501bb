// Two rows may be one array.
//
//chancheck:want race
package main

func main() {
	rows := make([][]int, 2)
	rows[0] = make([]int, 2)
	rows[1] = rows[0]
	done := make(chan bool)
	go func() {
		rows[0][1] = 1
		done <- true
	}()
	rows[1][1] = 2
	<-done
}
