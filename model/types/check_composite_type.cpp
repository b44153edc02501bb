// Struct and interface types, unions (Go spec, "Struct types", "Interface types").

#include <algorithm>

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

namespace {

/// The name an embedded field has: T of T, *T, p.T, T[int]; null if it cannot be embedded.
const Ident* embedded_name(const Expr* e, bool may_be_pointer = true) {
  if (const auto* name = try_as<Ident>(e)) return name;
  if (const auto* selector = try_as<SelectorExpr>(e)) return selector->sel;
  if (const auto* instance = try_as<IndexExpr>(e)) return embedded_name(instance->x, false);
  if (const auto* star = try_as<StarExpr>(e)) {
    return may_be_pointer ? embedded_name(star->x, false) : nullptr;
  }
  if (const auto* parens = try_as<ParenExpr>(e)) return embedded_name(parens->x, may_be_pointer);
  return nullptr;
}

}  // namespace

void PackageCheck::struct_type(Struct* type, const StructType* e) {
  std::vector<std::string> tags;
  std::unordered_map<std::string, const Var*> seen;
  bool has_tags = false;
  const auto add = [&](const Ident* name, Type* field_type, bool embedded, const std::string& tag) {
    auto* field = context().var(VarKind::Field, name->position, package_, name->name, field_type);
    field->embedded = embedded;
    if (name->name != "_") {
      const auto [other, is_new] = seen.emplace(name->name, field);
      if (!is_new) {
        return error(name->position, "DuplicateDecl",
                     fmt::format("{} redeclared{}", name->name, other_declaration(other->second)));
      }
    }
    type->fields.push_back(field);
    tags.push_back(tag);
    has_tags |= !tag.empty();
    info_.record_def(name, field);
  };
  for (const Field* f : e->fields->list) {
    Type* field_type = var_type(f->type);
    const std::string tag = f->tag != nullptr && !f->tag->bad ? f->tag->value : "";
    for (const Ident* name : f->names) add(name, field_type, false, tag);
    if (!f->names.empty()) continue;
    const Ident* name = embedded_name(f->type);
    if (name == nullptr) {
      error(start_of(f->type), "InvalidSyntaxTree", "invalid embedded field type " + str(f->type));
      continue;
    }
    add(name, field_type, true, tag);
    embedded_field(field_type, start_of(f->type));
  }
  if (has_tags) type->tags = std::move(tags);
}

void PackageCheck::embedded_field(Type* type, Position position) {
  later([this, type, position] {
    bool is_pointer = false;
    Type* t = deref(type, &is_pointer);
    Type* u = underlying(t);
    if (is_unsafe_pointer(u)) {
      error(position, "InvalidPtrEmbed", "embedded field type cannot be unsafe.Pointer");
    } else if (is<Pointer>(u)) {
      error(position, "InvalidPtrEmbed", "embedded field type cannot be a pointer");
    } else if (is_type_param(t)) {
      error(position, "MisplacedTypeParam",
            "embedded field type cannot be a (pointer to a) type parameter");
    } else if (is<Interface>(u) && is_pointer) {
      error(position, "InvalidPtrEmbed", "embedded field type cannot be a pointer to an interface");
    }
  });
}

void PackageCheck::interface_type(Interface* type, const InterfaceType* e, TypeName* definition) {
  Type* receiver_type = type;
  if (definition != nullptr) {
    if (auto* named = try_as<Named>(definition->type)) receiver_type = named;
  }
  for (const Field* f : e->methods->list) {
    if (f->names.empty()) {
      type->embeddeds.push_back(union_type(f->type));
      type->embed_positions.push_back(start_of(f->type));
      continue;
    }
    const Ident* name = f->names[0];
    if (name->is_blank()) {
      error(name->position, "BlankIfaceMethod", "methods must have a unique non-blank name");
      continue;
    }
    Type* method_type = type_of(f->type);
    auto* signature = try_as<Signature>(method_type);
    if (signature == nullptr) continue;  // the parser has complained
    signature->recv =
        context().var(VarKind::Receiver, name->position, package_, "", receiver_type);
    auto* method = context().object<Func>(name->position, package_, name->name, signature);
    method->color = Color::Black;
    info_.record_def(name, method);
    type->methods.push_back(method);
  }
  std::stable_sort(type->methods.begin(), type->methods.end(), [](const Func* a, const Func* b) {
    return a->exported() != b->exported() ? a->exported() : a->name < b->name;
  });
  type->complete = true;
  if (type->methods.empty() && type->embeddeds.empty()) return;
  later([this, type] { report_duplicate_methods(type); });
}

void PackageCheck::report_duplicate_methods(Interface* type) {
  for (std::size_t i = 0; i < type->embeddeds.size() && !allow_version(18); ++i) {
    Type* embedded = type->embeddeds[i];
    Type* u = underlying(embedded);
    if (!is_valid(u) || (is<Interface>(u) && types::type_set(as<Interface>(u)).is_method_set())) {
      continue;
    }
    const char* what = is<Interface>(u) ? "constraint interface"
                       : is<Union>(u)   ? "union element"
                                        : "non-interface type";
    require_version(type->embed_positions[i], 18, fmt::format("embedding {} {}", what, str(embedded)));
    type->embeddeds.erase(type->embeddeds.begin() + static_cast<std::ptrdiff_t>(i));
    type->embed_positions.erase(type->embed_positions.begin() + static_cast<std::ptrdiff_t>(i));
    --i;
  }
  const TypeSet& set = types::type_set(type);
  for (const TypeSet::Duplicate& d : set.duplicates) {
    error(d.position, "DuplicateDecl",
          fmt::format("duplicate method {}\n\t{}: other declaration of method {}", d.method->name,
                      at(d.other_position), d.method->name));
  }
}

Term PackageCheck::union_term(const Expr* e) {
  const auto* unary = try_as<UnaryExpr>(e);
  Term term;
  term.tilde = unary != nullptr && unary->op == Token::Tilde;
  const Expr* x = term.tilde ? unary->x : e;
  term.type = type_of(x);
  if (is_type_param(term.type)) {
    error(start_of(x), "MisplacedTypeParam",
          term.tilde ? fmt::format("type in term {} cannot be a type parameter", str(e))
                     : "term cannot be a type parameter");
    term.type = invalid_type();
  }
  return term;
}

Type* PackageCheck::union_type(const Expr* e) {
  std::vector<const Expr*> exprs;
  for (const Expr* rest = e; rest != nullptr;) {
    const auto* binary = try_as<BinaryExpr>(rest);
    if (binary != nullptr && binary->op == Token::Or) {
      exprs.push_back(binary->y);
      rest = binary->x;
    } else {
      exprs.push_back(rest);
      rest = nullptr;
    }
  }
  std::reverse(exprs.begin(), exprs.end());
  std::vector<Term> terms;
  for (const Expr* x : exprs) terms.push_back(union_term(x));
  if (terms.size() == 1 && !terms[0].tilde) return terms[0].type;
  constexpr std::size_t kMaxTerms = 100;
  if (terms.size() > kMaxTerms) {
    error(start_of(exprs[kMaxTerms]), "InvalidUnion",
          fmt::format("cannot handle more than {} union terms (implementation limitation)",
                      kMaxTerms));
    return invalid_type();
  }
  Union* type = context().union_of(terms);
  record_type(e, Mode::TypeExpr, type);
  later([this, terms, exprs] { check_union(terms, exprs); });
  return type;
}

void PackageCheck::check_union(const std::vector<Term>& terms,
                               const std::vector<const Expr*>& exprs) {
  const auto text = [](const Term& t) {  // packages are always named here
    return (t.tilde ? "~" : "") + type_string(t.type, nullptr);
  };
  const auto overlap = [](const Term& a, const Term& b) {
    const Type* x = b.tilde ? underlying(a.type) : a.type;
    const Type* y = a.tilde ? underlying(b.type) : b.type;
    return identical(x, y);
  };
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Term& t = terms[i];
    if (!is_valid(t.type)) continue;
    const Position position = start_of(exprs[i]);
    Type* u = underlying(t.type);
    auto* interface = try_as<Interface>(u);
    if (t.tilde && interface != nullptr) {
      error(position, "InvalidUnion",
            fmt::format("invalid use of ~ ({} is an interface)", str(t.type)));
    } else if (t.tilde && !identical(u, t.type)) {
      error(position, "InvalidUnion",
            fmt::format("invalid use of ~ (underlying type of {} is {})", str(t.type), str(u)));
    } else if (interface != nullptr) {
      const TypeSet& set = types::type_set(interface);
      if (!set.methods.empty()) {
        error(position, "InvalidUnion",
              fmt::format("cannot use {} in union ({} contains methods)", text(t), text(t)));
      } else if (unalias(t.type) == universe().comparable) {
        error(position, "InvalidUnion", "cannot use comparable in union");
      } else if (set.comparable) {
        error(position, "InvalidUnion",
              fmt::format("cannot use {} in union ({} embeds comparable)", text(t), text(t)));
      }
    } else {
      for (std::size_t j = 0; j < i; ++j) {
        if (!is_valid(terms[j].type) || is_interface(terms[j].type)) continue;
        if (!overlap(terms[j], t)) continue;
        error(position, "InvalidUnion",
              fmt::format("overlapping terms {} and {}", text(t), text(terms[j])));
        break;
      }
    }
  }
}

}  // namespace model::types
