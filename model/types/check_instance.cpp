// Instances of generic functions in expressions (Go spec, "Instantiations", "Type inference").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::record_instance(const Expr* e, const std::vector<Type*>& args, Type* type) {
  // By the identifier: of F, p.F, F[int], x.(p.F).
  while (e != nullptr) {
    if (const auto* name = try_as<Ident>(e)) return info_.record_instance(name, {args, type});
    if (const auto* s = try_as<SelectorExpr>(e)) return info_.record_instance(s->sel, {args, type});
    if (const auto* i = try_as<IndexExpr>(e)) {
      e = i->x;
    } else if (const auto* p = try_as<ParenExpr>(e)) {
      e = p->x;
    } else {
      return;
    }
  }
}

void PackageCheck::instantiation_cycles() {
  const auto cycle = instantiations_.find();
  if (!cycle) return;
  std::string message = "instantiation cycle:";
  for (const auto& [position, step] : cycle->steps) {
    message += fmt::format("\n\t{}: {}", at(position), step);
  }
  error(cycle->position, "InvalidInstanceCycle", std::move(message));
}

void PackageCheck::inference_error(const Inference& inferred, const Parameters& parameters) {
  std::string message = inferred.error;
  for (const TypeParam* param : parameters) {
    const std::string sign = "cannot infer " + param->obj->name;
    if (message.size() < sign.size() ||
        message.compare(message.size() - sign.size(), sign.size(), sign) != 0) {
      continue;
    }
    message += fmt::format(" (declared at {})", at(param->obj->position));
    break;
  }
  error(inferred.position, inferred.code.c_str(), std::move(message));
}

Signature* PackageCheck::instantiate_signature(Position position, const Expr* e,
                                               Signature* signature,
                                               const std::vector<Type*>& args,
                                               const std::vector<Expr*>& exprs) {
  auto* instance = as<Signature>(instantiate(context(), signature, args));
  record_instance(e, args, instance);
  later([this, position, signature, args, exprs] {
    std::string why;
    const int wrong = verify_arguments(context(), signature->type_params, args, cause(&why));
    if (wrong < 0) {
      return instantiations_.instance(signature->type_params, args, position, starts_of(exprs));
    }
    const auto n = static_cast<std::size_t>(wrong);
    error(n < exprs.size() ? start_of(exprs[n]) : position, "InvalidTypeArg", std::move(why));
  });
  return instance;
}

std::optional<std::vector<Type*>> PackageCheck::instantiate_function(const Target* target,
                                                                     Position position, Operand& x,
                                                                     const IndexExpr* inst,
                                                                     bool infer_rest) {
  // Instantiates x; or, if not told to infer what is missing, gives back the type arguments there are.
  const auto fail = [&]() -> std::optional<std::vector<Type*>> {
    x.mode = Mode::Invalid;
    return std::nullopt;
  };
  require_version(position, 18, "function instantiation");
  std::vector<Type*> args;
  std::vector<Expr*> exprs;
  if (inst != nullptr) {
    x.expr = inst;
    exprs = inst->indices;
    auto list = type_list(exprs);
    if (!list) return fail();
    args = std::move(*list);
  }
  auto* signature = as<Signature>(x.type);
  const std::size_t want = signature->type_params.size();
  if (args.size() > want) {
    error(start_of(exprs[want]), "WrongTypeArgCount",
          fmt::format("got {} type arguments but want {}", args.size(), want));
    return fail();
  }
  if (args.size() < want) {
    if (!infer_rest) return args;
    InferenceInput input;
    Ident target_name;
    input.position = position;
    input.current = package_;
    input.arguments = args;
    if (target != nullptr) {
      // As if x were passed the target in a call of func[params of x](f func type of x).
      if (!allow_version(21)) {
        require_version(position, 21,
                        inst != nullptr ? "partially instantiated function in assignment"
                                        : "implicitly instantiated function in assignment");
      }
      auto* plain = context().signature(nullptr, signature->params, signature->results,
                                        signature->variadic);
      const Renamed renamed = rename_parameters(context(), signature->type_params, plain);
      input.parameters = renamed.parameters;
      input.params = context().tuple(
          {context().var(VarKind::Param, x.position(), package_, "", renamed.type)});
      Operand value;
      value.mode = Mode::Value;
      value.type = target->signature;
      target_name.name = target->description;
      target_name.position = x.position();
      value.expr = &target_name;
      input.operands.push_back(std::move(value));
      input.reverse = true;
    } else {
      const Renamed renamed =
          rename_parameters(context(), signature->type_params, signature->params);
      input.parameters = renamed.parameters;
    }
    Inference inferred = infer(context(), input);
    if (!inferred.ok()) {
      inference_error(inferred, input.parameters);
      return fail();
    }
    args = std::move(inferred.arguments);
  }
  x.type = instantiate_signature(x.position(), x.expr, signature, args, exprs);
  x.mode = Mode::Value;
  return std::nullopt;
}

}  // namespace model::types
