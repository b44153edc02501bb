// Expressions of annotations: Go's, in the scope of their file, and `closed(ch)`.

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

namespace {

/// In annotations `closed(x)` means the builtin, also where the program has a variable of that name.
constexpr const char* kHidden = "closed()";

/// Calls of `closed` get another name.
void rename_closed(Expr* e) {
  if (e == nullptr) return;
  switch (e->kind) {
    case Kind::ParenExpr: return rename_closed(as<ParenExpr>(e)->x);
    case Kind::SelectorExpr: return rename_closed(as<SelectorExpr>(e)->x);
    case Kind::IndexExpr:
      rename_closed(as<IndexExpr>(e)->x);
      for (Expr* i : as<IndexExpr>(e)->indices) rename_closed(i);
      return;
    case Kind::StarExpr: return rename_closed(as<StarExpr>(e)->x);
    case Kind::UnaryExpr: return rename_closed(as<UnaryExpr>(e)->x);
    case Kind::BinaryExpr:
      rename_closed(as<BinaryExpr>(e)->x);
      return rename_closed(as<BinaryExpr>(e)->y);
    case Kind::CallExpr: {
      auto* call = as<CallExpr>(e);
      if (auto* name = try_as<Ident>(call->fun); name != nullptr && name->name == "closed") name->name = kHidden;
      rename_closed(call->fun);
      for (Expr* arg : call->args) rename_closed(arg);
      return;
    }
    default: return;  // no other form is allowed
  }
}

}  // namespace

Type* Checker::check_annotation(Package* package, const File* file, Expr* e) {
  const auto found = check_of_.find(package);
  if (found == check_of_.end()) return nullptr;
  return found->second->annotation(e, file);
}

Type* PackageCheck::annotation(Expr* e, const File* file) {
  const std::size_t errors = errors_;
  const Environment saved = std::exchange(env_, {});
  Scope* file_scope = package_->scope;
  for (Scope* s : package_->scope->children) {
    if (s->position == file->package_position) file_scope = s;
  }
  env_.scope = context().scope(file_scope, e->position, e->end);
  env_.version = file->go_version != 0 ? file->go_version : source_.go_version;
  const bool hidden = lookup("closed") != nullptr;
  if (hidden) rename_closed(e);
  auto* closed = context().object<Builtin>(Position{}, nullptr, hidden ? kHidden : "closed", nullptr);
  closed->type = basic(BasicKind::Invalid);
  closed->builtin = BuiltinId::Closed;
  env_.scope->insert(closed);
  const std::size_t from = delayed_.size();
  Operand x;
  expr(x, e);
  if (x.mode != Mode::Invalid) convert_untyped(x, default_type(x.type));
  process_delayed(from);
  env_ = saved;
  record_untyped();
  return errors == errors_ && x.mode != Mode::Invalid ? x.type : nullptr;
}

bool PackageCheck::builtin_closed(Operand& x, const CallExpr* call) {
  const bool valid = all_in_type_set(x.type, [&](Type*, Type* u) { return try_as<Chan>(u) != nullptr; });
  if (!valid) {
    error(start_of(x), "InvalidClosed", fmt::format("invalid argument: {} for closed: not a channel", str(x)));
    return false;
  }
  x.mode = Mode::Value;
  record_builtin(call->fun, basic(BasicKind::Bool), {x.type});
  x.type = basic(BasicKind::Bool);
  return true;
}

}  // namespace model::types
