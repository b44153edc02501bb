#include "tests/soundness/races/generator.hpp"

#include <cctype>
#include <random>
#include <vector>

namespace tests::soundness {
namespace {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  std::string text() {
    // Few kinds of operations in one program, so that they meet.
    std::vector<Statement> all = {
        &Generator::channel, &Generator::select, &Generator::length, &Generator::close, &Generator::mutex,
        &Generator::rwmutex, &Generator::group, &Generator::once, &Generator::atomic, &Generator::cond,
        &Generator::timer, &Generator::sync_map, &Generator::spawn, &Generator::pool, &Generator::value,
        &Generator::context, &Generator::copied};
    const std::uint32_t kinds = 1 + below(3);
    for (std::uint32_t i = 0; i < kinds; ++i) statements_.push_back(all[below(static_cast<std::uint32_t>(all.size()))]);
    if (below(3) != 0) statements_.push_back(&Generator::channel);
    std::string body;
    const std::uint32_t goroutines = 1 + below(2);
    for (std::uint32_t i = 0; i < goroutines; ++i) {
      if (below(4) == 0) body += access();
      body += "go func() {\nr := 0\n" + block(1 + below(3)) + "_ = r\n}()\n";
    }
    body += block(1 + below(3));
    const auto declare = [&](const char* name, const std::string& declaration) {
      return uses(body, name) ? "var " + declaration + "\n" : std::string();
    };
    const std::string variables =
        "var x, y int\nvar c = make(chan int, " + std::to_string(below(3)) + ")\n" +
        declare("s", "s struct{ a, b int }") + declare("l", "l = make([]int, 2)") + declare("m", "m = map[int]int{}") +
        declare("mu", "mu sync.Mutex") + declare("rw", "rw sync.RWMutex") + declare("wg", "wg sync.WaitGroup") +
        declare("once", "once sync.Once") + declare("n", "n atomic.Int32") + declare("p", "p int32") +
        declare("cond", "cond = sync.NewCond(&lock)") + declare("cond", "lock sync.Mutex") + declare("sm", "sm sync.Map") +
        declare("t", "t struct{ mu sync.Mutex; n atomic.Int32; rw sync.RWMutex; wg sync.WaitGroup; once sync.Once; a int }") +
        declare("pool", "pool sync.Pool") + declare("av", "av atomic.Value") +
        ((uses(body, "ctx") || uses(body, "cancel")) ? "var ctx, cancel = context.WithCancel(context.Background())\n" : "") +
        (uses(body, "shut") ? "\nfunc shut() (ok bool) {\ndefer func() { ok = recover() == nil }()\nclose(c)\nreturn\n}\n" : "");
    std::string imports;
    for (const char* path : {"context", "sync", "sync/atomic", "time"}) {
      const std::string name = std::string(path).substr(std::string(path).rfind('/') + 1);
      if (uses(body + variables, name)) imports += "import \"" + std::string(path) + "\"\n";
    }
    return "package main\n\n" + imports + "\n" + variables + "\nfunc main() {\nr := 0\n" +
           (uses(body, "wg") ? "wg.Add(" + std::to_string(1 + below(2)) + ")\n" : "") + body + "_ = r\n}\n";
  }

 private:
  using Statement = std::string (Generator::*)();

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  std::string any(const std::vector<std::string>& of) { return of[below(static_cast<std::uint32_t>(of.size()))]; }
  /// Is the name a word of the text?
  static bool uses(const std::string& text, const std::string& name) {
    const auto letter = [&](std::size_t at) { return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0; };
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      const bool field = at > 0 && text[at - 1] == '.';
      if (!(at > 0 && letter(at - 1)) && !letter(at + name.size()) && !field) return true;
    }
    return false;
  }

  std::string access() {
    return any({"x = 1\n", "y = 2\n", "x++\n", "r += x\n", "r += y\n", "r += x\n", "x, y = y, x\n", "s.a = 1\n", "s.b = 2\n",
                "r += s.a\n", "l[0] = 1\n", "r += l[1]\n", "m[1]++\n", "r += len(m)\n", "p = 1\n", "r += int(p)\n",
                "s = struct{ a, b int }{1, 2}\n"});
  }
  std::string block(std::uint32_t n) {
    std::string out;
    for (std::uint32_t i = 0; i < n; ++i) out += below(3) == 0 ? access() : (this->*statements_[below(static_cast<std::uint32_t>(statements_.size()))])();
    return out;
  }
  /// Mostly an access; what is told by an order should use it.
  std::string part() { return "{\n" + (below(4) == 0 ? block(1) : access()) + "}\n"; }
  std::string part_or_none() { return below(2) == 0 ? "" : access(); }

  std::string channel() {
    const std::string number = std::to_string(1 + below(2));
    switch (below(5)) {
      case 0: return access() + "c <- " + number + "\n";
      case 1: return "<-c\n" + access();
      case 2: return "c <- " + number + "\n" + part_or_none();
      case 3: return "if <-c == " + number + " " + part();
      default: return "if _, ok := <-c; " + any({"ok ", "!ok "}) + part();
    }
  }
  std::string select() {
    const std::string first = any({"case c <- 2:\n", "case <-c:\n"});
    return "select {\n" + first + part_or_none() + "default:\n" + access() + "}\n";
  }
  std::string length() { return any({access() + "c <- 1\n", "if len(c) == " + std::to_string(below(2)) + " " + part()}); }
  std::string close() { return any({access() + "shut()\n", "if !shut() " + part(), "shut()\n" + access()}); }
  std::string mutex() {
    switch (below(5)) {
      case 0: return "if mu.TryLock() {\n" + part_or_none() + "mu.Unlock()\n} else " + part();
      case 1: return access() + "mu.Lock()\n";
      case 2: return "mu.Unlock()\n" + access();
      default: return "mu.Lock()\n" + access() + "mu.Unlock()\n";
    }
  }
  std::string rwmutex() {
    switch (below(6)) {
      case 0: return "if rw.TryLock() {\n" + access() + "rw.Unlock()\n} else " + part();
      case 1: return "if rw.TryRLock() {\n" + access() + "rw.RUnlock()\n} else " + part();
      case 2:
      case 3: return "rw.RLock()\n" + access() + "rw.RUnlock()\n";
      default: return "rw.Lock()\n" + access() + "rw.Unlock()\n";
    }
  }
  std::string group() { return any({access() + "wg.Done()\n", "wg.Wait()\n" + access()}); }
  std::string once() { return "once.Do(func() {\n" + access() + "})\n" + part_or_none(); }
  std::string atomic() {
    switch (below(6)) {
      case 0: return access() + "n.Store(1)\n";
      case 1: return "if n.Load() == 1 " + part();
      case 2: return "if n.Add(1) == 2 " + part();
      case 3: return "if n.CompareAndSwap(0, 1) " + part() ;
      case 4: return access() + any({"atomic.AddInt32(&p, 1)\n", "atomic.StoreInt32(&p, 2)\n"});
      default: return "if atomic.LoadInt32(&p) == 2 " + part();
    }
  }
  std::string cond() {
    switch (below(4)) {
      case 0: return "lock.Lock()\ncond.Wait()\nlock.Unlock()\n" + access();
      case 1: return access() + "cond.Signal()\n";
      case 2: return access() + "cond.Broadcast()\n";
      default: return "lock.Lock()\n" + access() + "lock.Unlock()\ncond.Signal()\n";
    }
  }
  std::string timer() {
    return any({access() + "time.AfterFunc(1, func() {\n" + access() + "})\n", "<-time.After(1)\n" + access(),
                "time.Sleep(1)\n"});
  }
  std::string sync_map() {
    return any({access() + "sm.Store(1, 1)\n", "if _, ok := sm.Load(1); ok " + part(), "if _, ok := sm.LoadOrStore(1, 2); ok " + part(),
                access() + "sm.Delete(1)\n", access() + "sm.Store(2, 1)\n"});
  }
  std::string spawn() { return access() + "go func() {\nr := 0\n" + block(1) + "_ = r\n}()\n" + part_or_none(); }
  std::string pool() { return any({access() + "pool.Put(1)\n", "if pool.Get() != nil " + part()}); }
  std::string value() { return any({access() + "av.Store(1)\n", "if av.Load() != nil " + part(), access() + "av.CompareAndSwap(1, 2)\n"}); }
  std::string context() {
    return any({access() + "cancel()\n", "if ctx.Err() != nil " + part(), "<-ctx.Done()\n" + access(),
                access() + "context.AfterFunc(ctx, func() {\n" + access() + "})\n"});
  }

  /// Objects of sync and sync/atomic in a struct that is copied or overwritten while they are used.
  std::string copied() {
    switch (below(9)) {
      case 0: return "{\nu := t\nr += u.a\n}\n";
      case 1: return any({"t.mu = sync.Mutex{}\n", "t.n = atomic.Int32{}\n", "t.wg = sync.WaitGroup{}\n", "t.once = sync.Once{}\n"});
      case 2: return "{\nu := &t\nr += u.a\n}\n";
      case 3: return "t.mu.Lock()\n" + part_or_none() + "t.mu.Unlock()\n";
      case 4: return access() + any({"t.n.Add(1)\n", "t.n.Store(1)\n"});
      case 5: return "if t.n.Load() == 1 " + part();
      case 6: return any({"t.rw.RLock()\nt.rw.RUnlock()\n", "t.rw.Lock()\nt.rw.Unlock()\n", "t.once.Do(func() {\n" + access() + "})\n"});
      case 7: return any({"t.wg.Add(1)\n", "t.wg.Wait()\n", "if t.mu.TryLock() {\n" + access() + "}\n"});
      default: return "if u := t; u.mu.TryLock() " + part();
    }
  }

  std::mt19937_64 random_;
  std::vector<Statement> statements_;
};

}  // namespace

std::string racy_program(std::uint64_t seed) { return Generator(seed).text(); }

}  // namespace tests::soundness
