// log/slog's default logger writes by log's, at the level that is set, with the line of who logs; until it is replaced: then log
// writes by it.

//go:build go1.25

package main

import (
	"bytes"
	"log"
	"log/slog"
	"os"
	"sync"
)

// nameless writes without the file's name.
type nameless struct{}

func (nameless) Write(line []byte) (int, error) {
	if i := bytes.Index(line, []byte(".go:")); i >= 0 {
		os.Stdout.Write(line[i+len(".go:"):])
	} else {
		os.Stdout.Write(line)
	}
	return len(line), nil
}

func main() {
	log.SetOutput(nameless{})
	log.SetFlags(log.Lshortfile)
	log.Print("plain")
	log.Output(1, "out")
	slog.Info("hello", "a", 1, slog.Group("g", "x", true))
	slog.Debug("no")
	slog.SetLogLoggerLevel(slog.LevelDebug)
	slog.Debug("yes")
	l := slog.With("svc", "api").WithGroup("req")
	l.Warn("w", "id", 7)
	log.New(nameless{}, "p: ", log.Lmsgprefix|log.Lshortfile).Println("own")
	func() { log.Println("nested") }()
	log.SetFlags(0)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { slog.Error("e", "i", i) })
	}
	wg.Wait()
	slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn).Print("via log")
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "time" {
			return slog.Attr{}
		}
		return a
	}})))
	log.Print("from log")
	slog.Info("x", "err", os.ErrNotExist)
}

// Outcomes:
//	exit 0 "31: plain\n32: out\n33: INFO hello a=1 g.x=true\n36: DEBUG yes\n38: WARN w svc=api req.id=7\n39: p: own\n40: nested\nERROR e i=0\nERROR e i=1\nWARN via log\nlevel=INFO msg=x err=\"file does not exist\"\n"
//	exit 0 "31: plain\n32: out\n33: INFO hello a=1 g.x=true\n36: DEBUG yes\n38: WARN w svc=api req.id=7\n39: p: own\n40: nested\nERROR e i=1\nERROR e i=0\nWARN via log\nlevel=INFO msg=x err=\"file does not exist\"\n"
