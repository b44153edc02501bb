// Type inference: function arguments, then constraints, then default types of untyped constants (Go
// spec, "Type inference"; algorithm and wording of go/types' infer.go).

#include "model/types/infer.hpp"

#include <algorithm>
#include <set>

#include "model/types/expression_text.hpp"
#include "model/types/implements.hpp"
#include "model/types/predicates.hpp"
#include "model/types/type_string.hpp"
#include "model/types/unifier.hpp"
#include "model/types/universe.hpp"

namespace model::types {

namespace {

std::string names(const Parameters& list) {
  std::string result;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) {
      result += list.size() == 2 ? " and " : i + 1 == list.size() ? ", and " : ", ";
    }
    result += list[i]->obj->name;
  }
  return result;
}

/// The one term, or the common underlying type, of a parameter's type set. `type` null: none.
struct Core {
  Term term;
  bool single = false;
};

Core core_term(TypeParam* p) {
  const TypeSet& set = type_set(interface_of(p));
  if (!set.has_terms()) return {};
  if (set.terms.size() == 1) return {set.terms[0], true};
  const bool tilde =
      std::any_of(set.terms.begin(), set.terms.end(), [](const Term& t) { return t.tilde; });
  return {{tilde, common_under(p)}, false};
}

/// Takes out arguments that lead back to their own parameter, as in P = []P.
class CycleKiller {
 public:
  CycleKiller(const Parameters& parameters, Arguments& inferred)
      : parameters_(parameters), inferred_(inferred) {}

  void visit(Type* t) {
    if (t == nullptr) return;
    t = unalias(t);
    const auto found = std::find(parameters_.begin(), parameters_.end(), t);
    const auto i = static_cast<std::size_t>(found - parameters_.begin());
    if (seen_.count(t) != 0) {
      if (found != parameters_.end()) inferred_[i] = nullptr;
      return;
    }
    seen_.insert(t);
    switch (t->kind) {
      case TypeKind::Basic:
      case TypeKind::Alias:
      case TypeKind::Tuple:
        break;
      case TypeKind::Pointer:
        visit(as<Pointer>(t)->elem);
        break;
      case TypeKind::Slice:
        visit(as<Slice>(t)->elem);
        break;
      case TypeKind::Array:
        visit(as<Array>(t)->elem);
        break;
      case TypeKind::Chan:
        visit(as<Chan>(t)->elem);
        break;
      case TypeKind::Map:
        visit(as<Map>(t)->key);
        visit(as<Map>(t)->elem);
        break;
      case TypeKind::Struct:
        vars(as<Struct>(t)->fields);
        break;
      case TypeKind::Signature:
        vars(as<Signature>(t)->params->vars);
        vars(as<Signature>(t)->results->vars);
        break;
      case TypeKind::Union:
        for (const Term& term : as<Union>(t)->terms) visit(term.type);
        break;
      case TypeKind::Interface:
        for (Func* m : as<Interface>(t)->methods) visit(m->type);
        for (Type* e : as<Interface>(t)->embeddeds) visit(e);
        break;
      case TypeKind::Named:
        for (Type* arg : as<Named>(t)->type_args) visit(arg);
        break;
      case TypeKind::TypeParam:
        if (found != parameters_.end() && inferred_[i] != nullptr) visit(inferred_[i]);
        break;
    }
    seen_.erase(t);
  }

 private:
  const Parameters& parameters_;
  Arguments& inferred_;
  std::set<Type*> seen_;

  void vars(const std::vector<Var*>& list) {
    for (Var* v : list) visit(v->type);
  }
};

class Inferrer {
 public:
  Inferrer(Context& context, const InferenceInput& input)
      : context_(context),
        input_(input),
        parameters_(input.parameters),
        given_(padded(input)),
        unifier_(parameters_, given_) {}

  Inference run() {
    params_ = input_.params == nullptr
                  ? nullptr
                  : as<Tuple>(substitute(context_, input_.params, parameters_, given_));
    if (from_arguments() && from_constraints() && from_untyped()) finish();
    return std::move(result_);
  }

 private:
  Context& context_;
  const InferenceInput& input_;
  const Parameters& parameters_;
  Arguments given_;
  Unifier unifier_;
  Tuple* params_ = nullptr;
  std::vector<std::size_t> untyped_;  // arguments for parameters that are just a type parameter
  Inference result_;

  static Arguments padded(const InferenceInput& input) {
    Arguments result = input.arguments;
    result.resize(input.parameters.size(), nullptr);
    return result;
  }

  std::string text(Type* t) const { return type_string(t, input_.current); }

  bool fail(Position position, const char* code, const std::string& message) {
    result_.error = (input_.callee.empty() ? "" : "in call to " + input_.callee + ", ") + message;
    result_.code = code;
    result_.position = position;
    return false;
  }

  bool mismatch(Type* parameter, Type* argument, const Operand& x) {
    const std::string what = expression_text(x.expr);
    const Arguments so_far = unifier_.inferred(parameters_);
    const auto fail_here = [&](const std::string& message) {
      return fail(x.position(), "CannotInferTypeArgs", message);
    };
    if (std::all_of(so_far.begin(), so_far.end(), [](Type* t) { return t == nullptr; })) {
      return fail_here("type " + text(argument) + " of " + what + " does not match " +
                       text(parameter) + " (cannot infer " + names(parameters_) + ")");
    }
    Type* inferred = substitute(context_, parameter, parameters_, so_far);
    if (inferred == parameter) {
      return fail_here("type " + text(argument) + " of " + what + " does not match " +
                       text(parameter));
    }
    if (input_.reverse) {
      return fail_here("inferred type " + text(inferred) + " for " + text(parameter) +
                       " does not match type " + text(argument) + " of " + what);
    }
    return fail_here("type " + text(argument) + " of " + what + " does not match inferred type " +
                     text(inferred) + " for " + text(parameter));
  }

  bool from_arguments() {
    if (params_ == nullptr) return true;
    for (std::size_t i = 0; i < input_.operands.size() && i < params_->size(); ++i) {
      const Operand& x = input_.operands[i];
      if (x.mode == Mode::Invalid) continue;
      Type* parameter = params_->vars[i]->type;
      if (!is_parameterized(parameters_, parameter) && !is_parameterized(parameters_, x.type)) {
        continue;
      }
      if (is_typed(x.type)) {
        if (!unifier_.unify(parameter, x.type, Unifier::Assign)) {
          return mismatch(parameter, x.type, x);
        }
      } else if (is<TypeParam>(parameter) && !x.is_nil()) {
        untyped_.push_back(i);
      }
    }
    return true;
  }

  bool from_constraints() {
    while (true) {
      const std::size_t before = unifier_.unknowns();
      for (TypeParam* p : parameters_) {
        Type* chosen = unifier_.at(p);
        const Core core = core_term(p);
        const auto not_satisfied = [&](const std::string& why) {
          return fail(input_.position, "InvalidTypeArg",
                      p->obj->name + " (type " + text(chosen) + ") does not satisfy " +
                          text(p->bound) + (why.empty() ? "" : " ") + why);
        };
        if (core.term.type != nullptr) {
          if (chosen != nullptr) {
            if (!unifier_.unify(chosen, core.term.type, Unifier::Inexact)) return not_satisfied("");
          } else if (core.single && !core.term.tilde) {
            unifier_.set(p, core.term.type);
          }
        }
        if (chosen != nullptr && !is_parameterized(parameters_, chosen)) {
          std::string why;
          const auto equivalent = [this](Type* x, Type* y) {
            return unifier_.unify(x, y, Unifier::Exact);
          };
          if (!has_all_methods(chosen, interface_of(p), true, equivalent, {&why, input_.current})) {
            return not_satisfied(why);
          }
        }
      }
      if (unifier_.unknowns() == before) return true;
    }
  }

  bool from_untyped() {
    std::vector<std::pair<TypeParam*, Type*>> largest;
    for (const std::size_t i : untyped_) {
      auto* p = as<TypeParam>(params_->vars[i]->type);
      if (unifier_.at(p) != nullptr) continue;
      const Operand& x = input_.operands[i];
      auto entry =
          std::find_if(largest.begin(), largest.end(), [p](const auto& e) { return e.first == p; });
      if (entry == largest.end()) {
        largest.emplace_back(p, x.type);
        continue;
      }
      Type* larger = max_type(entry->second, x.type);
      if (larger == nullptr) {
        return fail(x.position(), "CannotInferTypeArgs",
                    "mismatched types " + text(entry->second) + " and " + text(x.type) +
                        " (cannot infer " + p->obj->name + ")");
      }
      entry->second = larger;
    }
    for (const auto& [p, type] : largest) unifier_.set(p, default_type(type));
    return true;
  }

  void finish() {
    Arguments inferred = unifier_.inferred(parameters_);
    CycleKiller killer(parameters_, inferred);
    for (TypeParam* p : parameters_) killer.visit(p);
    // Arguments may mention parameters that are known by now.
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < inferred.size(); ++i) {
        if (inferred[i] == nullptr || given_[i] != nullptr) continue;
        Type* t = substitute(context_, inferred[i], parameters_, inferred);
        if (t == inferred[i]) continue;
        if (auto* s = try_as<Signature>(t);
            s != nullptr && !s->type_params.empty() && !is_parameterized(parameters_, s)) {
          s->type_params.clear();
        }
        inferred[i] = t;
        changed = true;
      }
    }
    for (std::size_t i = 0; i < inferred.size(); ++i) {
      if (inferred[i] != nullptr && !is_parameterized(parameters_, inferred[i])) continue;
      const TypeName* obj = parameters_[i]->obj;
      fail(input_.position, "CannotInferTypeArgs", "cannot infer " + obj->name);
      result_.declared_at = obj->position;
      return;
    }
    result_.arguments = std::move(inferred);
  }
};

}  // namespace

Inference infer(Context& context, const InferenceInput& input) {
  const Arguments& given = input.arguments;
  if (given.size() == input.parameters.size() &&
      std::find(given.begin(), given.end(), nullptr) == given.end()) {
    Inference done;
    done.arguments = given;
    return done;
  }
  for (const Operand& x : input.operands) {
    if (x.mode == Mode::Invalid) {
      Inference failed;
      failed.silent = true;
      return failed;
    }
  }
  return Inferrer(context, input).run();
}

}  // namespace model::types
