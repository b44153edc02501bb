// Expressions as text, for messages.

#include "model/types/expression_text.hpp"

namespace model::types {

namespace {

using namespace syntax;

class Writer {
 public:
  std::string text;

  void expr(const Expr* x) {
    if (x == nullptr) return;
    switch (x->kind) {
      case Kind::BadExpr: text += "<bad expr>"; return;
      case Kind::Ident: text += as<Ident>(x)->name; return;
      case Kind::BasicLit: text += as<BasicLit>(x)->text; return;
      case Kind::Ellipsis:
        text += "...";
        return expr(as<Ellipsis>(x)->elt);
      case Kind::FuncLit: {
        const auto* lit = as<FuncLit>(x);
        expr(lit->type);
        text += lit->body != nullptr && !lit->body->list.empty() ? " {…}" : " {}";
        return;
      }
      case Kind::CompositeLit: {
        const auto* lit = as<CompositeLit>(x);
        expr(lit->type);
        text += lit->elts.empty() ? "{}" : "{…}";
        return;
      }
      case Kind::ParenExpr:
        text += '(';
        expr(as<ParenExpr>(x)->x);
        text += ')';
        return;
      case Kind::SelectorExpr:
        expr(as<SelectorExpr>(x)->x);
        text += '.';
        text += as<SelectorExpr>(x)->sel->name;
        return;
      case Kind::IndexExpr:
        expr(as<IndexExpr>(x)->x);
        text += '[';
        list(as<IndexExpr>(x)->indices);
        text += ']';
        return;
      case Kind::SliceExpr: {
        const auto* slice = as<SliceExpr>(x);
        expr(slice->x);
        text += '[';
        expr(slice->low);
        text += ':';
        expr(slice->high);
        if (slice->max != nullptr) {
          text += ':';
          expr(slice->max);
        }
        text += ']';
        return;
      }
      case Kind::TypeAssertExpr: {
        const auto* assertion = as<TypeAssertExpr>(x);
        expr(assertion->x);
        text += ".(";
        if (assertion->type == nullptr) text += "type";
        expr(assertion->type);
        text += ')';
        return;
      }
      case Kind::CallExpr: {
        const auto* call = as<CallExpr>(x);
        expr(call->fun);
        text += '(';
        list(call->args);
        if (call->has_ellipsis()) text += "...";
        text += ')';
        return;
      }
      case Kind::StarExpr:
        text += '*';
        return expr(as<StarExpr>(x)->x);
      case Kind::UnaryExpr:
        text += token_text(as<UnaryExpr>(x)->op);
        return expr(as<UnaryExpr>(x)->x);
      case Kind::BinaryExpr: {
        const auto* binary = as<BinaryExpr>(x);
        expr(binary->x);
        text += ' ';
        text += token_text(binary->op);
        text += ' ';
        return expr(binary->y);
      }
      case Kind::KeyValueExpr:
        expr(as<KeyValueExpr>(x)->key);
        text += ": ";
        return expr(as<KeyValueExpr>(x)->value);
      case Kind::ArrayType:
        text += '[';
        expr(as<ArrayType>(x)->len);
        text += ']';
        return expr(as<ArrayType>(x)->elt);
      case Kind::StructType:
        text += "struct{";
        fields(as<StructType>(x)->fields->list, "; ");
        text += '}';
        return;
      case Kind::FuncType:
        text += "func";
        return signature(as<FuncType>(x));
      case Kind::InterfaceType: {
        text += "interface{";
        const char* separator = "";
        for (const Field* method : as<InterfaceType>(x)->methods->list) {
          text += separator;
          separator = "; ";
          if (!method->names.empty() && is<FuncType>(method->type)) {
            text += method->names[0]->name;
            signature(as<FuncType>(method->type));
          } else {
            expr(method->type);
          }
        }
        text += '}';
        return;
      }
      case Kind::MapType:
        text += "map[";
        expr(as<MapType>(x)->key);
        text += ']';
        return expr(as<MapType>(x)->value);
      case Kind::ChanType: return chan(as<ChanType>(x));
      default: return;  // no expression
    }
  }

  void list(const std::vector<Expr*>& exprs) {
    const char* separator = "";
    for (const Expr* x : exprs) {
      text += separator;
      separator = ", ";
      expr(x);
    }
  }

 private:
  void chan(const ChanType* type) {
    text += type->dir == ChanDir::Recv ? "<-chan " : type->dir == ChanDir::Send ? "chan<- " : "chan ";
    const auto* element = try_as<ChanType>(type->value);
    const bool ambiguous =
        type->dir == ChanDir::Both && element != nullptr && element->dir == ChanDir::Recv;
    if (ambiguous) text += '(';
    expr(type->value);
    if (ambiguous) text += ')';
  }

  void fields(const std::vector<Field*>& list_of_fields, const char* between) {
    const char* separator = "";
    for (const Field* field : list_of_fields) {
      text += separator;
      separator = between;
      const char* comma = "";
      for (const Ident* name : field->names) {
        text += comma;
        comma = ", ";
        text += name->name;
      }
      if (!field->names.empty()) text += ' ';
      expr(field->type);
      if (field->tag != nullptr) text += " " + field->tag->text;
    }
  }

  void signature(const FuncType* type) {
    text += '(';
    fields(type->params->list, ", ");
    text += ')';
    if (type->results == nullptr || type->results->list.empty()) return;
    text += ' ';
    const auto& results = type->results->list;
    if (results.size() == 1 && results[0]->names.empty()) return expr(results[0]->type);
    text += '(';
    fields(results, ", ");
    text += ')';
  }
};

}  // namespace

std::string expression_text(const syntax::Expr* x) {
  Writer writer;
  writer.expr(x);
  return std::move(writer.text);
}

std::string expression_list_text(const std::vector<syntax::Expr*>& list) {
  Writer writer;
  writer.text = "[";
  writer.list(list);
  writer.text += "]";
  return std::move(writer.text);
}

}  // namespace model::types
