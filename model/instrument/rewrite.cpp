// From the outside in: a statement's gate stands before the statement where nothing else is evaluated between the two, and
// inside of the expression where something is: `ch <- f()` waits behind f().

#include "model/instrument/rewrite.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/syntax/operands.hpp"
#include "model/types/predicates.hpp"

namespace model::instrument {
namespace {

using namespace syntax;  // NOLINT: the nodes of the tree are this file's vocabulary

class Rewriter {
 public:
  Rewriter(Program& program, const base::FileSet& files, const File& file, std::uint32_t version)
      : program_(program), file_(file), edits_(files, file.index), version_(version) {}

  std::string run(const std::string& import_path, const std::string& shown) {
    edits_.after(file_.name->end, fmt::format("; import {} \"{}\"", kGate, import_path));
    for (const Decl* d : file_.decls) {
      if (const auto* f = try_as<FuncDecl>(d)) {
        if (f->body == nullptr) continue;
        if (f == program_.entry) edits_.after(after_brace(f->body->lbrace), fmt::format(" defer {}.End(); ", kGate));
        block(f->body);
      } else if (const auto* g = try_as<GenDecl>(d)) {
        declaration(g);
      }
    }
    edits_.at_end(fmt::format("\nvar _ = {}.End\n", kGate));
    for (const ImportSpec* import : file_.imports) keep_used(*import);
    return fmt::format("//line {}:1\n", shown) + edits_.apply();
  }

 private:
  /// Calls of these packages are replaced, and an import that nobody uses is an error.
  void keep_used(const ImportSpec& import) {
    static const std::map<std::string_view, std::string_view> kUses = {
        {"time", " %Duration"}, {"context", " %Context"}, {"sync", " %Mutex"}, {"os/signal", " = %Stop"}};
    const auto use = kUses.find(import.path->value);
    if (use == kUses.end()) return;
    const std::string& path = import.path->value;
    std::string name = import.name != nullptr ? import.name->name : path.substr(path.find('/') + 1);
    if (name == "_") return;
    name = name == "." ? "" : name + ".";
    std::string text(use->second);
    edits_.at_end("var _" + text.replace(text.find('%'), 1, name) + "\n");
  }

  static Position after_brace(Position p) {
    ++p.column;
    return p;
  }

  std::uint32_t site(Site::Kind kind, Position position, Position end) {
    const bool shared = kind == Site::Kind::Operation || kind == Site::Kind::Select;
    if (shared) {
      const auto known = program_.numbers.find(position);
      if (known != program_.numbers.end()) return known->second;
    }
    const auto number = static_cast<std::uint32_t>(program_.sites.size());
    program_.sites.push_back({kind, position, end});
    if (shared) program_.numbers[position] = number;
    return number;
  }

  bool accessed(Position from, Position to) const {
    const auto at = program_.accesses.lower_bound(from);
    return at != program_.accesses.end() && *at < to;
  }

  // ---- What an expression does

  /// Does evaluating it pass a gate, or call anything?
  bool is_busy(const Expr* e) const {
    if (e == nullptr) return false;
    if (const auto* call = try_as<CallExpr>(e)) {
      const bool conversion = program_.info.type_and_value(call->fun).is_type();
      return !conversion || any_busy(call->args);
    }
    if (const auto* u = try_as<UnaryExpr>(e); u != nullptr && u->op == Token::Arrow) return true;
    bool busy = false;
    for_each_operand(e, [&](const Expr* x) { busy = busy || is_busy(x); });
    return busy;
  }

  void wrap(const Expr* e, const std::string& function, std::uint32_t number) {
    edits_.before(e->position, fmt::format("{}.{}({}, ", kGate, function, number));
    edits_.after(e->end, ")");
  }

  // ---- Expressions

  void expressions(const std::vector<Expr*>& list) {
    for (const Expr* e : list) expression(e);
  }

  void expression(const Expr* e) {
    if (e == nullptr) return;
    switch (e->kind) {
      case Kind::FuncLit: return block(as<FuncLit>(e)->body);
      case Kind::CallExpr: return call(as<CallExpr>(e));
      case Kind::UnaryExpr: {
        const auto* u = as<UnaryExpr>(e);
        if (u->op == Token::Arrow) wrap(u->x, "Chan", site(Site::Kind::Operation, u->position, u->end));
        return expression(u->x);
      }
      default: return for_each_operand(e, [&](const Expr* x) { expression(x); });
    }
  }

  bool any_busy(const std::vector<Expr*>& list) const {
    return std::any_of(list.begin(), list.end(), [&](const Expr* e) { return is_busy(e); });
  }

  /// What the schedule says of a call by a value settles what it is.
  Call resolved(const CallExpr* c) const {
    Call what = classify(program_, c);
    if (what.callee == Callee::Unknown && program_.operations.count(c->position) != 0) {
      what = {Callee::Operation, "Call", false};
    }
    return what;
  }

  /// Puts the gate into the receiver, or into the first argument if that is a pointer, as in atomic.AddInt32: the call itself
  /// stays a plain one. (Calls through reflection order goroutines by reflect's own locks, and hide them from the race
  /// detector's stacks.) False if that cannot be.
  bool gate_inside(const CallExpr* c, const char* function) {
    if (any_busy(c->args)) return false;
    const auto* s = try_as<SelectorExpr>(c->fun);
    if (s == nullptr) return false;
    if (program_.info.selection(s) == nullptr) {  // a function of a package
      types::Type* first = c->args.empty() ? nullptr : program_.info.type_of(c->args[0]);
      if (first == nullptr || types::core_as<types::Pointer>(first) == nullptr) return false;
      wrap(c->args[0], function, site(Site::Kind::Operation, c->position, c->end));
      return true;
    }
    const types::TypeAndValue& x = program_.info.type_and_value(s->x);
    if (program_.info.selection(s)->kind != types::SelectionKind::MethodValue || x.type == nullptr) return false;
    const bool reference = types::core_as<types::Pointer>(x.type) != nullptr || types::is_interface(x.type);
    if (!reference && !x.is_addressable()) return false;
    const std::uint32_t number = site(Site::Kind::Operation, c->position, c->end);
    edits_.before(s->x->position, fmt::format("{}.{}({}, {}", kGate, function, number, reference ? "" : "&"));
    edits_.after(s->x->end, ")");
    return true;
  }

  void call(const CallExpr* c) {
    const Call what = resolved(c);
    switch (what.callee) {
      case Callee::Plain:
      case Callee::Unknown:
        break;
      case Callee::Close: {  // in the head of a statement, or deferred
        wrap(c->args[0], "Chan", site(Site::Kind::Operation, c->position, c->end));
        break;
      }
      case Callee::Len:
        wrap(c->args[0], "Chan", site(Site::Kind::Operation, c->position, c->end));
        break;
      case Callee::Operation:
        if (what.replacement == "Call" && gate_inside(c, "Value")) break;
        if (what.replacement == "Try" && gate_inside(c, "Try")) break;
        wrap(c->fun, what.replacement == "Try" ? "Call" : what.replacement, site(Site::Kind::Operation, c->position, c->end));
        break;
      case Callee::Chosen:
        wrap(c->fun, "Choice", site(Site::Kind::Operation, c->position, c->end));
        break;
      case Callee::Replaced: {
        const std::uint32_t number = site(Site::Kind::Operation, c->position, c->end);
        if (what.takes_receiver) {
          const auto* s = as<SelectorExpr>(c->fun);
          edits_.before(c->fun->position, fmt::format("{}.{}({}, ", kGate, what.replacement, number));
          edits_.drop(s->x->end, s->end);
          edits_.after(c->fun->end, ")");
          expression(s->x);
        } else {
          edits_.before(c->fun->position, fmt::format("{}.{}({})", kGate, what.replacement, number));
          edits_.drop(c->fun->position, c->fun->end);
        }
        return expressions(c->args);
      }
    }
    expression(c->fun);
    expressions(c->args);
  }

  // ---- Statements

  void block(const BlockStmt* b) { list(b->list); }
  void list(const std::vector<Stmt*>& statements) {
    for (const Stmt* s : statements) statement(s, s->position);
  }
  void gate(Position before, const char* function, std::uint32_t number) {
    edits_.before(before, fmt::format("{}.{}({}); ", kGate, function, number));
  }

  /// `s` stands in a list; what has to come before it can be put at `front` (before its label).
  void statement(const Stmt* s, Position front) {
    if (s == nullptr) return;
    switch (s->kind) {
      case Kind::LabeledStmt: return statement(as<LabeledStmt>(s)->stmt, front);
      case Kind::ExprStmt: {
        access(s, front);
        const auto* c = try_as<CallExpr>(as<ExprStmt>(s)->x);
        if (c != nullptr && classify(program_, c).callee == Callee::Close && !is_busy(c->args[0])) {
          gate(s->position, "Before", site(Site::Kind::Operation, c->position, c->end));
          return expression(c->args[0]);
        }
        if (c != nullptr && !is_busy(c->fun) && !any_busy(c->args) && resolved(c).replacement == "Call") {
          gate(s->position, "Before", site(Site::Kind::Operation, c->position, c->end));
          expression(c->fun);
          return expressions(c->args);
        }
        return simple(s);
      }
      case Kind::IncDecStmt: return increment(as<IncDecStmt>(s), front);
      case Kind::AssignStmt: return assignment(as<AssignStmt>(s), front);
      case Kind::GoStmt: {
        access(s, front);
        edits_.before(s->position, fmt::format("{}.Spawn(); ", kGate));
        edits_.after(s->end, fmt::format("; {}.Spawned()", kGate));
        const CallExpr* c = as<GoStmt>(s)->call;
        expression(c->fun);
        return expressions(c->args);
      }
      case Kind::DeferStmt: return deferred(as<DeferStmt>(s));
      case Kind::BlockStmt: return block(as<BlockStmt>(s));
      case Kind::IfStmt: return if_statement(as<IfStmt>(s), front);
      case Kind::SwitchStmt: {
        const auto* w = as<SwitchStmt>(s);
        if (w->tag != nullptr && accessed(w->tag->position, w->tag->end)) access_at(front, w->tag->position, w->tag->end);
        simple(w->init);
        expression(w->tag);
        return clauses(w->clauses);
      }
      case Kind::TypeSwitchStmt: {
        const auto* w = as<TypeSwitchStmt>(s);
        simple(w->init);
        expression(w->guard->x);
        return clauses(w->clauses);
      }
      case Kind::SelectStmt: return select(as<SelectStmt>(s), front);
      case Kind::ForStmt: return for_statement(as<ForStmt>(s));
      case Kind::RangeStmt: return range(as<RangeStmt>(s), front);
      default:  // NOLINT: simple statements
        access(s, front);
        return simple(s);
    }
  }

  /// A statement before which nothing can be put: only its expressions are rewritten.
  void simple(const Stmt* s) {
    if (s == nullptr) return;
    switch (s->kind) {
      case Kind::ExprStmt: return expression(as<ExprStmt>(s)->x);
      case Kind::SendStmt: return send(as<SendStmt>(s));
      case Kind::IncDecStmt: return expression(as<IncDecStmt>(s)->x);
      case Kind::AssignStmt:
        expressions(as<AssignStmt>(s)->lhs);
        return expressions(as<AssignStmt>(s)->rhs);
      case Kind::ReturnStmt: return expressions(as<ReturnStmt>(s)->results);
      case Kind::DeclStmt: return declaration(try_as<GenDecl>(as<DeclStmt>(s)->decl));
      default: return;  // NOLINT: nothing in them is evaluated
    }
  }

  void declaration(const GenDecl* d) {
    if (d == nullptr || d->token != Token::Var) return;
    for (const Spec* spec : d->specs) expressions(as<ValueSpec>(spec)->values);
  }

  void send(const SendStmt* s) {
    const std::uint32_t number = site(Site::Kind::Operation, s->position, s->end);
    wrap(is_busy(s->value) ? s->value : s->chan, is_busy(s->value) ? "Value" : "Chan", number);
    expression(s->chan);
    expression(s->value);
  }

  void access_at(Position front, Position from, Position to) {
    gate(front, "Before", site(Site::Kind::Access, from, to));
  }
  void access(const Stmt* s, Position front) {
    if (accessed(s->position, s->end)) access_at(front, s->position, s->end);
  }

  /// x++ reads and then writes: between the two others may step.
  void increment(const IncDecStmt* s, Position front) {
    if (!accessed(s->position, s->end) || is_busy(s->x)) return simple(s);
    split(s, front, std::string(edits_.text(s->x->position, s->x->end)), s->op == Token::Inc ? "+ 1" : "- 1");
    edits_.drop(s->position, s->end);
  }

  void split(const Stmt* s, Position front, const std::string& target, const std::string& change) {
    access_at(front, s->position, s->end);
    const std::uint32_t store = site(Site::Kind::Store, s->position, s->end);
    edits_.before(s->position, fmt::format("{{ {0}T := {1}; {0}.Before({2}); {1} = {0}T {3} }}", kGate, target, store, change));
  }

  void assignment(const AssignStmt* s, Position front) {
    if (!accessed(s->position, s->end)) return simple(s);
    const Expr* to = s->lhs.front();
    const bool one = s->lhs.size() == 1 && s->rhs.size() == 1 && !is_busy(to);
    if (one && s->op != Token::Assign && s->op != Token::Define && !is_busy(s->rhs.front())) {
      std::string op(edits_.text(s->op_position, s->rhs.front()->position));
      op.resize(op.find('='));
      split(s, front, std::string(edits_.text(to->position, to->end)),
            fmt::format("{} ({})", op, edits_.text(s->rhs.front()->position, s->rhs.front()->end)));
      edits_.drop(s->position, s->end);
      return;
    }
    access_at(front, s->position, s->end);
    const Expr* from = s->rhs.front();
    const types::TypeAndValue& value = program_.info.type_and_value(from);
    const bool same = value.type != nullptr && program_.info.type_of(to) == value.type;
    // The right side reads, or calls: the write may come later.
    if (one && s->op == Token::Assign && same && !value.is_constant() && (is_busy(from) || accessed(from->position, from->end))) {
      wrap(from, "Value", site(Site::Kind::Store, s->position, s->end));
    }
    simple(s);
  }

  /// `defer f()` becomes `defer f(); defer gate()`: the last one deferred runs first.
  void deferred(const DeferStmt* s) {
    const CallExpr* c = s->call;
    const Call what = classify(program_, c);
    if (what.callee != Callee::Plain) {
      const std::uint32_t number = site(Site::Kind::Deferred, s->position, s->end);
      edits_.after(s->end, fmt::format("; defer {}.Deferred({})", kGate, number));
    }
    expression(c->fun);
    expressions(c->args);
  }

  void if_statement(const IfStmt* s, Position front) {
    if (accessed(s->cond->position, s->cond->end)) access_at(front, s->cond->position, s->cond->end);
    simple(s->init);
    expression(s->cond);
    block(s->body);
    if (const auto* other = try_as<IfStmt>(s->else_stmt)) {
      if_statement(other, front);
    } else if (s->else_stmt != nullptr) {
      block(as<BlockStmt>(s->else_stmt));
    }
  }

  void clauses(const std::vector<CaseClause*>& all) {
    for (const CaseClause* c : all) {
      expressions(c->list);
      list(c->body);
    }
  }

  void for_statement(const ForStmt* s) {
    simple(s->init);
    if (s->cond != nullptr && accessed(s->cond->position, s->cond->end)) {
      const std::uint32_t number = site(Site::Kind::Access, s->cond->position, s->cond->end);
      edits_.before(s->cond->position, fmt::format("{}.Passed({}) && (", kGate, number));
      edits_.after(s->cond->end, ")");
    }
    expression(s->cond);
    simple(s->post);
    block(s->body);
  }

  void select(const SelectStmt* s, Position front) {
    const bool alone = s->clauses.size() == 1 && s->clauses.front()->comm != nullptr;
    std::uint32_t number = 0;
    if (!alone && !s->clauses.empty()) {
      number = site(Site::Kind::Select, s->position, s->end);
    }
    int index = 0;
    int left = static_cast<int>(std::count_if(s->clauses.begin(), s->clauses.end(), [](const CommClause* c) {
      return c->comm != nullptr && channel_of(c->comm) != nullptr;
    }));
    // Only a default: nothing is evaluated.
    if (!alone && left == 0 && !s->clauses.empty()) gate(front, "Before", number);
    for (const CommClause* c : s->clauses) {
      if (c->comm != nullptr) {
        const Expr* channel = channel_of(c->comm);
        if (channel == nullptr) continue;
        if (alone) {
          // As a plain operation; a receive counts where its arrow is.
          wrap(channel, "Chan", site(Site::Kind::Operation, position_of(c->comm), c->comm->end));
        } else {
          // The gate is behind all operands, in the last one.
          const auto* sending = try_as<SendStmt>(c->comm);
          const bool late = left == 1 && sending != nullptr && is_busy(sending->value);
          const char* function = left == 1 && !late ? "LastCase" : "Case";
          edits_.before(channel->position, fmt::format("{}.{}({}, {}, ", kGate, function, number, index));
          edits_.after(channel->end, ")");
          if (late) wrap(sending->value, "Value", number);
          --left;
        }
        ++index;
        expression(channel);
        if (const auto* send = try_as<SendStmt>(c->comm)) expression(send->value);
      }
      list(c->body);
    }
  }

  static const UnaryExpr* receive_of(const Stmt* comm) {
    const Expr* e = nullptr;
    if (const auto* x = try_as<ExprStmt>(comm)) e = x->x;
    if (const auto* a = try_as<AssignStmt>(comm)) e = a->rhs.front();
    while (const auto* p = try_as<ParenExpr>(e)) e = p->x;
    return try_as<UnaryExpr>(e);
  }
  static const Expr* channel_of(const Stmt* comm) {
    if (const auto* send = try_as<SendStmt>(comm)) return send->chan;
    const UnaryExpr* receive = receive_of(comm);
    return receive != nullptr ? receive->x : nullptr;
  }
  static Position position_of(const Stmt* comm) {
    const UnaryExpr* receive = receive_of(comm);
    return receive != nullptr ? receive->position : comm->position;
  }

  /// for v := range ch {} becomes for c := ch; ; { v, ok := <-c; if !ok { break }; }
  void range(const RangeStmt* s, Position front) {
    types::Type* t = program_.info.type_of(s->x);
    if (t == nullptr || types::core_as<types::Chan>(t) == nullptr) {
      // Each turn reads the map; only before the first one there is room for a gate.
      if (accessed(s->position, s->body->lbrace)) access_at(front, s->position, s->body->lbrace);
      expression(s->x);
      return block(s->body);
    }
    const std::uint32_t number = site(Site::Kind::Operation, s->position, s->end);
    const std::string c = fmt::format("{}C{}", kGate, number);
    const std::string ok = fmt::format("{}OK{}", kGate, number);
    std::string variable = "_";
    if (s->key != nullptr) variable = edits_.text(s->key->position, s->key->end);
    const bool define = s->op != Token::Assign || variable == "_";
    const bool shared = version_ < 22 && s->op == Token::Define && variable != "_";
    edits_.drop(s->position, s->x->position);
    edits_.before(s->position, shared ? fmt::format("for {}, {} := {}.Zero(", c, variable, kGate)
                                      : fmt::format("for {} := ", c));
    edits_.after(s->x->end, shared ? "); ; " : "; ; ");
    edits_.after(after_brace(s->body->lbrace),
                 fmt::format(" {0}.Before({1}); {2}{3}, {4} {5} <-{6}; if !{4} {{ break }}; ", kGate, number,
                             define && !shared ? "" : fmt::format("var {} bool; ", ok), variable, ok,
                             define && !shared ? ":=" : "=", c));
    expression(s->x);
    block(s->body);
  }

  Program& program_;
  const File& file_;
  Edits edits_;
  std::uint32_t version_;
};

}  // namespace

std::string rewrite(Program& program, const base::FileSet& files, const syntax::File& file,
                    const std::string& import_path, const std::string& shown, std::uint32_t version) {
  return Rewriter(program, files, file, version).run(import_path, shown);
}

}  // namespace model::instrument
