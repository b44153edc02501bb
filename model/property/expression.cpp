#include "model/property/expression.hpp"

#include <set>
#include <string>

#include "model/types/expression_text.hpp"
#include "model/types/object.hpp"
#include "model/types/predicates.hpp"

namespace model::property {

using namespace syntax;

namespace {

const Expr* strip(const Expr* e) {
  while (is<ParenExpr>(e)) e = as<ParenExpr>(e)->x;
  return e;
}

bool is_atomic_load(const CallExpr* call, const types::Info& info) {
  const auto* s = try_as<SelectorExpr>(strip(call->fun));
  const types::Selection* selection = s == nullptr ? nullptr : info.selection(s);
  if (selection == nullptr || !call->args.empty()) return false;
  const auto* f = types::try_as<types::Func>(selection->object);
  return f != nullptr && f->name == "Load" && f->package != nullptr && f->package->path == "sync/atomic";
}

const types::Builtin* builtin(const CallExpr* call, const types::Info& info) {
  const auto* name = try_as<Ident>(strip(call->fun));
  return name == nullptr ? nullptr : types::try_as<types::Builtin>(info.use(name));
}

class Walk {
 public:
  Walk(const types::Info& info, base::Diagnostics& diagnostics) : info_(info), diagnostics_(diagnostics) {}

  bool walk(const Expr* e) {
    e = strip(e);
    const types::TypeAndValue& tv = info_.type_and_value(e);
    if (tv.is_constant() || tv.is_type()) return true;
    switch (e->kind) {
      case Kind::Ident: {
        const types::Object* object = info_.use(as<Ident>(e));
        if (types::is<types::Var>(object) || types::is<types::Nil>(object)) return true;
        return refuse(e);
      }
      case Kind::SelectorExpr: {
        const types::Selection* s = info_.selection(as<SelectorExpr>(e));
        if (s == nullptr) return types::is<types::Var>(info_.use(as<SelectorExpr>(e)->sel)) || refuse(e);
        return s->kind == types::SelectionKind::FieldValue ? walk(as<SelectorExpr>(e)->x) : refuse(e);
      }
      case Kind::IndexExpr:
        return as<IndexExpr>(e)->indices.size() == 1 && walk(as<IndexExpr>(e)->x) && walk(as<IndexExpr>(e)->indices[0]);
      case Kind::StarExpr: return walk(as<StarExpr>(e)->x);
      case Kind::UnaryExpr: {
        const auto* u = as<UnaryExpr>(e);
        return u->op == Token::Arrow || u->op == Token::And ? refuse(e) : walk(u->x);
      }
      case Kind::BinaryExpr: return walk(as<BinaryExpr>(e)->x) && walk(as<BinaryExpr>(e)->y);
      case Kind::CallExpr: {
        const auto* call = as<CallExpr>(e);
        if (info_.type_and_value(strip(call->fun)).is_type()) return walk(call->args[0]);
        if (is_atomic_load(call, info_)) return walk(as<SelectorExpr>(strip(call->fun))->x);
        const types::Builtin* b = builtin(call, info_);
        if (b == nullptr || (b->builtin != types::BuiltinId::Len && b->builtin != types::BuiltinId::Cap &&
                             b->builtin != types::BuiltinId::Closed)) {
          return refuse(e);
        }
        return walk(call->args[0]);
      }
      default: return refuse(e);
    }
  }

 private:
  bool refuse(const Expr* e) {
    std::string text = types::expression_text(e);
    diagnostics_.error(e->position, "Annotation",
                       text + " cannot be part of an annotation's expression: only package variables and constants, "
                              "fields, elements, conversions, operators, len, cap, closed and Load of atomics");
    return false;
  }

  const types::Info& info_;
  base::Diagnostics& diagnostics_;
};

void collect(const Expr* e, const types::Info& info, std::set<std::string>& seen, std::vector<const Expr*>& out) {
  e = strip(e);
  const types::TypeAndValue& tv = info.type_and_value(e);
  if (tv.is_constant() || tv.is_type() || (is<Ident>(e) && types::is<types::Nil>(info.use(as<Ident>(e))))) return;
  if (const auto* u = try_as<UnaryExpr>(e)) return collect(u->x, info, seen, out);
  if (const auto* b = try_as<BinaryExpr>(e)) {
    collect(b->x, info, seen, out);
    return collect(b->y, info, seen, out);
  }
  if (const auto* c = try_as<CallExpr>(e); c != nullptr && info.type_and_value(strip(c->fun)).is_type()) {
    return collect(c->args[0], info, seen, out);
  }
  if (seen.insert(types::expression_text(e)).second) out.push_back(e);
}

}  // namespace

bool allowed(const Expr* e, const types::Info& info, base::Diagnostics& diagnostics) {
  return Walk(info, diagnostics).walk(e);
}

std::vector<const Expr*> terms(const Expr* e, const types::Info& info) {
  std::set<std::string> seen;
  std::vector<const Expr*> out;
  collect(e, info, seen, out);
  return out;
}

}  // namespace model::property
