#pragma once
// The direct parts of an expression, for walks that treat most kinds alike.

#include <vector>

#include "model/syntax/tree.hpp"

namespace model::syntax {

/// Calls `visit` for each expression that evaluating `e` may evaluate, in the order of the source; those that are left out
/// (a slice's bounds) are null. Names, literals, types and function literals have none.
template <typename Visit>
void for_each_operand(const Expr* e, const Visit& visit) {
  const auto list = [&](const std::vector<Expr*>& all) {
    for (const Expr* x : all) visit(x);
  };
  switch (e->kind) {
    case Kind::CompositeLit: return list(as<CompositeLit>(e)->elts);
    case Kind::ParenExpr: return visit(as<ParenExpr>(e)->x);
    case Kind::SelectorExpr: return visit(as<SelectorExpr>(e)->x);
    case Kind::IndexExpr:
      visit(as<IndexExpr>(e)->x);
      return list(as<IndexExpr>(e)->indices);
    case Kind::SliceExpr:
      for (const Expr* x : {as<SliceExpr>(e)->x, as<SliceExpr>(e)->low, as<SliceExpr>(e)->high, as<SliceExpr>(e)->max}) {
        visit(x);
      }
      return;
    case Kind::TypeAssertExpr: return visit(as<TypeAssertExpr>(e)->x);
    case Kind::CallExpr:
      visit(as<CallExpr>(e)->fun);
      return list(as<CallExpr>(e)->args);
    case Kind::StarExpr: return visit(as<StarExpr>(e)->x);
    case Kind::UnaryExpr: return visit(as<UnaryExpr>(e)->x);
    case Kind::BinaryExpr:
      visit(as<BinaryExpr>(e)->x);
      return visit(as<BinaryExpr>(e)->y);
    case Kind::KeyValueExpr:
      visit(as<KeyValueExpr>(e)->key);
      return visit(as<KeyValueExpr>(e)->value);
    default: return;
  }
}

}  // namespace model::syntax
