// Types and objects as text (wording of go/types' TypeString, and of the compiler's type
// descriptors).

#include "model/types/type_string.hpp"

#include <algorithm>
#include <optional>

#include "model/types/constant.hpp"
#include "model/types/universe.hpp"

namespace model::types {

namespace {

enum class Style {
  Message,          ///< of the compiler
  Unique,           ///< all that tells types apart
  Runtime,          ///< type descriptors
  RuntimeArgument,  ///< type arguments in type descriptors: packages by path
};

class Writer {
 public:
  std::string out;

  Writer(Style style, const Package* current) : style_(style), current_(current) {}

  bool parameter_names = true;

  void type(const Type* t) {
    if (t == nullptr) {
      out += "nil";
      return;
    }
    if (style_ != Style::Message) t = unalias(t);
    // Only an (invalid) type that contains itself without a name nests deeper.
    if (++depth_ > 100) {
      out += "...";
      --depth_;
      return;
    }
    write(t);
    --depth_;
  }

  void signature(const Signature* s) {
    if (!s->type_params.empty()) parameters(s->type_params);
    tuple(s->params, s->variadic);
    const auto& results = s->results->vars;
    if (results.empty()) return;
    out += ' ';
    if (results.size() == 1 && (results[0]->name.empty() || style_ != Style::Message)) {
      return type(results[0]->type);
    }
    tuple(s->results, false);
  }

  void tuple(const Tuple* t, bool variadic) {
    out += '(';
    for (std::size_t i = 0; i < t->vars.size(); ++i) {
      const Var* v = t->vars[i];
      if (i > 0) comma();
      if (style_ == Style::Message && parameter_names && !v->name.empty()) out += v->name + " ";
      if (variadic && i + 1 == t->vars.size()) {
        if (const auto* slice = try_unalias<Slice>(v->type)) {
          out += "...";
          type(slice->elem);
        } else {
          type(v->type);
          out += "...";
        }
      } else {
        type(v->type);
      }
    }
    out += ')';
  }

  void package_prefix(const Package* p) {
    if (p == nullptr) return;
    switch (style_) {
      case Style::Message:
        if (p != current_) out += (current_ == nullptr ? p->path : p->name) + ".";
        return;
      case Style::Unique:
        out += p->path + ".";
        return;
      case Style::Runtime:
        out += p->name + ".";
        return;
      case Style::RuntimeArgument:
        out += (p->name == "main" ? p->name : p->path) + ".";
        return;
    }
  }

 private:
  Style style_;
  const Package* current_;
  int depth_ = 0;

  bool runtime() const { return style_ == Style::Runtime || style_ == Style::RuntimeArgument; }
  void comma() { out += ", "; }

  void write(const Type* t) {
    switch (t->kind) {
      case TypeKind::Basic:
        return basic_type(as<Basic>(t));
      case TypeKind::Named: {
        const auto* named = as<Named>(t);
        name(named->obj);
        const std::size_t visible = named->origin->type_params.size();
        if (named->is_instance()) {
          if (visible > 0 || style_ != Style::Message) arguments(named->type_args, visible);
        } else if (visible > 0 && style_ == Style::Message) {
          parameters(named->type_params);
        }
        // The compiler's name of it; reflect.Type.String leaves the number out of the name itself.
        if (style_ == Style::RuntimeArgument && named->obj->local != 0)
          out += "·" + std::to_string(named->obj->local);
        return;
      }
      case TypeKind::Alias: {
        const auto* alias = as<Alias>(t);
        name(alias->obj);
        if (!alias->type_args.empty()) {
          arguments(alias->type_args, alias->type_args.size());
        } else if (!alias->type_params.empty()) {
          parameters(alias->type_params);
        }
        return;
      }
      case TypeKind::Pointer:
        out += '*';
        return type(as<Pointer>(t)->elem);
      case TypeKind::Slice:
        out += "[]";
        return type(as<Slice>(t)->elem);
      case TypeKind::Array:
        out += '[' + std::to_string(as<Array>(t)->len) + ']';
        return type(as<Array>(t)->elem);
      case TypeKind::Map:
        out += "map[";
        type(as<Map>(t)->key);
        out += ']';
        return type(as<Map>(t)->elem);
      case TypeKind::Chan:
        return chan(as<Chan>(t));
      case TypeKind::Struct:
        return structure(as<Struct>(t));
      case TypeKind::Tuple:
        return tuple(as<Tuple>(t), false);
      case TypeKind::Signature:
        out += "func";
        return signature(as<Signature>(t));
      case TypeKind::Interface:
        return interface(as<Interface>(t));
      case TypeKind::Union:
        return terms(as<Union>(t)->terms);
      case TypeKind::TypeParam: {
        const auto* parameter = as<TypeParam>(t);
        out += parameter->obj->name;
        if (style_ == Style::Unique) out += "#" + std::to_string(t->id);
        return;
      }
    }
  }

  void basic_type(const Basic* t) {
    if (t->basic == BasicKind::UnsafePointer) {
      out += "unsafe.Pointer";
    } else if (style_ != Style::Message && t->basic == BasicKind::Uint8) {
      out += "uint8";
    } else if (style_ != Style::Message && t->basic == BasicKind::Int32) {
      out += "int32";
    } else {
      out += t->name;
    }
  }

  void name(const TypeName* obj) {
    package_prefix(obj->package);
    out += obj->name;
    // Types of one name in different functions.
    if (style_ == Style::Unique && obj->package != nullptr && obj->parent != obj->package->scope) {
      out += "#" + std::to_string(obj->id);
    }
  }

  void arguments(const std::vector<Type*>& list, std::size_t visible) {
    const Style outer = style_;
    if (style_ == Style::Message) {
      out += '[';
      for (std::size_t i = 0; i < visible && i < list.size(); ++i) {
        if (i > 0) comma();
        type(list[i]);
      }
      out += ']';
      return;
    }
    if (runtime()) style_ = Style::RuntimeArgument;
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out += ',';
      type(list[i]);
    }
    out += ']';
    style_ = outer;
  }

  void parameters(const std::vector<TypeParam*>& list) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      type(list[i]);
      if (i + 1 < list.size() && list[i + 1]->bound == list[i]->bound) {
        comma();
        continue;
      }
      out += ' ';
      if (list[i]->bound != nullptr) type(list[i]->bound);
      if (i + 1 < list.size()) comma();
    }
    out += ']';
  }

  void chan(const Chan* t) {
    switch (t->dir) {
      case ChanDir::Both:
        out += "chan ";
        break;
      case ChanDir::Send:
        out += "chan<- ";
        break;
      case ChanDir::Recv:
        out += "<-chan ";
        break;
    }
    const auto* elem = try_as<Chan>(t->elem);
    const bool parens = t->dir == ChanDir::Both && elem != nullptr && elem->dir == ChanDir::Recv;
    if (parens) out += '(';
    type(t->elem);
    if (parens) out += ')';
  }

  void structure(const Struct* t) {
    out += runtime() ? "struct {" : "struct{";
    for (std::size_t i = 0; i < t->fields.size(); ++i) {
      const Var* f = t->fields[i];
      if (i > 0) out += runtime() ? ";" : "; ";
      if (runtime()) out += ' ';
      if (!f->embedded) {
        if ((style_ == Style::Unique || style_ == Style::RuntimeArgument) && !f->exported()) package_prefix(f->package);
        out += f->name + " ";
      }
      type(f->type);
      if (!t->tag(i).empty()) out += " " + constant::to_string(constant::make_string(t->tag(i)));
    }
    out += runtime() && !t->fields.empty() ? " }" : "}";
  }

  void interface(const Interface* t) {
    if (style_ == Style::Message) return interface_as_declared(t);
    const TypeSet& set = type_set(const_cast<Interface*>(t));
    out += runtime() ? "interface {" : "interface{";
    bool first = true;
    const auto separate = [&] {
      if (!first) out += runtime() ? ";" : "; ";
      if (runtime()) out += ' ';
      first = false;
    };
    for (const Func* m : set.methods) {
      separate();
      if (!m->exported()) package_prefix(m->package);
      out += m->name;
      signature(as<Signature>(m->type));
    }
    if (!set.all_types || set.comparable) {
      separate();
      if (set.comparable) {
        out += "comparable";
      } else {
        sorted_terms(set.terms);
      }
    }
    out += runtime() && !first ? " }" : "}";
  }

  void interface_as_declared(const Interface* t) {
    if (t == universe().empty_interface) {
      out += "any";
      return;
    }
    if (t->implicit && t->methods.empty() && t->embeddeds.size() == 1) {
      return type(t->embeddeds[0]);
    }
    out += "interface{";
    if (t == universe().comparable->resolved) out += "comparable";
    bool first = true;
    for (const Func* m : t->methods) {
      if (!first) out += "; ";
      first = false;
      out += m->name;
      if (m->type != nullptr) signature(as<Signature>(m->type));
    }
    for (const Type* e : t->embeddeds) {
      if (!first) out += "; ";
      first = false;
      type(e);
    }
    out += '}';
  }

 public:
  void terms(const std::vector<Term>& list) {
    const char* separator = "";
    for (const Term& term : list) {
      out += separator;
      separator = " | ";
      if (term.tilde) out += '~';
      type(term.type);
    }
  }

 private:
  /// The order of terms does not matter for identity.
  void sorted_terms(const std::vector<Term>& list) {
    std::vector<std::string> texts;
    for (const Term& term : list) {
      Writer w(style_, current_);
      w.terms({term});
      texts.push_back(std::move(w.out));
    }
    std::sort(texts.begin(), texts.end());
    const char* separator = "";
    for (const std::string& text : texts) {
      out += separator;
      separator = "|";
      out += text;
    }
  }
};

}  // namespace

std::string type_string(const Type* t, const Package* current) {
  Writer w(Style::Message, current);
  w.type(t);
  return std::move(w.out);
}

std::string unique_type_string(const Type* t) {
  Writer w(Style::Unique, nullptr);
  w.type(t);
  return std::move(w.out);
}

std::string runtime_type_string(const Type* t) {
  Writer w(Style::Runtime, nullptr);
  w.type(t);
  return std::move(w.out);
}

std::string signature_string(const Signature* s, const Package* current) {
  Writer w(Style::Message, current);
  w.signature(s);
  return std::move(w.out);
}

std::string func_string(const Func* f, const Package* current, bool package_info) {
  Writer w(Style::Message, package_info ? nullptr : current);
  w.parameter_names = false;
  w.out = f->name;
  if (const auto* s = try_as<Signature>(static_cast<const Type*>(f->type))) w.signature(s);
  return std::move(w.out);
}

std::string tuple_string(const Tuple* tuple, bool variadic, const Package* current, bool names) {
  Writer w(Style::Message, current);
  w.parameter_names = names;
  w.tuple(tuple, variadic);
  return std::move(w.out);
}

std::string terms_string(const std::vector<Term>& terms, const Package* current) {
  Writer w(Style::Message, current);
  w.terms(terms);
  return std::move(w.out);
}

std::string object_string(const Object* o, const Package* current) {
  const auto typed = [&](const char* what) {
    std::string s = what;
    s += " ";
    if (o->package != nullptr && o->package != current && o->parent == o->package->scope) {
      s += o->package->name + ".";
    }
    s += o->name;
    return o->type == nullptr ? s : s + " " + type_string(o->type, current);
  };
  switch (o->kind) {
    case ObjectKind::PkgName:
      return "package " + o->name;
    case ObjectKind::Const:
      return typed("const");
    case ObjectKind::Var:
      return typed(as<Var>(o)->is_field() ? "field" : "var");
    case ObjectKind::Func: {
      std::string s = "func " + o->name;
      const auto* f = as<Func>(o);
      return f->type == nullptr ? s : s + signature_string(f->signature(), current);
    }
    case ObjectKind::TypeName: {
      std::string s = "type " + o->name;
      if (o->type == nullptr) return s;
      if (as<TypeName>(o)->is_alias) return s + " = " + type_string(unalias(o->type), current);
      if (const auto* p = try_as<TypeParam>(static_cast<const Type*>(o->type))) {
        return p->bound == nullptr ? s : s + " " + type_string(p->bound, current);
      }
      return s + " " + type_string(underlying(o->type), current);
    }
    case ObjectKind::Label:
      return "label " + o->name;
    case ObjectKind::Builtin:
      return "builtin " + o->name;
    case ObjectKind::Nil:
      return "nil";
  }
  return {};
}

}  // namespace model::types
