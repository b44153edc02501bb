// Labels (Go spec, "Labeled statements", "Break statements" to "Fallthrough statements").
//
// One walk over a function body, block by block. A goto to a label that is not known yet is handed
// outwards until a block declares the label; if none does, the label is in a block that the goto is
// not in, or nowhere. A goto that is pending when a variable is declared must not find its label
// later in that same block.

#include "model/syntax/labels.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/syntax/print.hpp"

namespace model::syntax {

namespace {

struct Block {
  const Block* parent = nullptr;
  Position start;
  const LabeledStmt* labeled = nullptr;  ///< the statement whose block it is has this label
};

struct Label {
  LabeledStmt* statement = nullptr;
  const Block* block = nullptr;  ///< valid while that block is being walked
  Position block_start;
  bool used = false;
};

/// What break, continue and fallthrough refer to.
struct Targets {
  Stmt* breaks = nullptr;
  Stmt* continues = nullptr;
  std::ptrdiff_t clause =
      -1;  ///< index in the switch whose clause's list of statements is being walked
};

class Checker {
 public:
  Checker(const base::FileSet& files, base::Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  void run(BlockStmt* body) {
    for (const BranchStmt* pending : walk(nullptr, {}, nullptr, body->position, body->list)) {
      const std::string& name = pending->label->name;
      const auto it = labels_.find(name);
      if (it == labels_.end()) {
        error(pending->label->position, "label " + name + " not defined");
      } else {
        it->second.used = true;
        error(pending->label->position, "goto " + name + " jumps into block starting at " +
                                            files_.describe(it->second.block_start));
      }
    }
    for (const auto& [name, label] : labels_) {
      if (!label.used) {
        error(label.statement->label->position, "label " + name + " defined and not used");
      }
    }
  }

 private:
  using Gotos = std::vector<BranchStmt*>;

  void error(Position p, std::string message) {
    diagnostics_.error(p, "Label", std::move(message));
  }

  static bool has(const Gotos& list, const BranchStmt* s) {
    for (const BranchStmt* g : list) {
      if (g == s) return true;
    }
    return false;
  }

  /// Walks a block's statements; returns the gotos whose label it does not have.
  Gotos walk(const Block* parent, Targets targets, const LabeledStmt* labeled, Position start,
             const std::vector<Stmt*>& list) {
    const Block block{parent, start, labeled};
    Gotos pending;
    Gotos over_variable;  // those pending at the last variable declaration
    std::string variable;
    Position variable_position;

    const auto declare_variable = [&](Position p, std::string name) {
      variable_position = p;
      variable = std::move(name);
      over_variable = pending;
    };
    const auto inner = [&](Targets t, const LabeledStmt* l, Position p,
                           const std::vector<Stmt*>& statements) {
      const Gotos rest = walk(&block, t, l, p, statements);
      pending.insert(pending.end(), rest.begin(), rest.end());
    };

    std::size_t size = list.size();
    while (size > 0 && is<EmptyStmt>(list[size - 1])) --size;
    for (std::size_t i = 0; i < size; ++i) {
      Stmt* s = list[i];
      const LabeledStmt* label = nullptr;
      while (auto* l = try_as<LabeledStmt>(s)) {
        if (!l->label->is_blank()) {
          Label& entry = declare(&block, l);
          Gotos left;
          for (BranchStmt* g : pending) {
            if (g->label->name != l->label->name) {
              left.push_back(g);
              continue;
            }
            g->target = l;
            entry.used = true;
            if (variable_position.valid() && has(over_variable, g)) {
              error(g->label->position, "goto " + l->label->name + " jumps over declaration of " +
                                            variable + " at " + files_.describe(variable_position));
            }
          }
          pending = std::move(left);
          label = l;
        }
        s = l->stmt;
      }
      switch (s->kind) {
        case Kind::DeclStmt: {
          const auto* decl = try_as<GenDecl>(as<DeclStmt>(s)->decl);
          if (decl != nullptr && decl->token == Token::Var && !decl->specs.empty()) {
            const auto* spec = as<ValueSpec>(decl->specs[0]);
            declare_variable(spec->position, spec->names[0]->name);
          }
          break;
        }
        case Kind::AssignStmt: {
          const auto* assign = as<AssignStmt>(s);
          if (assign->op == Token::Define) {
            declare_variable(assign->op_position, to_string(assign->lhs));
          }
          break;
        }
        case Kind::BranchStmt:
          branch(as<BranchStmt>(s), &block, targets, i + 1 == size, pending);
          break;
        case Kind::BlockStmt: {
          const auto* b = as<BlockStmt>(s);
          inner({targets.breaks, targets.continues}, label, b->position, b->list);
          break;
        }
        case Kind::IfStmt: {
          const auto* x = as<IfStmt>(s);
          const Targets t = {targets.breaks, targets.continues};
          inner(t, label, x->body->position, x->body->list);
          if (x->else_stmt != nullptr) inner(t, label, x->else_stmt->position, {x->else_stmt});
          break;
        }
        case Kind::ForStmt: {
          const auto* x = as<ForStmt>(s);
          inner({s, s}, label, x->body->position, x->body->list);
          break;
        }
        case Kind::RangeStmt: {
          const auto* x = as<RangeStmt>(s);
          inner({s, s}, label, x->body->position, x->body->list);
          break;
        }
        case Kind::SwitchStmt: {
          std::ptrdiff_t clause = 0;
          for (const CaseClause* c : as<SwitchStmt>(s)->clauses) {
            inner({s, targets.continues, clause++}, label, c->position, c->body);
          }
          break;
        }
        case Kind::TypeSwitchStmt:
          for (const CaseClause* c : as<TypeSwitchStmt>(s)->clauses) {
            inner({s, targets.continues, 0}, label, c->position, c->body);
          }
          break;
        case Kind::SelectStmt:
          for (const CommClause* c : as<SelectStmt>(s)->clauses) {
            inner({s, targets.continues}, label, c->position, c->body);
          }
          break;
        default:  // no other statement has statements inside, jumps or declares
          break;
      }
    }
    for (auto& [name, entry] : labels_) {
      if (entry.block == &block) entry.block = nullptr;
    }
    return pending;
  }

  Label& declare(const Block* block, LabeledStmt* s) {
    const auto [it, is_new] = labels_.try_emplace(s->label->name);
    if (is_new) {
      it->second = {s, block, block->start, false};
    } else {
      error(s->label->position, "label " + s->label->name + " already defined at " +
                                    files_.describe(it->second.statement->label->position));
    }
    return it->second;
  }

  /// The statement with label `name` that encloses the block; nothing if the label is not known,
  /// null inside if it is known and does not enclose.
  bool enclosing(const Block* block, const std::string& name, Stmt*& statement) {
    const auto it = labels_.find(name);
    if (it == labels_.end()) return false;
    it->second.used = true;
    statement = nullptr;
    for (; block != nullptr; block = block->parent) {
      if (block->labeled == it->second.statement) statement = it->second.statement->stmt;
    }
    return true;
  }

  void branch(BranchStmt* s, const Block* block, const Targets& targets, bool is_last,
              Gotos& pending) {
    if (s->token == Token::Goto) {
      const auto it = labels_.find(s->label->name);
      if (it != labels_.end()) {
        it->second.used = true;
        for (const Block* b = block; b != nullptr; b = b->parent) {
          if (it->second.block == b) {
            s->target = it->second.statement;
            return;
          }
        }
      }
      pending.push_back(s);
    } else if (s->token == Token::Fallthrough) {
      fallthrough(s, targets, is_last);
    } else if (s->label != nullptr) {
      const std::string keyword = token_text(s->token);
      Stmt* target = nullptr;
      if (!enclosing(block, s->label->name, target)) {
        error(s->label->position, keyword + " label not defined: " + s->label->name);
        return;
      }
      const bool is_loop = is<ForStmt>(target) || is<RangeStmt>(target);
      if (is_loop ||
          (s->token == Token::Break &&
           (is<SwitchStmt>(target) || is<TypeSwitchStmt>(target) || is<SelectStmt>(target)))) {
        s->target = target;
      } else {
        error(s->label->position, "invalid " + keyword + " label " + s->label->name);
      }
    } else if (s->token == Token::Break) {
      s->target = targets.breaks;
      if (s->target == nullptr) error(s->position, "break is not in a loop, switch, or select");
    } else {
      s->target = targets.continues;
      if (s->target == nullptr) error(s->position, "continue is not in a loop");
    }
  }

  void fallthrough(const BranchStmt* s, const Targets& targets, bool is_last) {
    const auto* x = try_as<SwitchStmt>(targets.breaks);
    if (is<TypeSwitchStmt>(targets.breaks)) {
      error(s->position, "cannot fallthrough in type switch");
    } else if (x == nullptr || targets.clause < 0 || !is_last) {
      error(s->position, "fallthrough statement out of place");
    } else if (targets.clause + 1 == static_cast<std::ptrdiff_t>(x->clauses.size())) {
      error(s->position, "cannot fallthrough final case in switch");
    }
  }

  const base::FileSet& files_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, Label, std::less<>> labels_;
};

}  // namespace

void check_labels(BlockStmt* body, const base::FileSet& files, base::Diagnostics& diagnostics) {
  Checker(files, diagnostics).run(body);
}

}  // namespace model::syntax
