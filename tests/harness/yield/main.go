// Yield copies Go programs and inserts a call before every statement that, at run time, sometimes
// lets other goroutines run: real Go then shows interleavings that it would need days for.
//
//	yield DIR < LIST
//
// LIST has lines "NAME<tab>FILE"; the copy of FILE goes to DIR/NAME/main.go. DIR is the module
// "programs"; the function called is in its package yielder. The text is not reprinted: calls are put in where statements begin, so lines
// stay as they are.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// yielder is the function called. CHANCHECK_YIELD is "0" for none, else a seed; what a call does
// depends on the seed and on how many calls came before: mostly nothing, else one or a few
// Gosched or a short sleep. Some seeds yield rarely, some nearly always.
const yielder = `package yielder

import (
	"os"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"
)

var seed, _ = strconv.ParseUint(os.Getenv("CHANCHECK_YIELD"), 10, 64)
var calls uint64

func Yield() {
	if seed == 0 {
		return
	}
	x := seed*0x9e3779b97f4a7c15 + atomic.AddUint64(&calls, 1)*0xbf58476d1ce4e5b9
	x ^= x >> 31
	x *= 0x94d049bb133111eb
	x ^= x >> 29
	if x%8 > seed%7 {
		return
	}
	switch x >> 8 % 16 {
	case 0:
		time.Sleep(time.Duration(x>>16%200) * time.Microsecond)
	case 1, 2, 3:
		for i := x >> 16 % 8; i > 0; i-- {
			runtime.Gosched()
		}
	default:
		runtime.Gosched()
	}
}
`

// caller is beside each program's file.
const caller = `package main

import chancheckYielder "programs/yielder"

func chancheckYield() { chancheckYielder.Yield() }
`

func main() {
	if err := write(filepath.Join(os.Args[1], "yielder", "yielder.go"), []byte(yielder)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		name, file, _ := strings.Cut(lines.Text(), "\t")
		if err := instrument(filepath.Join(os.Args[1], name), file); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", file, err)
			os.Exit(1)
		}
	}
}

func instrument(dir, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, file, text, parser.ParseComments)
	if err != nil {
		return err
	}
	var offsets []int
	add := func(list []ast.Stmt) {
		for _, s := range list {
			if _, empty := s.(*ast.EmptyStmt); !empty {
				offsets = append(offsets, files.Position(s.Pos()).Offset)
			}
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SwitchStmt: // its body's statements are clauses
			inspectClauses(n.Body, add)
		case *ast.TypeSwitchStmt:
			inspectClauses(n.Body, add)
		case *ast.SelectStmt:
			inspectClauses(n.Body, add)
		case *ast.BlockStmt:
			if !isClauses(n) {
				add(n.List)
			}
		}
		return true
	})
	sort.Ints(offsets)
	var out bytes.Buffer
	last := 0
	for _, offset := range offsets {
		out.Write(text[last:offset])
		out.WriteString("chancheckYield(); ")
		last = offset
	}
	out.Write(text[last:])
	if err := write(filepath.Join(dir, "chancheck_yield.go"), []byte(caller)); err != nil {
		return err
	}
	return write(filepath.Join(dir, "main.go"), out.Bytes())
}

func write(file string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o666)
}

func inspectClauses(body *ast.BlockStmt, add func([]ast.Stmt)) {
	for _, s := range body.List {
		switch s := s.(type) {
		case *ast.CaseClause:
			add(s.Body)
		case *ast.CommClause:
			add(s.Body)
		}
	}
}

func isClauses(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch body.List[0].(type) {
	case *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
}
