"""Random small Go programs: a few goroutines over channels, locks and shared variables.

A program is a tree of statements, so that shrink.py can take pieces out. Every program compiles;
what it does is up to chance: it may end, crash, deadlock, leak, hang or spin.
"""

import random
import re


class Node:
    """A statement: a head, what is inside, a tail; the inside is indented unless it is flat."""

    def __init__(self, head, body=(), tail="", flat=False):
        self.head, self.body, self.tail, self.flat = head, list(body), tail, flat

    def lines(self, depth):
        if self.head:
            yield "\t" * depth + self.head
        for child in self.body:
            yield from child.lines(depth if self.flat else depth + 1)
        if self.tail:
            yield "\t" * depth + self.tail


IMPORTS = ("context", "errors", "fmt", "os", "runtime", "sync", "sync/atomic", "time")


def render(declarations, main, is_global):
    """The text of a program. Declarations are of (name, type, initial value or None)."""
    body = "\n".join(line for node in main for line in node.lines(1))
    needed = body + (" mu" if re.search(r"\bcond\b", body) else "")
    used = [d for d in declarations if re.search(rf"\b{d[0]}\b", needed)]
    texts = [f"var {name} {kind}" if value is None else f"var {name} = {value}"
             for name, kind, value in used]
    if is_global:
        code = "".join(t + "\n" for t in texts) + f"\nfunc main() {{\n{body}\n}}\n"
    else:
        before = "".join(f"\t{t}\n" for t in texts)
        before += "".join(f"\t_ = &{d[0]}\n" for d in used)
        code = f"func main() {{\n{before}{body}\n}}\n"
    imports = [i for i in IMPORTS if re.search(rf"\b{i.rsplit('/', 1)[-1]}\.", code)]
    head = "package main\n\n"
    if imports:
        head += "import (\n" + "".join(f'\t"{i}"\n' for i in imports) + ")\n\n"
    return head + code


class Generator:
    """One random program, decided by its seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        r = self.random
        self.channels = [f"c{i}" for i in range(r.randint(1, 3))]
        self.variables = [f"x{i}" for i in range(r.randint(1, 2))]
        self.declarations = []
        for c in self.channels:
            capacity = r.choices((0, 1, 2, None), (5, 4, 1, 0.4))[0]
            value = None if capacity is None else f"make(chan int, {capacity})"
            self.declarations.append((c, "chan int", value))
        self.declarations += [(x, "int", None) for x in self.variables]
        self.declarations += [("mu", "sync.Mutex", None), ("rw", "sync.RWMutex", None),
                              ("wg", "sync.WaitGroup", None), ("once", "sync.Once", None),
                              ("n", "atomic.Int32", None), ("cond", "*sync.Cond", "sync.NewCond(&mu)"),
                              ("cc", "chan chan int", "make(chan chan int, 1)"), ("sm", "sync.Map", None),
                              ("av", "atomic.Value", None), ("m", "map[int]int", "map[int]int{}"),
                              ("s", "[]int", "[]int{1}"), ("f", "func()", "func() {}"),
                              ("tm", "*time.Timer", "time.NewTimer(1)"), ("pool", "sync.Pool", None)]
        self.is_global = r.random() < 0.5
        self.features = set(r.sample(("mutex", "rwmutex", "waitgroup", "once", "atomic", "time",
                                      "exit", "spawn", "panic", "shared", "cond", "context", "timer",
                                      "channels", "defer", "count", "values", "labels", "closures",
                                      "containers", "recover"), r.randint(1, 4)))
        self.prints = 2
        self.labels = 0
        made = r.choice(("context.WithCancel(context.Background())", "context.WithTimeout(context.Background(), 1)",
                         "context.WithCancelCause(context.Background())"))
        self.cancel = 'cancel(errors.New("why"))' if "Cause" in made else "cancel()"
        goroutines = []
        for _ in range(r.choices((1, 2, 3), (3, 4, 2))[0]):
            body = self.body()
            if r.random() < 0.12:
                body.insert(0, Node("defer func() {", [Node("recover()")], "}()"))
            if "waitgroup" in self.features and r.random() < 0.6:
                body.insert(0, Node("defer wg.Done()"))
            goroutines.append(Node("go func() {", body, "}()"))
        self.main = []
        if "waitgroup" in self.features:
            self.main.append(Node(f"wg.Add({r.choice((1, 1, 2, len(goroutines)))})"))
        if "context" in self.features:
            self.main += [Node(f"ctx, cancel := {made}"), Node("_, _ = ctx, cancel")]
            if "Cause" not in made and r.random() < 0.5:
                self.main.append(Node("defer cancel()"))
        self.main += goroutines + self.body()
        if r.random() < 0.6:
            self.main.append(Node(f"fmt.Println({self.variable()})"))

    def text(self):
        return render(self.declarations, self.main, self.is_global)

    def channel(self):
        return self.random.choice(self.channels)

    def variable(self):
        return self.random.choice(self.variables)

    def value(self):
        return self.random.choice(("1", "2", "3", self.variable()))

    def body(self):
        """What a goroutine does: few statements, the nested ones counted too."""
        self.budget = self.random.choices((1, 2, 3, 4, 5), (1, 3, 4, 3, 1))[0]
        return self.block(0, self.random.randint(1, 4))

    def block(self, depth, count):
        return [self.statement(depth) for _ in range(count) if self.spend()]

    def spend(self):
        self.budget -= 1
        return self.budget >= 0

    def statement(self, depth):
        r = self.random
        choices = [(self.send, 6), (self.receive, 6), (self.close, 2), (self.select, 4),
                   (self.assign, 2), (self.show, 1)]
        if depth < 2:
            choices += [(self.condition, 1.5), (self.loop, 1), (self.drain, 0.8)]
        for feature, method, weight in (
                ("mutex", self.mutex, 5), ("rwmutex", self.rwmutex, 5), ("waitgroup", self.wait, 4),
                ("once", self.once, 3), ("atomic", self.atomic, 4), ("time", self.time, 2),
                ("exit", self.leave, 1), ("spawn", self.spawn, 2), ("panic", self.panic, 1),
                ("shared", self.assign, 5), ("cond", self.cond, 4), ("context", self.context, 5),
                ("timer", self.timer, 4), ("channels", self.channels_of, 5), ("defer", self.defer, 4),
                ("count", self.count, 4), ("values", self.values, 4), ("labels", self.labelled, 3),
                ("closures", self.closure, 4), ("containers", self.container, 4), ("recover", self.recovered, 3)):
            if feature in self.features:
                choices.append((method, weight))
        method = r.choices([c[0] for c in choices], [c[1] for c in choices])[0]
        return method(depth)

    def send(self, _):
        return Node(f"{self.channel()} <- {self.value()}")

    def receive(self, _):
        c, x = self.channel(), self.variable()
        return Node(self.random.choice((f"<-{c}", f"{x} = <-{c}", f"{x} += <-{c}")))

    def close(self, _):
        return Node(f"close({self.channel()})")

    def select(self, depth):
        r = self.random
        cases = []
        for _ in range(r.choices((1, 2, 3), (2, 5, 1))[0]):
            c = self.channel()
            head = r.choice((f"case <-{c}:", f"case {self.variable()} = <-{c}:",
                             f"case {c} <- {self.value()}:"))
            cases.append(Node(head, self.block(depth + 2, r.choice((0, 0, 1)))))
        if "time" in self.features and r.random() < 0.2:
            cases.append(Node("case <-time.After(1):", self.block(depth + 2, 1)))
        if r.random() < 0.3:
            cases.append(Node("default:", self.block(depth + 2, r.choice((0, 0, 1)))))
        return Node("select {", [Node("", cases, flat=True)], "}", flat=True)

    def assign(self, _):
        x = self.variable()
        return Node(self.random.choice((f"{x}++", f"{x} = {self.value()}",
                                        f"{x} = len({self.channel()})")))

    def show(self, depth):
        if self.prints == 0:
            return self.assign(depth)
        self.prints -= 1
        return Node(f"fmt.Println({self.variable()})")

    def condition(self, depth):
        r = self.random
        body = self.block(depth + 1, r.randint(1, 2))
        if r.random() < 0.5:
            return Node(f"if {self.variable()} == {r.randint(0, 2)} {{", body, "}")
        x = self.variable()
        head = f"if v, ok := <-{self.channel()}; ok {{"
        return Node(head, [Node(f"{x} = v"), *body], "}")

    def loop(self, depth):
        r = self.random
        body = self.block(depth + 1, r.randint(1, 2))
        head = r.choices(("for i := 0; i < 2; i++ {", "for {"), (5, 1))[0]
        return Node(head, body, "}")

    def drain(self, depth):
        body = self.block(depth + 1, self.random.randint(0, 1))
        return Node(f"for range {self.channel()} {{", body, "}")

    def mutex(self, depth):
        r = self.random
        kind = r.random()
        if kind < 0.75:
            return Node("mu.Lock()", self.block(depth + 1, r.randint(1, 2)), "mu.Unlock()",
                        flat=True)
        if kind < 0.85:
            return Node("if mu.TryLock() {",
                        [*self.block(depth + 1, 1), Node("mu.Unlock()")], "}")
        return Node(r.choice(("mu.Lock()", "mu.Unlock()")))

    def rwmutex(self, depth):
        r = self.random
        kind = r.random()
        body = self.block(depth + 1, r.randint(1, 2))
        if kind < 0.5:
            return Node("rw.RLock()", body, "rw.RUnlock()", flat=True)
        if kind < 0.9:
            return Node("rw.Lock()", body, "rw.Unlock()", flat=True)
        return Node(r.choice(("rw.Lock()", "rw.Unlock()", "rw.RLock()", "rw.RUnlock()")))

    def wait(self, _):
        return Node(self.random.choices(("wg.Wait()", "wg.Done()", "wg.Add(1)"), (6, 1, 1))[0])

    def once(self, depth):
        return Node("once.Do(func() {", self.block(depth + 1, 1), "})")

    def atomic(self, depth):
        r = self.random
        kind = r.randint(0, 3)
        if kind == 0:
            return Node(f"if n.CompareAndSwap(0, {r.randint(1, 2)}) {{",
                        self.block(depth + 1, 1), "}")
        if kind == 1:
            return Node(f"{self.variable()} = int(n.Load())")
        return Node(r.choice(("n.Add(1)", "n.Store(2)")))

    def time(self, _):
        return Node(self.random.choice(("time.Sleep(1)", f"time.AfterFunc(1, func() {{ close({self.channel()}) }})",
                                        "<-time.After(1)")))

    def leave(self, _):
        return Node(self.random.choice(("os.Exit(3)", "runtime.Goexit()", "return")))

    def spawn(self, depth):
        return Node("go func() {", self.block(depth + 1, self.random.randint(1, 2)), "}()")

    def panic(self, _):
        return Node(self.random.choice(('panic("boom")', f"_ = 1 / {self.variable()}")))

    def cond(self, depth):
        r = self.random
        kind = r.random()
        if kind < 0.45:
            return Node("mu.Lock()", [Node(f"for {self.variable()} == 0 {{", [Node("cond.Wait()")], "}"),
                                      *self.block(depth + 1, 1)], "mu.Unlock()", flat=True)
        if kind < 0.9:
            return Node("mu.Lock()", [Node(f"{self.variable()} = 1"), Node(r.choice(("cond.Signal()", "cond.Broadcast()")))],
                        "mu.Unlock()", flat=True)
        return Node(r.choice(("cond.Signal()", "cond.Broadcast()")))

    def context(self, depth):
        r = self.random
        kind = r.random()
        if kind < 0.3:
            return Node(self.cancel)
        if kind < 0.5:
            return Node("<-ctx.Done()")
        if kind < 0.6:
            return Node("if ctx.Err() != nil {", self.block(depth + 1, 1), "}")
        if kind < 0.7:
            return Node("fmt.Println(ctx.Err())" if self.prints else "_ = ctx.Err()")
        if kind < 0.75:
            return Node("context.AfterFunc(ctx, func() {", self.block(depth + 1, 1), "})")
        if kind < 0.8:
            return Node("fmt.Println(context.Cause(ctx))" if self.prints else "_ = context.Cause(ctx)")
        cases = [Node("case <-ctx.Done():", self.block(depth + 2, r.choice((0, 1)))),
                 Node(r.choice((f"case {self.channel()} <- 1:", f"case <-{self.channel()}:")),
                      self.block(depth + 2, r.choice((0, 1))))]
        r.shuffle(cases)
        return Node("select {", [Node("", cases, flat=True)], "}", flat=True)

    def timer(self, depth):
        r = self.random
        kind = r.random()
        if kind < 0.25:
            return Node("<-tm.C")
        if kind < 0.45:
            return Node("if !tm.Stop() {", self.block(depth + 1, 1), "}")
        if kind < 0.65:
            return Node("tm.Reset(1)")
        return Node("select {", [Node("", [Node("case <-tm.C:", self.block(depth + 2, 1)),
                                           Node(r.choice((f"case <-{self.channel()}:", "default:")), self.block(depth + 2, 1))],
                                      flat=True)], "}", flat=True)

    def channels_of(self, depth):
        r = self.random
        kind = r.random()
        if kind < 0.25:
            return Node(f"cc <- {self.channel()}")
        if kind < 0.4:
            return Node(f"{self.channel()} = <-cc")
        if kind < 0.55:
            return Node("if c, ok := <-cc; ok {", [Node(r.choice(("c <- 1", "<-c", "close(c)"))), *self.block(depth + 1, 1)], "}")
        if kind < 0.7:
            return Node(f"{self.channel()} = {r.choice(('nil', self.channel(), 'make(chan int)'))}")
        if kind < 0.85:
            return Node("select {", [Node("", [Node(f"case cc <- {self.channel()}:", self.block(depth + 2, 1)),
                                               Node("case c := <-cc:", [Node(r.choice(("c <- 2", "<-c", "_ = c")))])],
                                          flat=True)], "}", flat=True)
        return Node(f"func(out chan<- int, in <-chan int) {{", [Node(r.choice(("out <- 1", "<-in", "out <- <-in", "close(out)")))],
                    f"}}({self.channel()}, {self.channel()})")

    def defer(self, depth):
        r = self.random
        kind = r.random()
        if kind < 0.6:
            return Node(r.choice((f"defer close({self.channel()})", "defer mu.Unlock()", "defer wg.Done()",
                                  f"defer fmt.Println({self.variable()})" if self.prints else "defer func() {}()")))
        return Node("defer func() {", self.block(depth + 1, 1), "}()")

    def count(self, depth):
        r = self.random
        if r.random() < 0.5:
            return Node(f"{self.variable()} = runtime.NumGoroutine()")
        return Node(f"if runtime.NumGoroutine() == {r.randint(1, 3)} {{", self.block(depth + 1, 1), "}")

    def values(self, depth):
        r = self.random
        x = self.variable()
        return r.choice((
            lambda: Node(f"sm.Store({r.randint(1, 2)}, {self.value()})"),
            lambda: Node(f"if v, ok := sm.Load(1); ok {{", [Node(f"{x} = v.(int)"), *self.block(depth + 1, 1)], "}"),
            lambda: Node("if _, loaded := sm.LoadOrStore(1, 2); loaded {", self.block(depth + 1, 1), "}"),
            lambda: Node("sm.Delete(1)"),
            lambda: Node("if sm.CompareAndSwap(1, 2, 3) {", self.block(depth + 1, 1), "}"),
            lambda: Node(f"av.Store({r.choice(('1', '2'))})"),
            lambda: Node("if v := av.Load(); v != nil {", [Node(f"{x} = v.(int)"), *self.block(depth + 1, 1)], "}"),
            lambda: Node("pool.Put(new(int))"),
            lambda: Node("if pool.Get() == nil {", self.block(depth + 1, 1), "}"),
        ))()

    def labelled(self, depth):
        r = self.random
        self.labels += 1
        label = f"L{self.labels}"
        leave = r.choice((f"break {label}", f"continue {label}"))
        cases = [Node(f"case v, ok := <-{self.channel()}:", [Node(f"if !ok || v > 1 {{", [Node(leave)], "}"), *self.block(depth + 2, 1)]),
                 Node(r.choice((f"case {self.channel()} <- i:", "default:")), [Node(f"break {label}")])]
        loop = Node(r.choice(("for i := range 2 {", "for i := 0; ; i++ {")),
                    [Node("_ = i"), Node("select {", [Node("", cases, flat=True)], "}", flat=True)], "}")
        return Node(f"{label}:", [loop], flat=True)

    def closure(self, depth):
        r = self.random
        kind = r.random()
        if kind < 0.4:
            return Node("f = func() {", self.block(depth + 1, r.randint(1, 2)), "}")
        if kind < 0.8:
            return Node(r.choice(("f()", "f()", "go f()", "defer f()", "once.Do(f)")))
        return Node("for i := 0; i < 2; i++ {", [Node("go func() {", [Node(f"{self.channel()} <- i"), *self.block(depth + 2, 1)], "}()")], "}")

    def container(self, depth):
        r = self.random
        x = self.variable()
        return r.choice((
            lambda: Node(f"m[{r.randint(1, 2)}] = {self.value()}"),
            lambda: Node("delete(m, 1)"),
            lambda: Node("if v, ok := m[1]; ok {", [Node(f"{x} = v"), *self.block(depth + 1, 1)], "}"),
            lambda: Node("for k := range m {", [Node(f"{x} += k"), *self.block(depth + 1, 1)], "}"),
            lambda: Node(f"s = append(s, {self.value()})"),
            lambda: Node(f"s[len(s)-1] = {self.value()}"),
            lambda: Node(f"{x} = s[{self.variable()}]"),
            lambda: Node("for _, v := range s {", [Node(f"{self.channel()} <- v"), *self.block(depth + 1, 1)], "}"),
            lambda: Node(f"s = s[{r.randint(0, 1)}:]"),
        ))()

    def recovered(self, depth):
        r = self.random
        handler = [Node("if r := recover(); r != nil {", r.choice(([Node('panic("again")')], self.block(depth + 2, 1), [])), "}")]
        return Node("func() {", [Node("defer func() {", handler, "}()"), *self.block(depth + 1, r.randint(1, 2))], "}()")
