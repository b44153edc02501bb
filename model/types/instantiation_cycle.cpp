#include "model/types/instantiation_cycle.hpp"

#include <algorithm>

#include "model/types/type_string.hpp"

namespace model::types {

void InstantiationGraph::same(const TypeParam* of_receiver, const TypeParam* of_type) {
  canonical_[of_receiver] = of_type;
}

void InstantiationGraph::instance(const std::vector<TypeParam*>& parameters,
                                  const std::vector<Type*>& args, Position at,
                                  const std::vector<Position>& positions) {
  for (std::size_t i = 0; i < parameters.size() && i < args.size(); ++i) {
    // Cycles do not cross packages: imports have none.
    if (parameters[i]->obj->package != package_) continue;
    flow(parameters[i], args[i], args[i], i < positions.size() ? positions[i] : at);
  }
}

std::size_t InstantiationGraph::vertex(const TypeName* name) {
  const auto [entry, is_new] = index_.try_emplace(name, vertices_.size());
  if (is_new) vertices_.push_back(name);
  return entry->second;
}

std::size_t InstantiationGraph::vertex(const TypeParam* p) {
  const auto known = canonical_.find(p);
  return vertex((known != canonical_.end() ? known->second : p)->obj);
}

std::optional<std::size_t> InstantiationGraph::local_type(const Named* named) {
  const Named* origin = named->origin;
  if (origin->implicit_params.empty() || origin->obj->package != package_) return std::nullopt;
  const bool known = index_.count(origin->obj) != 0;
  const std::size_t v = vertex(origin->obj);
  if (!known) {
    for (const TypeParam* p : origin->implicit_params) {
      edges_.push_back({vertex(p), v, 1, origin->obj->position, p});
    }
  }
  return v;
}

void InstantiationGraph::flow(const TypeParam* into, const Type* argument, const Type* part,
                              Position at) {
  part = unalias(part);
  const auto inner = [&](const Type* t) { flow(into, argument, t, at); };
  const auto vars = [&](const std::vector<Var*>& list) {
    for (const Var* v : list) inner(v->type);
  };
  const auto edge_from = [&](std::size_t from) {
    edges_.push_back({from, vertex(into), part == unalias(argument) ? 0 : 1, at, argument});
  };
  switch (part->kind) {
    case TypeKind::TypeParam:
      edge_from(vertex(as<TypeParam>(part)));
      return;
    case TypeKind::Named: {
      const auto* named = as<Named>(part);
      if (const auto v = local_type(named)) edge_from(*v);
      for (const Type* arg : named->type_args) inner(arg);
      return;
    }
    case TypeKind::Pointer:
      return inner(as<Pointer>(part)->elem);
    case TypeKind::Slice:
      return inner(as<Slice>(part)->elem);
    case TypeKind::Array:
      return inner(as<Array>(part)->elem);
    case TypeKind::Chan:
      return inner(as<Chan>(part)->elem);
    case TypeKind::Map:
      inner(as<Map>(part)->key);
      return inner(as<Map>(part)->elem);
    case TypeKind::Struct:
      return vars(as<Struct>(part)->fields);
    case TypeKind::Tuple:
      return vars(as<Tuple>(part)->vars);
    case TypeKind::Signature:
      inner(as<Signature>(part)->params);
      return inner(as<Signature>(part)->results);
    case TypeKind::Interface:
      for (const Func* m : as<Interface>(part)->methods) inner(m->type);
      return;
    case TypeKind::Basic:
    case TypeKind::Alias:
    case TypeKind::Union:
      return;
  }
}

std::optional<InstantiationGraph::Cycle> InstantiationGraph::find() const {
  // Longest paths by relaxation: one with as many edges as there are vertices repeats a vertex, and
  // as it still grew, the cycle does.
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Best {
    int weight = 0;
    std::size_t edge = kNone, length = 0;
  };
  std::vector<Best> best(vertices_.size());
  std::size_t on_cycle = kNone;
  for (bool again = true; again && on_cycle == kNone;) {
    again = false;
    for (std::size_t i = 0; i < edges_.size() && on_cycle == kNone; ++i) {
      const Edge& e = edges_[i];
      const int weight = best[e.from].weight + e.growth;
      if (weight <= best[e.to].weight) continue;
      best[e.to] = {weight, i, best[e.from].length + 1};
      again = true;
      if (best[e.to].length >= vertices_.size()) on_cycle = e.to;
    }
  }
  if (on_cycle == kNone) return std::nullopt;
  std::vector<std::size_t> path;
  std::size_t v = on_cycle;
  while (std::find(path.begin(), path.end(), v) == path.end()) {
    path.push_back(v);
    v = edges_[best[v].edge].from;
  }
  path.erase(path.begin(), std::find(path.begin(), path.end(), v));
  Cycle cycle{vertices_[v]->position, {}};
  for (const std::size_t u : path) {
    const Edge& e = edges_[best[u].edge];
    const TypeName* obj = vertices_[e.to];
    cycle.steps.emplace_back(
        e.position,
        obj->name +
            (is<TypeParam>(obj->type) ? " instantiated as " : " implicitly parameterized by ") +
            type_string(e.type, package_));
  }
  return cycle;
}

}  // namespace model::types
