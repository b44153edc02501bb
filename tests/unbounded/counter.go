package main

type server struct{ served int }

func (s *server) run(in chan int, quit chan bool) {
	for {
		select {
		case <-in:
			s.served++
		case <-quit:
			return
		}
	}
}

func main() {
	s := &server{} // GROWS "main.server.served"
	in, quit := make(chan int), make(chan bool)
	go s.run(in, quit)
	for {
		in <- 1
	}
}
