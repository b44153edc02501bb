package main

type stats struct{ byKind [3]struct{ ok, bad uint32 } }

type srv struct {
	st *stats
	q  chan int
}

func main() {
	s := srv{&stats{}, make(chan int, 2)} // GROWS "main.stats.byKind[1].ok"
	go func() {
		for {
			s.q <- 1
		}
	}()
	for v := range s.q {
		s.st.byKind[v].ok++
	}
}
