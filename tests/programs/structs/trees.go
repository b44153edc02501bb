// Binary trees, tries, graphs: pointers to pointers, maps of structs, recursion, breadth first, topological order.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type Node struct {
	Key         int
	Left, Right *Node
}

type alias = Node

func insert(p **Node, k int) bool {
	for *p != nil {
		switch {
		case k < (*p).Key:
			p = &(*p).Left
		case k > (*p).Key:
			p = &(*p).Right
		default:
			return false
		}
	}
	*p = &alias{Key: k}
	return true
}

func remove(p **Node, k int) {
	for *p != nil && (*p).Key != k {
		if k < (*p).Key {
			p = &(*p).Left
		} else {
			p = &(*p).Right
		}
	}
	n := *p
	switch {
	case n == nil:
	case n.Left == nil:
		*p = n.Right
	case n.Right == nil:
		*p = n.Left
	default:
		q := &n.Right
		for (*q).Left != nil {
			q = &(*q).Left
		}
		n.Key = (*q).Key
		*q = (*q).Right
	}
}

func (n *Node) String() string {
	if n == nil {
		return "."
	}
	return fmt.Sprintf("(%v %d %v)", n.Left, n.Key, n.Right)
}

func (n *Node) Depth() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.Left.Depth(), n.Right.Depth())
}

type Trie struct {
	kids map[byte]*Trie
	end  bool
}

func (t *Trie) Add(words ...string) *Trie {
	for _, w := range words {
		n := t
		for i := range len(w) {
			if n.kids == nil {
				n.kids = map[byte]*Trie{}
			}
			k := n.kids[w[i]]
			if k == nil {
				k = new(Trie)
				n.kids[w[i]] = k
			}
			n = k
		}
		n.end = true
	}
	return t
}

func (t *Trie) Words(prefix string) (out []string) {
	if t.end {
		out = append(out, prefix)
	}
	for c, k := range t.kids {
		out = append(out, k.Words(prefix+string(rune(c)))...)
	}
	sort.Strings(out)
	return
}

type Graph map[string][]string

func (g Graph) BFS(from string) (order []string) {
	seen := map[string]bool{from: true}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		order = append(order, v)
		for _, w := range g[v] {
			if !seen[w] {
				seen[w] = true
				queue = append(queue, w)
			}
		}
	}
	return
}

func (g Graph) Topo() (order []string, err error) {
	const (
		white = iota
		grey
		black
	)
	colour := map[string]int{}
	var visit func(string) error
	visit = func(v string) error {
		switch colour[v] {
		case grey:
			return fmt.Errorf("cycle at %s", v)
		case black:
			return nil
		}
		colour[v] = grey
		for _, w := range g[v] {
			if err := visit(w); err != nil {
				return fmt.Errorf("%s -> %w", v, err)
			}
		}
		colour[v] = black
		order = append(order, v)
		return nil
	}
	keys := make([]string, 0, len(g))
	for k := range g {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if err = visit(k); err != nil {
			return nil, err
		}
	}
	return
}

func main() {
	var root *Node
	for _, k := range []int{5, 2, 8, 1, 3, 9, 5} {
		fmt.Print(insert(&root, k), " ")
	}
	fmt.Println()
	fmt.Println(root, root.Depth())
	remove(&root, 5)
	remove(&root, 2)
	remove(&root, 77)
	fmt.Println(root)
	fmt.Println(strings.Join(new(Trie).Add("car", "cat", "dog", "do").Words(""), ","))
	g := Graph{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": nil}
	fmt.Println(g.BFS("a"))
	fmt.Println(g.Topo())
	g["d"] = []string{"b"}
	fmt.Println(g.Topo())
}

// Outcomes:
//	exit 0 "true true true true true true false \n(((. 1 .) 2 (. 3 .)) 5 (. 8 (. 9 .))) 3\n(((. 1 .) 3 .) 8 (. 9 .))\ncar,cat,do,dog\n[a b c d]\n[d b c a] <nil>\n[] a -> b -> d -> cycle at b\n"
