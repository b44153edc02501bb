// Calls and their arguments (Go spec, "Calls", "Passing arguments to ... parameters").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

ExprUse PackageCheck::call_expr(Operand& x, const CallExpr* call) {
  const auto* inst = try_as<IndexExpr>(call->fun);
  if (inst != nullptr) {
    if (!index_expr(x, inst)) inst = nullptr;
    x.expr = call->fun;
    record(x);
  } else {
    expr_or_type(x, call->fun, true);
  }
  const auto fail = [&](bool use_args) {
    if (use_args) use(call->args);
    x.mode = Mode::Invalid;
    return ExprUse::Statement;
  };
  if (x.mode == Mode::Invalid) return fail(true);
  if (x.mode == Mode::TypeExpr) return conversion_call(x, call);
  if (x.mode == Mode::Builtin) {
    const BuiltinId id = x.builtin;
    if (!builtin_call(x, call, id)) x.mode = Mode::Invalid;
    if (x.mode != Mode::Invalid && x.mode != Mode::Constant) env_.has_call_or_receive = true;
    return builtin_info(id).use == BuiltinUse::Statement ? ExprUse::Statement : ExprUse::Expression;
  }
  Signature* signature = callee_signature(x);
  if (signature == nullptr) return fail(true);
  const bool generic = !signature->type_params.empty();

  std::vector<Type*> type_args;
  std::vector<Expr*> type_exprs;
  if (inst != nullptr) {
    type_exprs = inst->indices;
    auto list = type_list(type_exprs);
    if (!list) return fail(true);
    type_args = std::move(*list);
    const std::size_t want = signature->type_params.size();
    if (type_args.size() > want) {
      error(start_of(type_exprs[want]), "WrongTypeArgCount",
            fmt::format("got {} type arguments but want {}", type_args.size(), want));
      return fail(true);
    }
    if (type_args.size() == want && want > 0) {
      require_version(inst->lbrack, 18, "function instantiation");
      signature = instantiate_signature(inst->lbrack, inst, signature, type_args, type_exprs);
      type_args.clear();
      type_exprs.clear();
    }
  }
  TypeLists arg_type_args;
  std::vector<Operand> args = generic_expr_list(call->args, arg_type_args);
  signature = arguments(call, signature, type_args, type_exprs, args, arg_type_args);
  if (generic && signature->type_params.empty()) {
    for (const Expr* fun = call->fun;; fun = as<ParenExpr>(fun)->x) {
      record_type(fun, Mode::Value, signature);
      if (!is<ParenExpr>(fun)) break;
    }
  }
  const auto& results = signature->results->vars;
  x.mode = results.empty() ? Mode::NoValue : Mode::Value;
  x.type = results.empty()       ? nullptr
           : results.size() == 1 ? results[0]->type
                                 : static_cast<Type*>(signature->results);
  env_.has_call_or_receive = true;
  if (x.mode == Mode::Value && !signature->type_params.empty() &&
      is_parameterized(signature->type_params, x.type)) {
    x.mode = Mode::Invalid;  // inference has failed
  }
  if (x.mode == Mode::Value && results.size() == 1 && !is_valid(x.type)) x.mode = Mode::Invalid;
  return ExprUse::Statement;
}

Signature* PackageCheck::callee_signature(Operand& x) {
  std::string why;
  const bool callable = all_in_type_set(x.type, [&](Type* t, Type* u) {
    if (u == nullptr || is<Signature>(u)) return true;
    why = str(t) + " is not a function";
    return false;
  });
  Signature* signature =
      callable ? try_as<Signature>(common_under(x.type, &why, package_)) : nullptr;
  if (signature == nullptr) {
    error(start_of(x), "InvalidCall",
          fmt::format("invalid operation: cannot call {}: {}", str(x), why));
  }
  return signature;
}

bool PackageCheck::generic_argument(Operand& x, const Expr* e, std::vector<Type*>& type_args) {
  // f[int] with more type parameters than int: what is missing comes from the parameter's type.
  const auto* inst = try_as<IndexExpr>(e);
  if (inst == nullptr || !index_expr(x, inst)) {
    if (inst != nullptr) {  // an ordinary index expression, evaluated by now
      x.expr = e;
      record(x);
      exclude(x, kNoValue | kBuiltin | kTypeExpr);
      return true;
    }
    return false;
  }
  const auto partial = instantiate_function(nullptr, inst->lbrack, x, inst, !allow_version(21));
  x.expr = e;
  if (partial) {
    type_args = *partial;
  } else {
    record(x);
  }
  return true;
}

std::vector<Operand> PackageCheck::generic_expr_list(const std::vector<Expr*>& list,
                                                     TypeLists& type_args) {
  type_args.assign(list.size(), {});
  if (list.size() == 1) {
    Operand x;
    x.expr = list[0];
    if (generic_argument(x, list[0], type_args[0])) return {x};
    raw_expr(nullptr, x, list[0], nullptr, true);
    exclude(x, kNoValue | kBuiltin | kTypeExpr);
    return unpack(x);
  }
  std::vector<Operand> operands(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    operands[i].expr = list[i];
    if (!generic_argument(operands[i], list[i], type_args[i])) generic_expr(operands[i], list[i]);
  }
  return operands;
}

bool PackageCheck::spread_parameters(const CallExpr* call, const Signature* signature,
                                     const std::vector<Operand>& args, std::vector<Var*>& params) {
  // The parameters as the arguments meet them: the variadic one as often as needed.
  params = signature->params->vars;
  std::size_t want = params.size();
  const bool dots = call->has_ellipsis();
  if (dots && !signature->variadic) {
    error(start_of(call), "NonVariadicDotDotDot",
          "cannot use ... in call to non-variadic " + str(call->fun));
    return false;
  }
  if (dots && call->args.size() == 1 && args.size() > 1) {
    error(start_of(call), "InvalidDotDotDot",
          fmt::format("cannot use ... with {}-valued {}", args.size(), str(call->args[0])));
    return false;
  }
  if (signature->variadic && !dots) {
    if (args.size() + 1 >= want) {
      const Var* last = params.back();
      Type* element = as<Slice>(unalias(last->type))->elem;
      params.pop_back();
      while (params.size() < args.size()) {
        params.push_back(context().var(VarKind::Param, last->position, last->package, last->name,
                                       element));
      }
      want = args.size();
    } else {
      --want;
    }
  }
  if (args.size() == want) return true;
  Position position = start_of(call);
  const bool too_many = args.size() > want;
  if (too_many) {
    position = start_of(args[want]);
  } else if (!args.empty()) {
    position = start_of(args.back());
  }
  std::vector<Type*> have, wanted;
  for (const Operand& x : args) have.push_back(x.type);
  for (const Var* var : signature->params->vars) wanted.push_back(var->type);
  error(position, "WrongArgCount",
        fmt::format("{} arguments in call to {}\n\thave {}\n\twant {}",
                    too_many ? "too many" : "not enough", str(call->fun),
                    types_summary(have, false, dots),
                    types_summary(wanted, signature->variadic, false)));
  return false;
}

Signature* PackageCheck::arguments(const CallExpr* call, Signature* signature,
                                   std::vector<Type*> type_args,
                                   const std::vector<Expr*>& type_exprs,
                                   std::vector<Operand>& args, const TypeLists& arg_type_args) {
  std::vector<Var*> params;
  if (!spread_parameters(call, signature, args, params)) return signature;
  Signature* result = infer_arguments(call, signature, std::move(type_args), type_exprs, args,
                                      arg_type_args, params);
  if (result == nullptr) return signature;
  const std::string context_text = "argument to " + str(call->fun);
  for (std::size_t i = 0; i < args.size(); ++i) assignment(args[i], params[i]->type, context_text);
  return result;
}

Signature* PackageCheck::infer_arguments(const CallExpr* call, Signature* signature,
                                         std::vector<Type*> type_args,
                                         const std::vector<Expr*>& type_exprs,
                                         std::vector<Operand>& args,
                                         const TypeLists& arg_type_args,
                                         std::vector<Var*>& params) {
  InferenceInput input;
  const std::size_t own = signature->type_params.size();
  Tuple* tuple = context().tuple(params);
  if (own > 0) {
    if (!allow_version(18)) require_version(start_of(call), 18, "implicit function instantiation");
    const Renamed renamed = rename_parameters(context(), signature->type_params, tuple);
    input.parameters = renamed.parameters;
    tuple = as<Tuple>(renamed.type);
    type_args.resize(own, nullptr);
  }
  // Generic functions among the arguments are inferred along.
  std::vector<std::size_t> generic_args;
  for (std::size_t i = 0; i < args.size(); ++i) {
    auto* function = args[i].mode == Mode::Invalid ? nullptr : try_as<Signature>(args[i].type);
    if (function == nullptr || function->type_params.empty()) continue;
    auto* plain = context().signature(nullptr, function->params, function->results,
                                      function->variadic);
    const Renamed renamed = rename_parameters(context(), function->type_params, plain);
    auto* copy = as<Signature>(renamed.type);
    if (copy == plain || copy == function) {
      copy = context().signature(nullptr, copy->params, copy->results, copy->variadic);
    }
    copy->type_params = renamed.parameters;
    args[i].type = copy;
    input.parameters.insert(input.parameters.end(), renamed.parameters.begin(),
                            renamed.parameters.end());
    if (i < arg_type_args.size()) {
      type_args.insert(type_args.end(), arg_type_args[i].begin(), arg_type_args[i].end());
    }
    type_args.resize(input.parameters.size(), nullptr);
    generic_args.push_back(i);
  }
  if (input.parameters.empty()) return signature;
  for (const Operand& x : args) {
    if (x.mode == Mode::Invalid) return nullptr;  // reported; guesses would add nothing
  }
  if (!generic_args.empty()) {
    require_version(start_of(args[generic_args[0]]), 21,
                    "implicitly instantiated function as argument");
  }
  input.position = call->lparen;
  input.arguments = std::move(type_args);
  input.params = tuple;
  input.operands = args;
  input.callee = str(call->fun);
  input.current = package_;
  Inference inferred = infer(context(), input);
  if (!inferred.ok()) {
    inference_error(inferred, input.parameters);
    return nullptr;
  }
  const std::vector<Type*>& all = inferred.arguments;
  Signature* result = signature;
  if (own > 0) {
    const std::vector<Type*> mine(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(own));
    result = instantiate_signature(call->lparen, call->fun, signature, mine, type_exprs);
    tuple = as<Tuple>(substitute(context(), tuple, input.parameters, all));
    params = tuple->vars;
  }
  std::size_t from = own;
  for (const std::size_t i : generic_args) {
    auto* function = as<Signature>(args[i].type);
    const std::size_t n = function->type_params.size();
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
    const std::vector<Type*> theirs(begin, begin + static_cast<std::ptrdiff_t>(n));
    args[i].type = instantiate_signature(call->lparen, args[i].expr, function, theirs, {});
    record(args[i]);
    from += n;
  }
  return result;
}

}  // namespace model::types
