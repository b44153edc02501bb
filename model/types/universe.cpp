// The universe block (Go spec, "Predeclared identifiers") and package unsafe.

#include "model/types/universe.hpp"

#include "model/types/context.hpp"

namespace model::types {

namespace {

struct BasicEntry {
  int info;
  const char* name;
};
constexpr BasicEntry kBasics[] = {
#define X(kind, info, name) {info, name},
#include "model/types/basic.def"
};
constexpr std::size_t kBasicCount = std::size(kBasics);

Basic** basics() {
  static Basic table[kBasicCount];
  static Basic* pointers[kBasicCount];
  static const bool made = [] {
    for (std::size_t i = 0; i < kBasicCount; ++i) {
      table[i].basic = static_cast<BasicKind>(i);
      table[i].info = static_cast<std::uint8_t>(kBasics[i].info);
      table[i].name = kBasics[i].name;
      pointers[i] = &table[i];
    }
    return true;
  }();
  (void)made;
  return pointers;
}

/// Makes everything; objects and types of the universe have id 0.
class Maker {
 public:
  Universe result;

  explicit Maker(Context& context) : context_(context) {
    result.scope = context_.scope(nullptr);
    for (std::size_t i = 1; i < kBasicCount; ++i) {
      Basic* t = basics()[i];
      if ((t->info & IsUntyped) != 0 || t->basic == BasicKind::UnsafePointer) continue;
      define_type(result.scope, nullptr, t->name, t);
    }
    result.byte_type = alias_of(BasicKind::Uint8, "byte");
    result.rune_type = alias_of(BasicKind::Int32, "rune");

    result.empty_interface = plain(context_.interface({}, {}));
    type_set(result.empty_interface);
    TypeName* any = define_type(result.scope, nullptr, "any", nullptr);
    result.any = plain(context_.alias(any, result.empty_interface));
    any->is_alias = true;

    make_error();
    make_comparable();
    make_constants();
    make_builtins();
    result.error_slice = plain(context_.slice(result.error));
  }

 private:
  Context& context_;

  template <typename T>
  T* plain(T* thing) {
    thing->id = 0;
    return thing;
  }

  template <typename T>
  T* define(Scope* scope, Package* package, const char* name, Type* type) {
    T* object = plain(context_.object<T>({}, package, name, type));
    object->color = Color::Black;
    scope->insert(object);
    return object;
  }

  TypeName* define_type(Scope* scope, Package* package, std::string name, Type* type) {
    return define<TypeName>(scope, package, name.c_str(), type);
  }

  Basic* alias_of(BasicKind kind, const char* name) {
    Basic* t = plain(context_.type<Basic>());
    t->basic = kind;
    t->info = basics()[static_cast<std::size_t>(kind)]->info;
    t->name = name;
    define_type(result.scope, nullptr, name, t)->is_alias = true;
    return t;
  }

  void make_error() {
    TypeName* name = define_type(result.scope, nullptr, "error", nullptr);
    result.error = plain(context_.named(name));
    Var* recv = plain(context_.var(VarKind::Receiver, {}, nullptr, "", result.error));
    Var* text = plain(context_.var(VarKind::Result, {}, nullptr, "",
                                   basics()[static_cast<std::size_t>(BasicKind::String)]));
    Signature* signature = plain(
        context_.signature(recv, plain(context_.tuple({})), plain(context_.tuple({text})), false));
    result.error_method = plain(context_.object<Func>({}, nullptr, "Error", signature));
    result.error_method->color = Color::Black;
    Interface* interface = plain(context_.interface({result.error_method}, {}));
    type_set(interface);
    result.error->rhs = result.error->resolved = interface;
    result.error->context = nullptr;
  }

  void make_comparable() {
    TypeName* name = define_type(result.scope, nullptr, "comparable", nullptr);
    result.comparable = plain(context_.named(name));
    Interface* interface = plain(context_.interface({}, {}));
    type_set(interface);
    interface->type_set->comparable = true;
    result.comparable->rhs = result.comparable->resolved = interface;
    result.comparable->context = nullptr;
  }

  void make_constants() {
    auto* untyped_bool = basics()[static_cast<std::size_t>(BasicKind::UntypedBool)];
    auto* untyped_int = basics()[static_cast<std::size_t>(BasicKind::UntypedInt)];
    define<Const>(result.scope, nullptr, "true", untyped_bool)->value = constant::make_bool(true);
    define<Const>(result.scope, nullptr, "false", untyped_bool)->value = constant::make_bool(false);
    auto* iota = define<Const>(result.scope, nullptr, "iota", untyped_int);
    iota->value = constant::make_int(0);
    result.iota = iota;
    result.nil = define<Nil>(result.scope, nullptr, "nil",
                             basics()[static_cast<std::size_t>(BasicKind::UntypedNil)]);
  }

  void make_builtins() {
    result.unsafe = context_.package_in(result.scope, "unsafe", "unsafe");
    result.unsafe->complete = true;
    define_type(result.unsafe->scope, result.unsafe, "Pointer",
                basics()[static_cast<std::size_t>(BasicKind::UnsafePointer)]);
    for (int i = 0; i <= static_cast<int>(BuiltinId::StringData); ++i) {
      const auto id = static_cast<BuiltinId>(i);
      const bool is_unsafe = id >= BuiltinId::Add;
      auto* object = is_unsafe
                         ? define<Builtin>(result.unsafe->scope, result.unsafe,
                                           builtin_info(id).name, invalid())
                         : define<Builtin>(result.scope, nullptr, builtin_info(id).name, invalid());
      object->builtin = id;
    }
  }

  static Basic* invalid() { return basics()[0]; }
};

}  // namespace

const Universe& universe() {
  static Context context;
  static const Universe instance = Maker(context).result;
  return instance;
}

Basic* basic(BasicKind kind) { return basics()[static_cast<std::size_t>(kind)]; }

}  // namespace model::types
