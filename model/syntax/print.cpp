// Expressions as text, in the short form of cmd/compile's messages.

#include "model/syntax/print.hpp"

namespace model::syntax {

namespace {

class Printer {
 public:
  std::string take() { return std::move(out_); }

  void print(const Expr* x) {
    if (x == nullptr) return;
    switch (x->kind) {
      case Kind::Ident:
        out_ += as<Ident>(x)->name;
        return;
      case Kind::BasicLit:
        out_ += as<BasicLit>(x)->text;
        return;
      case Kind::Ellipsis:
        out_ += "...";
        return print(as<Ellipsis>(x)->elt);
      case Kind::FuncLit: {
        const auto* lit = as<FuncLit>(x);
        print(lit->type);
        out_ += lit->body == nullptr || lit->body->list.empty() ? " {}" : " {…}";
        return;
      }
      case Kind::CompositeLit: {
        const auto* lit = as<CompositeLit>(x);
        print(lit->type);
        out_ += lit->elts.empty() ? "{}" : "{…}";
        return;
      }
      case Kind::ParenExpr:
        out_ += '(';
        print(as<ParenExpr>(x)->x);
        out_ += ')';
        return;
      case Kind::SelectorExpr: {
        const auto* s = as<SelectorExpr>(x);
        print(s->x);
        out_ += '.' + s->sel->name;
        return;
      }
      case Kind::IndexExpr: {
        const auto* index = as<IndexExpr>(x);
        print(index->x);
        out_ += '[';
        print(index->indices);
        out_ += ']';
        return;
      }
      case Kind::SliceExpr: {
        const auto* slice = as<SliceExpr>(x);
        print(slice->x);
        out_ += '[';
        print(slice->low);
        out_ += ':';
        print(slice->high);
        if (slice->max != nullptr) {
          out_ += ':';
          print(slice->max);
        }
        out_ += ']';
        return;
      }
      case Kind::TypeAssertExpr: {
        const auto* assertion = as<TypeAssertExpr>(x);
        print(assertion->x);
        out_ += ".(";
        if (assertion->type == nullptr) out_ += "type";
        print(assertion->type);
        out_ += ')';
        return;
      }
      case Kind::CallExpr: {
        const auto* call = as<CallExpr>(x);
        print(call->fun);
        out_ += '(';
        print(call->args);
        out_ += call->has_ellipsis() ? "...)" : ")";
        return;
      }
      case Kind::StarExpr:
        out_ += '*';
        return print(as<StarExpr>(x)->x);
      case Kind::UnaryExpr:
        out_ += token_text(as<UnaryExpr>(x)->op);
        return print(as<UnaryExpr>(x)->x);
      case Kind::BinaryExpr: {
        const auto* binary = as<BinaryExpr>(x);
        print(binary->x);
        out_ += std::string(" ") + token_text(binary->op) + " ";
        return print(binary->y);
      }
      case Kind::KeyValueExpr:
        print(as<KeyValueExpr>(x)->key);
        out_ += ": ";
        return print(as<KeyValueExpr>(x)->value);
      case Kind::ArrayType:
        out_ += '[';
        print(as<ArrayType>(x)->len);
        out_ += ']';
        return print(as<ArrayType>(x)->elt);
      case Kind::StructType:
        out_ += "struct{";
        print_fields(as<StructType>(x)->fields, "; ");
        out_ += '}';
        return;
      case Kind::FuncType:
        out_ += "func";
        return print_signature(as<FuncType>(x));
      case Kind::InterfaceType:
        return print_interface(as<InterfaceType>(x));
      case Kind::MapType:
        out_ += "map[";
        print(as<MapType>(x)->key);
        out_ += ']';
        return print(as<MapType>(x)->value);
      case Kind::ChanType:
        return print_chan(as<ChanType>(x));
      case Kind::BadExpr:
      default:  // no other kind is an expression
        out_ += "<bad expr>";
        return;
    }
  }

  void print(const std::vector<Expr*>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ", ";
      print(list[i]);
    }
  }

  void print(const Stmt* s) {
    if (const auto* x = try_as<ExprStmt>(s)) {
      print(x->x);
    } else if (const auto* send = try_as<SendStmt>(s)) {
      print(send->chan);
      out_ += " <- ";
      print(send->value);
    } else if (const auto* step = try_as<IncDecStmt>(s)) {
      print(step->x);
      out_ += token_text(step->op);
    } else if (const auto* assign = try_as<AssignStmt>(s)) {
      print(assign->lhs);
      out_ += std::string(" ") + token_text(assign->op) + " ";
      print(assign->rhs);
    }
  }

 private:
  void print_fields(const FieldList* fields, const char* separator) {
    if (fields == nullptr) return;
    bool first = true;
    for (const Field* f : fields->list) {
      if (!first) out_ += separator;
      first = false;
      for (std::size_t i = 0; i < f->names.size(); ++i) {
        out_ += (i > 0 ? ", " : "") + f->names[i]->name;
      }
      if (!f->names.empty()) out_ += ' ';
      print(f->type);
      if (f->tag != nullptr) out_ += ' ' + f->tag->text;
    }
  }

  void print_signature(const FuncType* t) {
    out_ += '(';
    print_fields(t->params, ", ");
    out_ += ')';
    if (t->results == nullptr) return;
    out_ += ' ';
    const auto& list = t->results->list;
    if (list.size() == 1 && list[0]->names.empty()) return print(list[0]->type);
    out_ += '(';
    print_fields(t->results, ", ");
    out_ += ')';
  }

  void print_interface(const InterfaceType* t) {
    out_ += "interface{";
    bool first = true;
    for (const Field* f : t->methods->list) {
      if (!first) out_ += "; ";
      first = false;
      if (f->names.empty()) {
        print(f->type);
      } else {
        out_ += f->names[0]->name;
        if (const auto* signature = try_as<FuncType>(f->type)) print_signature(signature);
      }
    }
    out_ += '}';
  }

  void print_chan(const ChanType* t) {
    out_ += t->dir == ChanDir::Recv ? "<-chan " : t->dir == ChanDir::Send ? "chan<- " : "chan ";
    const auto* inner = try_as<ChanType>(t->value);
    const bool parens = t->dir == ChanDir::Both && inner != nullptr && inner->dir == ChanDir::Recv;
    if (parens) out_ += '(';
    print(t->value);
    if (parens) out_ += ')';
  }

  std::string out_;
};

template <typename T>
std::string printed(const T& x) {
  Printer printer;
  printer.print(x);
  return printer.take();
}

}  // namespace

std::string to_string(const Expr* x) { return printed(x); }
std::string to_string(const std::vector<Expr*>& list) { return printed(list); }
std::string to_string(const Stmt* s) { return printed(s); }

}  // namespace model::syntax
