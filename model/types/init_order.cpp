// The order in which package variables are initialised (Go spec, "Package initialization"): repeatedly the first variable
// in source order that depends on no variable without its value yet. A dependency may go through functions, whose bodies
// are therefore checked here, if they have not been.

#include <algorithm>

#include "model/types/check.hpp"

namespace model::types {

namespace {

/// All variables and constants that `uses` reaches directly or through functions.
class Reach {
 public:
  using UsesOf = std::function<const std::vector<Object*>&(Object*)>;
  explicit Reach(UsesOf uses_of) : uses_of_(std::move(uses_of)) {}

  std::vector<Object*> of(Object* object) {
    found_.clear();
    seen_.clear();
    visit(object);
    return found_;
  }

 private:
  void visit(Object* object) {
    for (Object* used : uses_of_(object)) {
      if (!seen_.insert(used).second) continue;
      if (is<Func>(used)) {
        visit(used);
      } else {
        found_.push_back(used);
      }
    }
  }

  UsesOf uses_of_;
  std::vector<Object*> found_;
  std::unordered_set<Object*> seen_;
};

}  // namespace

std::vector<Initializer> PackageCheck::order_initializers() {
  static const std::vector<Object*> kNone;
  const auto uses_of = [this](Object* object) -> const std::vector<Object*>& {
    if (auto* function = try_as<Func>(object)) check_body(function);
    const auto found = declaration_of_.find(object);
    return found == declaration_of_.end() ? kNone : found->second->uses;
  };
  Reach reach(uses_of);

  // Constants come first: they have their values, only cycles are of interest.
  std::vector<Object*> waiting;
  for (Object* object : objects_) {
    if (is<Const>(object)) waiting.push_back(object);
  }
  for (Object* object : objects_) {
    if (is<Var>(object)) waiting.push_back(object);
  }
  std::unordered_map<Object*, std::size_t> missing;              // dependencies without their value
  std::unordered_map<Object*, std::vector<Object*>> waiting_for;  // who waits for the key
  for (Object* object : waiting) {
    const std::vector<Object*> needs = reach.of(object);
    missing[object] = needs.size();
    for (Object* need : needs) waiting_for[need].push_back(object);
  }

  std::vector<Initializer> order;
  std::unordered_set<const Declaration*> emitted;
  std::vector<bool> done(waiting.size());
  for (std::size_t left = waiting.size(); left > 0; --left) {
    std::size_t next = waiting.size();
    for (std::size_t i = 0; i < waiting.size(); ++i) {  // the first with the fewest missing
      if (done[i]) continue;
      if (next == waiting.size() || missing[waiting[i]] < missing[waiting[next]]) next = i;
      if (missing[waiting[next]] == 0) break;
    }
    Object* object = waiting[next];
    done[next] = true;
    if (missing[object] > 0) report_init_cycle(object);
    for (Object* other : waiting_for[object]) {
      if (missing[other] > 0) --missing[other];
    }
    auto* var = try_as<Var>(object);
    if (var == nullptr) continue;
    const Declaration* declaration = declaration_of_[var];
    if (declaration->init == nullptr || !emitted.insert(declaration).second) continue;
    Initializer initializer;
    if (declaration->group != nullptr) {
      initializer.lhs = *declaration->group;
    } else {
      initializer.lhs = {var};
    }
    initializer.rhs = declaration->init;
    order.push_back(std::move(initializer));
  }
  return order;
}

void PackageCheck::report_init_cycle(Object* from) {
  // A path of uses from `from` back to itself.
  std::vector<Object*> cycle;
  std::unordered_set<Object*> seen;
  const std::function<bool(Object*)> search = [&](Object* object) {
    if (!seen.insert(object).second) return false;
    std::vector<Object*> uses = declaration_of_[object]->uses;
    std::sort(uses.begin(), uses.end(),
              [](const Object* a, const Object* b) { return a->order < b->order; });
    for (Object* used : uses) {
      cycle.push_back(used);
      if (used == from || search(used)) return true;
      cycle.pop_back();
    }
    return false;
  };
  if (!search(from)) return;  // it depends on a cycle, which is reported at one of its members
  if (cycle.size() == 1) {
    return error(from->position, "InvalidInitCycle",
                 fmt::format("initialization cycle: {} refers to itself", from->name));
  }
  std::string message = "initialization cycle for " + from->name;
  const Object* object = from;
  for (const Object* next : cycle) {
    message += fmt::format("\n\t{}: {} refers to {}", at(object->position), object->name, next->name);
    object = next;
  }
  error(from->position, "InvalidInitCycle", std::move(message));
}

}  // namespace model::types
