// log/slog from its own source: text and JSON, groups, a handler around a handler, and two goroutines that log.

//go:build go1.25

package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"os"
	"sync"
	"time"
)

type id int

func (i id) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("id-%d", int(i))) }

type countHandler struct {
	slog.Handler
	mu *sync.Mutex
	n  *int
}

func (h countHandler) Handle(ctx context.Context, r slog.Record) error {
	h.mu.Lock()
	*h.n++
	h.mu.Unlock()
	return h.Handler.Handle(ctx, r)
}
func (h countHandler) WithGroup(s string) slog.Handler { h.Handler = h.Handler.WithGroup(s); return h }

func main() {
	noTime := func(g []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(g) == 0 {
			return slog.Attr{}
		}
		return a
	}
	opts := &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: noTime}
	n := 0
	l := slog.New(countHandler{slog.NewTextHandler(os.Stdout, opts), new(sync.Mutex), &n})
	l.Debug("d", "a", 1.5, "b", true, "c", time.Second, "e", errors.New("bad thing"), "n", nil, "id", id(4), "s", []int{1, 2}, "odd")
	l.WithGroup("g").Warn("w", slog.Group("in", slog.Int("x", 1), slog.String("y", "q\"z")), slog.Group("empty"))
	l.With("k", "v").LogAttrs(context.Background(), slog.LevelInfo+1, "m", slog.Any("any", struct{ A int }{3}))
	v := slog.GroupValue(slog.Int("a", 1))
	fmt.Println(v, v.Kind(), v.Group()[0], slog.StringValue("s").Equal(slog.AnyValue("s")), v.Equal(slog.GroupValue(slog.Int("a", 1))), slog.AnyValue(uint8(3)).Kind(), slog.BoolValue(true))
	j := slog.New(slog.NewJSONHandler(os.Stdout, opts))
	j.Info("json", "f", 2.5, "big", 1e22, "small", 1.5e-7, "nan", math.NaN(), "d", time.Second, "nil", nil, slog.Group("g", "k", "q\"z"))
	type raw []byte
	l.Info("bytes", "b", raw("named"))
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { l.Info("same") })
	}
	wg.Wait()
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "level=DEBUG msg=d a=1.5 b=true c=1s e=\"bad thing\" n=<nil> id=id-4 s=\"[1 2]\" !BADKEY=odd\nlevel=WARN msg=w g.in.x=1 g.in.y=\"q\\\"z\"\nlevel=INFO+1 msg=m k=v any={A:3}\n[a=1] Group a=1 true true Uint64 true\n{\"level\":\"INFO\",\"msg\":\"json\",\"f\":2.5,\"big\":1e+22,\"small\":1.5e-7,\"nan\":\"!ERROR:json: unsupported value: NaN\",\"d\":1000000000,\"nil\":null,\"g\":{\"k\":\"q\\\"z\"}}\nlevel=INFO msg=bytes b=\"named\"\nlevel=INFO msg=same\nlevel=INFO msg=same\n5\n"
