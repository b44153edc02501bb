// What is never reached may use anything.
package main

import (
	"context"
	"crypto/tls"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime/pprof"
	"syscall"
	"time"
)

type Server struct {
	http.Server
	conf *tls.Config
	re   *regexp.Regexp
	l    *slog.Logger
	c    net.TCPConn
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(map[string]int{"a": 1}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func unreached() error {
	s := &Server{}
	s.ReadTimeout = time.Second
	s.Addr = ":8080"
	go s.ListenAndServe()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := s.Shutdown(ctx); err != nil {
		var op *net.OpError
		if errors.As(err, &op) && op.Temporary() {
			return op
		}
		return err
	}
	cmd := exec.CommandContext(ctx, "ls")
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	out, err := cmd.Output()
	if e, ok := err.(*exec.ExitError); ok {
		fmt.Println(e.ExitCode(), string(out))
	}
	f, err := os.OpenFile("x", os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	pprof.StartCPUProfile(f)
	st, _ := f.Stat()
	fmt.Println(st.Mode().String(), st.Sys().(*syscall.Stat_t).Ino)
	filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		return filepath.SkipDir
	})
	t := template.Must(template.New("x").Parse("{{.}}"))
	t.Execute(os.Stdout, reflect.ValueOf(1).Interface())
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, httptest.NewRequest("GET", "/", nil))
	slog.Info("x", "a", 1)
	c, err := net.DialTCP("tcp", nil, &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80})
	if err != nil {
		return err
	}
	return c.SetNoDelay(true)
}

func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	fmt.Println(<-ch)
}

// Outcomes:
//	exit 0 "1\n"
