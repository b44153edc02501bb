// Files and declarations (Go spec, "Source file organization", "Declarations and scope").

#include <utility>

#include "model/syntax/build_line.hpp"
#include "model/syntax/labels.hpp"
#include "model/syntax/parser.hpp"

namespace model::syntax {

File* parse_file(const base::FileSet& files, std::uint32_t file, base::Arena& arena,
                 base::Diagnostics& diagnostics, NodeIds& ids) {
  Parser parser(files.text(file), {file, 1, 1}, arena, diagnostics, ids, &files);
  File* result = parser.parse_file();
  result->index = file;
  return result;
}

/// SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } .
File* Parser::parse_file() {
  File* file = arena_.make<File>();
  file->package_position = here();
  file->doc = lead_comment();
  read_build_line(*file);
  if (!got(Token::Package)) {
    syntax_error("package statement must be first");
    file->comments = std::move(groups_);
    return file;
  }
  file->name = name();
  want(Token::Semicolon);
  if (errors_ > 0) {
    file->name = nullptr;
    file->comments = std::move(groups_);
    return file;
  }

  Token previous = Token::Import;
  while (!at(Token::Eof)) {
    if (at(Token::Import) && previous != Token::Import) {
      syntax_error("imports must appear before other declarations");
    }
    previous = token();
    switch (token()) {
      case Token::Import:
      case Token::Const:
      case Token::Type:
      case Token::Var: {
        GenDecl* decl = gen_decl(token());
        if (decl->token == Token::Import) {
          for (Spec* s : decl->specs) file->imports.push_back(as<ImportSpec>(s));
        }
        file->decls.push_back(decl);
        break;
      }
      case Token::Func:
        file->decls.push_back(func_decl());
        break;
      default: {
        const auto* last = file->decls.empty() ? nullptr : try_as<FuncDecl>(file->decls.back());
        if (at(Token::Lbrace) && last != nullptr && last->body == nullptr) {
          syntax_error("unexpected semicolon or newline before {");
        } else {
          syntax_error("non-declaration statement outside function body");
        }
        advance({Token::Import, Token::Const, Token::Type, Token::Var, Token::Func});
        continue;
      }
    }
    if (!at(Token::Eof) && !got(Token::Semicolon)) {
      syntax_error("after top level declaration");
      advance({Token::Import, Token::Const, Token::Type, Token::Var, Token::Func});
    }
  }
  // What the compiler leaves to its type checker.
  for (const Expr* guard : type_guards_) {
    late_.emplace_back(guard->position, "invalid syntax tree: use of .(type) outside type switch");
  }
  if (errors_ == 0) {
    for (auto& [position, message] : late_) error(position, std::move(message));
  }
  file->comments = std::move(groups_);
  return file;
}

/// The //go:build line among the comments before `package`.
void Parser::read_build_line(File& file) {
  for (const CommentGroup* group : groups_) {
    for (const Comment& c : *group) {
      const std::string_view expression = build_expression(c.text);
      if (expression.empty() || !file.build_constraint.empty()) continue;
      file.build_constraint = expression;
      file.build_position = c.position;
      file.go_version = build_go_version(expression);
    }
  }
}

/// import, const, type or var: one spec, or a group of them in parentheses.
GenDecl* Parser::gen_decl(Token keyword) {
  auto* decl = make<GenDecl>(here());
  decl->token = keyword;
  decl->doc = lead_comment();
  next();
  const auto spec = [&]() -> Spec* {
    if (keyword == Token::Import) return import_spec(decl);
    if (keyword == Token::Const) return const_spec(decl);
    if (keyword == Token::Type) return type_spec(decl);
    return var_spec(decl);
  };
  if (at(Token::Lparen)) {
    decl->lparen = here();
    next();
    decl->rparen = list("grouped declaration", Token::Semicolon, Token::Rparen, [&] {
      decl->specs.push_back(spec());
      return false;
    });
  } else {
    decl->specs.push_back(spec());
  }
  return finish(decl);
}

Spec* Parser::import_spec(GenDecl*) {
  auto* spec = make<ImportSpec>(here());
  if (at(Token::Ident)) {
    spec->name = name();
  } else if (at(Token::Period)) {
    spec->name = make_name(here(), ".");
    next();
  }
  spec->path = literal_or_null();
  if (spec->path == nullptr) {
    syntax_error("missing import path");
    advance({Token::Semicolon, Token::Rparen});
    spec->path = make<BasicLit>(spec->position);
    spec->path->token = Token::String;
    spec->path->bad = true;
  } else if (!spec->path->bad && spec->path->token != Token::String) {
    syntax_error(spec->path->position, "import path must be a string");
    spec->path->bad = true;
  }
  return finish(spec);
}

/// ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
Spec* Parser::const_spec(GenDecl* group) {
  auto* spec = make<ValueSpec>(here());
  spec->doc = lead_comment();
  spec->iota = static_cast<std::uint32_t>(group->specs.size());
  spec->names = name_list(name());
  if (!at(Token::Eof) && !at(Token::Semicolon) && !at(Token::Rparen)) {
    spec->type = type_or_null();
    if (got_assign()) spec->values = expr_list();
  }
  if (spec->type == nullptr && spec->values.empty() && !group->specs.empty()) {
    auto* before = as<ValueSpec>(group->specs.back());
    spec->repeats = before->repeats != nullptr ? before->repeats : before;
  }
  return finish(spec);
}

/// VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
Spec* Parser::var_spec(GenDecl*) {
  auto* spec = make<ValueSpec>(here());
  spec->doc = lead_comment();
  spec->names = name_list(name());
  if (got_assign()) {
    spec->values = expr_list();
  } else {
    spec->type = type();
    if (got_assign()) spec->values = expr_list();
  }
  return finish(spec);
}

namespace {

/// Whether x can only be a type or a constraint, by its form.
bool is_type_element(const Expr* x) {
  switch (x->kind) {
    case Kind::ArrayType:
    case Kind::StructType:
    case Kind::FuncType:
    case Kind::InterfaceType:
    case Kind::MapType:
    case Kind::ChanType:
      return true;
    case Kind::BinaryExpr:
      return is_type_element(as<BinaryExpr>(x)->x) || is_type_element(as<BinaryExpr>(x)->y);
    case Kind::UnaryExpr:
      return as<UnaryExpr>(x)->op == Token::Tilde || is_type_element(as<UnaryExpr>(x)->x);
    case Kind::StarExpr:
      return is_type_element(as<StarExpr>(x)->x);
    case Kind::ParenExpr:
      return is_type_element(as<ParenExpr>(x)->x);
    default:  // may be a value
      return false;
  }
}

}  // namespace

/// TypeSpec = identifier [ TypeParams ] [ "=" ] Type . After `T [` stands an array's length or a
/// type parameter list: `P *C` and `P (C)` could be either, and are parameters if a comma or an
/// unmistakable type follows.
Spec* Parser::type_spec(GenDecl*) {
  auto* spec = make<TypeSpec>(here());
  spec->doc = lead_comment();
  spec->name = name();
  if (!at(Token::Lbrack)) {
    spec->is_alias = got_assign();
    spec->type = type_or_null();
  } else {
    const Position lbrack = here();
    next();
    if (at(Token::Ident)) {
      Expr* x = name();
      if (!at(Token::Lbrack)) {
        ++expression_nesting_;
        x = binary_expr(primary_expr(x), 0);
        --expression_nesting_;
      }
      Expr* constraint = nullptr;
      Ident* parameter = nullptr;
      // x = name constraint: the name moves out of the leftmost place of a union.
      const auto split = [&](auto&& self, Expr* e, bool force) -> bool {
        constraint = nullptr;
        if (auto* ident = try_as<Ident>(e)) {
          parameter = ident;
          return true;
        }
        if (auto* binary = try_as<BinaryExpr>(e)) {
          auto* left = try_as<Ident>(binary->x);
          if (binary->op == Token::Mul && left != nullptr &&
              (force || is_type_element(binary->y))) {
            auto* star = make<StarExpr>(binary->op_position);
            star->x = binary->y;
            star->end = binary->end;
            above(star, star->x);
            parameter = left;
            constraint = star;
            return true;
          }
          if (binary->op == Token::Or &&
              self(self, binary->x, force || is_type_element(binary->y)) && constraint != nullptr) {
            binary->x = constraint;
            binary->position = constraint->position;
            constraint = binary;
            return true;
          }
        }
        if (auto* call = try_as<CallExpr>(e)) {
          auto* fun = try_as<Ident>(call->fun);
          if (fun != nullptr && call->args.size() == 1 && !call->has_ellipsis() &&
              (force || is_type_element(call->args[0]))) {
            parameter = fun;
            constraint = unparen(call->args[0]);
            return true;
          }
        }
        parameter = nullptr;
        return false;
      };
      if (split(split, x, at(Token::Comma)) && (constraint != nullptr || !at(Token::Rbrack))) {
        spec->type_params = parameters(lbrack, parameter, constraint, Token::Rbrack, true, false);
        spec->is_alias = got_assign();
        spec->type = type_or_null();
      } else {
        spec->type = array_type(lbrack, x);
      }
    } else if (got(Token::Rbrack)) {
      spec->type = slice_type(lbrack);
    } else {
      spec->type = array_type(lbrack, nullptr);
    }
  }
  if (spec->type == nullptr) {
    spec->type = bad_expr(here());
    syntax_error("in type declaration");
    advance({Token::Semicolon, Token::Rparen});
  }
  return finish(spec);
}

/// FunctionDecl and MethodDecl.
FuncDecl* Parser::func_decl() {
  auto* decl = make<FuncDecl>(here());
  decl->doc = lead_comment();
  next();
  std::string_view context;
  const Position lparen = here();
  if (got(Token::Lparen)) {
    context = "method";
    decl->recv = parameters(lparen, nullptr, nullptr, Token::Rparen, false, false);
    if (decl->recv->count() == 0) {
      error(here(), "method has no receiver");
      decl->recv = nullptr;
    } else if (decl->recv->count() > 1) {
      error(here(), "method has multiple receivers");
      decl->recv->list.resize(1);
      decl->recv->list[0]->names.resize(decl->recv->list[0]->names.empty() ? 0 : 1);
    }
  }
  if (at(Token::Ident)) {
    decl->name = name();
    decl->type = func_type(decl->position, context);
  } else {
    decl->name = make_name(here(), "_");
    decl->type = make<FuncType>(here());
    decl->type->params = make<FieldList>(here());
    syntax_error(context.empty() ? "expected name or (" : "expected name");
    advance({Token::Lbrace, Token::Semicolon});
  }
  if (at(Token::Lbrace)) decl->body = func_body();
  return finish(decl);
}

BlockStmt* Parser::func_body() {
  ++function_nesting_;
  const int before = errors_;
  BlockStmt* body = block("");
  --function_nesting_;
  if (errors_ == before && files_ != nullptr) check_labels(body, *files_, diagnostics_);
  return body;
}

}  // namespace model::syntax
