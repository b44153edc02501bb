package main

func main() {
	q := make(chan string)
	go func() {
		for {
			q <- "a"
		}
	}()
	m := map[string]int{} // GROWS "a value in the map made here"
	for v := range q {
		m[v]++
	}
}
