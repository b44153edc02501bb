package main

type req struct{ reply chan int }

func main() {
	var waiting []chan int // GROWS "length of variable waiting"
	reqs := make(chan req)
	go func() {
		for {
			reqs <- req{make(chan int, 1)} // GROWS "number of objects made here"
		}
	}()
	for r := range reqs {
		waiting = append(waiting, r.reply)
	}
}
