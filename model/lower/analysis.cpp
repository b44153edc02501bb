#include "model/lower/analysis.hpp"

#include <algorithm>

#include "model/syntax/operands.hpp"
#include "model/types/predicates.hpp"

namespace model::lower {

using namespace syntax;
using types::Var;
using types::VarKind;

namespace {

/// A step that changes a frame makes a new one of it: a long array, also in a struct, is better off
/// in an object, which most steps do not change.
bool has_long_array(types::Type* t) {
  constexpr std::int64_t kLong = 256;
  if (t == nullptr) return false;
  t = types::underlying(t);
  if (const auto* array = types::try_as<types::Array>(t))
    return array->len > kLong || has_long_array(array->elem);
  const auto* s = types::try_as<types::Struct>(t);
  return s != nullptr && std::any_of(s->fields.begin(), s->fields.end(),
                                     [](const Var* f) { return has_long_array(f->type); });
}

}  // namespace

bool Analysis::boxed(const Var* v) const {
  if (v->var_kind == VarKind::Package) return false;
  if (v->address_taken || has_long_array(v->type)) return true;
  if (captured.count(v) == 0) return false;
  return v->assigned || mutated.count(v) != 0 || v->var_kind == VarKind::Result;
}

bool ranges_over_function(const types::Info& info, const RangeStmt* s) {
  types::Type* t = info.type_of(s->x);
  return t != nullptr && types::core_as<types::Signature>(t) != nullptr;
}

namespace {

/// Has the type itself an invalid part? What is inside of defined types does not count: it is met where it is used.
bool is_invalid(types::Type* t) {
  const auto any = [](const std::vector<types::Type*>& list) { return std::any_of(list.begin(), list.end(), is_invalid); };
  const auto any_var = [](const std::vector<Var*>& list) {
    return std::any_of(list.begin(), list.end(), [](const Var* v) { return is_invalid(v->type); });
  };
  t = types::unalias(t);
  if (t == nullptr) return false;
  switch (t->kind) {
    case types::TypeKind::Basic: return !types::is_valid(t);
    case types::TypeKind::Pointer: return is_invalid(types::as<types::Pointer>(t)->elem);
    case types::TypeKind::Slice: return is_invalid(types::as<types::Slice>(t)->elem);
    case types::TypeKind::Array: return is_invalid(types::as<types::Array>(t)->elem);
    case types::TypeKind::Chan: return is_invalid(types::as<types::Chan>(t)->elem);
    case types::TypeKind::Map: return is_invalid(types::as<types::Map>(t)->key) || is_invalid(types::as<types::Map>(t)->elem);
    case types::TypeKind::Struct: return any_var(types::as<types::Struct>(t)->fields);
    case types::TypeKind::Tuple: return any_var(types::as<types::Tuple>(t)->vars);
    case types::TypeKind::Signature:
      return is_invalid(types::as<types::Signature>(t)->params) || is_invalid(types::as<types::Signature>(t)->results);
    case types::TypeKind::Named:
      return !types::is_valid(types::underlying(t)) || any(types::as<types::Named>(t)->type_args);
    case types::TypeKind::Interface:
    case types::TypeKind::Alias:
    case types::TypeKind::Union:
    case types::TypeKind::TypeParam: break;
  }
  return false;
}

class Walk {
 public:
  Walk(const types::Info& info, Analysis& out, std::uint32_t version, bool look_for_invalid)
      : info_(info), out_(out), version_(version), look_for_invalid_(look_for_invalid) {}

  void root(const Node* node) {
    if (const auto* decl = try_as<FuncDecl>(node)) {
      regions_.push_back(decl);
      functions_.push_back(decl);
      if (decl->recv != nullptr) fields(decl->recv);
      function_type(decl->type);
      statement(decl->body);
    } else {
      regions_.push_back(node);
      functions_.push_back(node);
      expression(static_cast<const Expr*>(node));
    }
  }

 private:
  void declare(types::Object* object) {
    if (auto* v = types::try_as<Var>(object)) depth_[v] = regions_.size();
  }

  void fields(const FieldList* list) {
    if (list == nullptr) return;
    for (const Field* f : list->list) {
      for (const Ident* name : f->names) declare(info_.def(name));
      declare(info_.implicit(f));
    }
  }

  void function_type(const FuncType* type) {
    fields(type->params);
    fields(type->results);
  }

  void use(Var* v) {
    const auto found = depth_.find(v);
    if (found == depth_.end() || found->second == regions_.size()) return;
    out_.captured.insert(v);
    for (std::size_t i = found->second; i < regions_.size(); ++i) {
      std::vector<Var*>& list = out_.captures[regions_[i]];
      if (std::find(list.begin(), list.end(), v) == list.end()) list.push_back(v);
    }
  }

  void mention(const Ident* name) {
    const types::Object* object = info_.use(name);
    if (object == nullptr) return;
    if (object->kind == types::ObjectKind::PkgName || object->kind == types::ObjectKind::Func) {
      out_.mentioned.insert(object);
    }
  }

  /// The variable that an assignment to `e` changes, if it is one's own memory.
  void mutate(const Expr* e) {
    while (e != nullptr) {
      if (const auto* paren = try_as<ParenExpr>(e)) {
        e = paren->x;
      } else if (const auto* name = try_as<Ident>(e)) {
        if (const auto* v = types::try_as<Var>(info_.object_of(name))) out_.mutated.insert(v);
        return;
      } else if (const auto* selector = try_as<SelectorExpr>(e)) {
        e = selector->x;
      } else if (const auto* index = try_as<IndexExpr>(e)) {
        e = index->x;
      } else {
        return;
      }
    }
  }

  void expressions(const std::vector<Expr*>& list) {
    for (const Expr* e : list) expression(e);
  }

  /// Every expression that is more than a name has its type recorded, unless it is invalid.
  bool invalid(const Expr* e) {
    switch (e->kind) {
      case Kind::Ident: {
        const types::Object* object = info_.object_of(as<Ident>(e));
        const bool has_type = object != nullptr && object->kind != types::ObjectKind::PkgName &&
                              object->kind != types::ObjectKind::Builtin;
        return has_type && is_invalid(object->type);
      }
      case Kind::SelectorExpr:
      case Kind::CompositeLit:
      case Kind::IndexExpr:
      case Kind::SliceExpr:
      case Kind::TypeAssertExpr:
      case Kind::CallExpr:
      case Kind::StarExpr:
      case Kind::UnaryExpr:
      case Kind::BinaryExpr: {
        const types::TypeAndValue& tv = info_.type_and_value(e);
        return !tv || is_invalid(tv.type);
      }
      default: return false;
    }
  }

  void expression(const Expr* e) {
    if (e == nullptr) return;
    if (look_for_invalid_ && out_.invalid == nullptr && invalid(e)) out_.invalid = e;
    switch (e->kind) {
      case Kind::Ident:
        if (auto* v = types::try_as<Var>(info_.use(as<Ident>(e)))) use(v);
        mention(as<Ident>(e));
        return;
      case Kind::FuncLit: {
        const auto* f = as<FuncLit>(e);
        regions_.push_back(f);
        functions_.push_back(f);
        function_type(f->type);
        statement(f->body);
        functions_.pop_back();
        regions_.pop_back();
        return;
      }
      case Kind::SelectorExpr:
        mention(as<SelectorExpr>(e)->sel);
        return expression(as<SelectorExpr>(e)->x);
      default:
        // A field's name in a composite literal is a use of the field, which is no local variable.
        return for_each_operand(e, [&](const Expr* x) { expression(x); });
    }
  }

  void statements(const std::vector<Stmt*>& list) {
    for (const Stmt* s : list) statement(s);
  }

  void declaration(const GenDecl* decl) {
    if (decl == nullptr || decl->token != Token::Var) return;
    for (const Spec* spec : decl->specs) {
      const auto* value = as<ValueSpec>(spec);
      expressions(value->values);
      for (const Ident* name : value->names) declare(info_.def(name));
    }
  }

  void assignment(const AssignStmt* s) {
    expressions(s->rhs);
    for (const Expr* e : s->lhs) {
      const auto* name = try_as<Ident>(e);
      if (s->op == Token::Define && name != nullptr && info_.def(name) != nullptr) {
        declare(info_.def(name));
        continue;
      }
      mutate(e);
      expression(e);
    }
  }

  void range(const RangeStmt* s) {
    expression(s->x);
    const bool over_function = ranges_over_function(info_, s);
    if (over_function) {
      regions_.push_back(s);
      ++in_range_;
      if (s->key == nullptr) out_.captures[s];
    }
    for (const Expr* e : {s->key, s->value}) {
      if (e == nullptr) continue;
      const auto* name = try_as<Ident>(e);
      if (s->op == Token::Define && name != nullptr) {
        declare(info_.def(name));
        if (version_ < 22 && info_.def(name) != nullptr) mutate(e);
      } else {
        mutate(e);
        expression(e);
      }
    }
    statement(s->body);
    if (over_function) {
      --in_range_;
      regions_.pop_back();
    }
  }

  void statement(const Stmt* s) {
    if (s == nullptr) return;
    switch (s->kind) {
      case Kind::DeclStmt: return declaration(try_as<GenDecl>(as<DeclStmt>(s)->decl));
      case Kind::LabeledStmt: return statement(as<LabeledStmt>(s)->stmt);
      case Kind::ExprStmt: return expression(as<ExprStmt>(s)->x);
      case Kind::SendStmt:
        expression(as<SendStmt>(s)->chan);
        return expression(as<SendStmt>(s)->value);
      case Kind::IncDecStmt:
        mutate(as<IncDecStmt>(s)->x);
        return expression(as<IncDecStmt>(s)->x);
      case Kind::AssignStmt: return assignment(as<AssignStmt>(s));
      case Kind::GoStmt: return expression(as<GoStmt>(s)->call);
      case Kind::DeferStmt:
        out_.defers.insert(functions_.back());
        return expression(as<DeferStmt>(s)->call);
      case Kind::ReturnStmt:
        if (function_of_region() != functions_.back()) {
          out_.returns_from_range.insert(functions_.back());
        }
        return expressions(as<ReturnStmt>(s)->results);
      case Kind::BlockStmt: return statements(as<BlockStmt>(s)->list);
      case Kind::IfStmt: {
        const auto* i = as<IfStmt>(s);
        statement(i->init);
        expression(i->cond);
        statement(i->body);
        return statement(i->else_stmt);
      }
      case Kind::CaseClause: {
        const auto* c = as<CaseClause>(s);
        declare(info_.implicit(c));
        expressions(c->list);
        return statements(c->body);
      }
      case Kind::SwitchStmt: {
        const auto* w = as<SwitchStmt>(s);
        statement(w->init);
        expression(w->tag);
        for (const CaseClause* c : w->clauses) statement(c);
        return;
      }
      case Kind::TypeSwitchStmt: {
        const auto* w = as<TypeSwitchStmt>(s);
        statement(w->init);
        expression(w->guard->x);
        for (const CaseClause* c : w->clauses) statement(c);
        return;
      }
      case Kind::CommClause:
        statement(as<CommClause>(s)->comm);
        return statements(as<CommClause>(s)->body);
      case Kind::SelectStmt:
        for (const CommClause* c : as<SelectStmt>(s)->clauses) statement(c);
        return;
      case Kind::ForStmt: {
        const auto* f = as<ForStmt>(s);
        statement(f->init);
        expression(f->cond);
        statement(f->post);
        return statement(f->body);
      }
      case Kind::RangeStmt: return range(as<RangeStmt>(s));
      default: return;
    }
  }

  /// The innermost region: a function, or the body of a range over a function.
  const Node* function_of_region() const { return regions_.back(); }

  const types::Info& info_;
  Analysis& out_;
  std::uint32_t version_;
  bool look_for_invalid_;
  std::vector<const Node*> regions_, functions_;
  std::unordered_map<const Var*, std::size_t> depth_;  // regions around it, its own included
  int in_range_ = 0;
};

}  // namespace

Analysis analyze(const types::Info& info, const Node* root, std::uint32_t version, bool look_for_invalid) {
  Analysis out;
  Walk(info, out, version, look_for_invalid).root(root);
  return out;
}

}  // namespace model::lower
