// All of init happens before main.main.
package main

var table = make(map[string]int)

func init() { table["a"] = 1 }

func main() {
	done := make(chan bool)
	go func() {
		println(table["a"])
		close(done)
	}()
	println(table["a"])
	<-done
}
