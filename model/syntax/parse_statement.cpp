// Statements (Go spec, "Statements").

#include <utility>

#include "model/syntax/parser.hpp"
#include "model/syntax/print.hpp"

namespace model::syntax {

namespace {

/// An operand of an assignment where a condition was meant, with parentheses that make the `=`
/// stand out.
std::string emphasized(const std::vector<Expr*>& list) {
  const std::string text = to_string(list);
  return list.size() == 1 && is<BinaryExpr>(list[0]) ? "(" + text + ")" : text;
}

}  // namespace

/// SimpleStmt. `lhs` may have been parsed. `keyword` is If, Switch or For in their heads; after For
/// a range clause is allowed (the result is then a RangeStmt without body), after Switch `bind :=
/// x.(type)` (the result is then an ExprStmt and *bind is set).
Stmt* Parser::simple_stmt(std::vector<Expr*> lhs, Token keyword, Ident** bind) {
  const Position start = lhs.empty() ? here() : lhs[0]->position;
  if (keyword == Token::For && at(Token::Range)) {
    return range_clause({}, Token::Illegal, {}, start);
  }
  if (lhs.empty()) lhs = expr_list();
  const Position op_position = here();
  const Token op = token();
  if (lhs.size() == 1 && op != Token::Assign && op != Token::Define) {
    if (assignment_operator(op) != Token::Illegal) {
      auto* assign = make<AssignStmt>(start);
      next();
      assign->op = op;
      assign->op_position = op_position;
      assign->lhs = std::move(lhs);
      assign->rhs = {expr()};
      return finish(assign);
    }
    if (op == Token::Inc || op == Token::Dec) {
      auto* step = make<IncDecStmt>(start);
      next();
      step->x = lhs[0];
      step->op = op;
      step->op_position = op_position;
      return finish(step);
    }
    if (op == Token::Arrow) {
      auto* send = make<SendStmt>(start);
      next();
      send->chan = lhs[0];
      send->value = expr();
      send->arrow = op_position;
      return finish(send);
    }
    auto* statement = make<ExprStmt>(start);
    statement->x = lhs[0];
    return finish(statement);
  }
  if (op == Token::Assign || op == Token::Define) {
    next();
    if (keyword == Token::For && at(Token::Range)) {
      return range_clause(std::move(lhs), op, op_position, start);
    }
    std::vector<Expr*> rhs = expr_list();
    if (keyword == Token::Switch && op == Token::Define && bind != nullptr && rhs.size() == 1 &&
        lhs.size() == 1 && is<Ident>(lhs[0])) {
      auto* guard = try_as<TypeAssertExpr>(rhs[0]);
      if (guard != nullptr && guard->type == nullptr) {
        *bind = as<Ident>(lhs[0]);
        auto* statement = make<ExprStmt>(start);
        statement->x = guard;
        return finish(statement);
      }
    }
    auto* assign = make<AssignStmt>(start);
    assign->op = op;
    assign->op_position = op_position;
    assign->lhs = std::move(lhs);
    assign->rhs = std::move(rhs);
    return finish(assign);
  }
  syntax_error("expected := or = or comma");
  advance({Token::Semicolon, Token::Rbrace});
  auto* statement = make<ExprStmt>(start);
  statement->x = lhs[0];
  return finish(statement);
}

RangeStmt* Parser::range_clause(std::vector<Expr*> lhs, Token op, Position op_position,
                                Position start) {
  auto* range = make<RangeStmt>(start);
  range->range_position = here();
  next();
  range->op = op;
  range->op_position = op_position;
  if (!lhs.empty()) range->key = lhs[0];
  if (lhs.size() > 1) range->value = lhs[1];
  if (lhs.size() > 2) range->extra.assign(lhs.begin() + 2, lhs.end());
  range->x = expr();
  return finish(range);
}

/// The head of an if, switch or for: [ init ";" ] cond, and for `for` [ init ] ";" [ cond ] ";" [
/// post ] or a range clause.
Parser::Header Parser::header(Token keyword) {
  Header h;
  next();  // keyword
  if (at(Token::Lbrace)) {
    if (keyword == Token::If) {
      syntax_error("missing condition in if statement");
      h.cond = bad_expr(here());
    }
    return h;
  }
  const int outer = std::exchange(expression_nesting_, -1);
  Stmt* condition = nullptr;
  Position semicolon;
  bool written = false;  // the semicolon is one in the text
  if (!at(Token::Semicolon)) {
    if (got(Token::Var)) {
      syntax_error(std::string("var declaration not allowed in ") + token_text(keyword) +
                   " initializer");
    }
    h.init = simple_stmt({}, keyword, &h.bind);
    if (auto* range = try_as<RangeStmt>(h.init)) {
      h.range = range;
      expression_nesting_ = outer;
      return h;
    }
  }
  if (at(Token::Lbrace)) {
    condition = std::exchange(h.init, nullptr);
  } else {
    if (at(Token::Semicolon)) {
      semicolon = here();
      written = scanner_.text == "semicolon";
      next();
    } else {
      want(Token::Lbrace);
      if (!at(Token::Lbrace)) advance({Token::Lbrace, Token::Rbrace});
    }
    if (keyword == Token::For) {
      if (at(Token::Lbrace)) {
        syntax_error("expected for loop condition");
      } else {
        if (!at(Token::Semicolon)) condition = simple_stmt({}, Token::Illegal, nullptr);
        want(Token::Semicolon);
        if (!at(Token::Lbrace)) {
          h.post = simple_stmt({}, Token::Illegal, nullptr);
          const auto* assign = try_as<AssignStmt>(h.post);
          if (assign != nullptr && assign->op == Token::Define) {
            syntax_error(assign->op_position, "cannot declare in post statement of for loop");
          }
        }
      }
    } else if (!at(Token::Lbrace)) {
      condition = simple_stmt({}, keyword, &h.bind);
    }
  }

  if (condition == nullptr) {
    if (keyword == Token::If && semicolon.valid()) {
      if (written) {
        syntax_error(semicolon, "missing condition in if statement");
      } else {
        syntax_error(semicolon, "unexpected newline, expected { after if clause");
      }
      h.cond = bad_expr(semicolon);
    }
  } else if (auto* x = try_as<ExprStmt>(condition)) {
    h.cond = x->x;
  } else {
    Position where = condition->position;
    std::string text = to_string(condition);
    if (const auto* assign = try_as<AssignStmt>(condition)) {
      where = assign->op_position;
      if (assign->op == Token::Assign) {
        text = "assignment " + emphasized(assign->lhs) + " = " + emphasized(assign->rhs);
      }
    } else if (const auto* step = try_as<IncDecStmt>(condition)) {
      where = step->op_position;
    } else if (const auto* send = try_as<SendStmt>(condition)) {
      where = send->arrow;
    }
    syntax_error(where, "cannot use " + text + " as value");
    h.cond = bad_expr(condition->position);
  }
  expression_nesting_ = outer;
  return h;
}

BlockStmt* Parser::block(std::string_view context) {
  auto* result = make<BlockStmt>(here());
  result->lbrace = here();
  if (!got(Token::Lbrace)) {
    syntax_error("expected { after " + std::string(context));
    advance({Token::Ident, Token::Rbrace});
    result->rbrace = here();
    if (got(Token::Rbrace)) return finish(result);
  }
  result->list = statement_list();
  result->rbrace = here();
  want(Token::Rbrace);
  return finish(result);
}

std::vector<Stmt*> Parser::statement_list() {
  std::vector<Stmt*> result;
  while (!at(Token::Eof) && !at(Token::Rbrace) && !at(Token::Case) && !at(Token::Default)) {
    Stmt* s = statement_or_null();
    if (s == nullptr) break;
    result.push_back(s);
    if (!got(Token::Semicolon) && !at(Token::Rbrace)) {
      syntax_error("at end of statement");
      advance({Token::Semicolon, Token::Rbrace, Token::Case, Token::Default});
      got(Token::Semicolon);
    }
  }
  return result;
}

Stmt* Parser::statement_or_null() {
  const Nest nest(*this);
  const Position start = here();
  switch (token()) {
    case Token::Ident: {
      std::vector<Expr*> lhs = expr_list();
      if (lhs.size() == 1 && is<Ident>(lhs[0]) && at(Token::Colon)) {
        return labeled_stmt(as<Ident>(lhs[0]));
      }
      return simple_stmt(std::move(lhs), Token::Illegal, nullptr);
    }
    case Token::Var:
    case Token::Const:
    case Token::Type:
      return decl_stmt();
    case Token::Lbrace:
      return block("");
    case Token::Add:
    case Token::Sub:
    case Token::Mul:
    case Token::And:
    case Token::Xor:
    case Token::Not:
    case Token::Arrow:
    case Token::Int:
    case Token::Float:
    case Token::Imag:
    case Token::Char:
    case Token::String:
    case Token::Func:
    case Token::Lparen:
    case Token::Lbrack:
    case Token::Struct:
    case Token::Map:
    case Token::Chan:
    case Token::Interface:
      return simple_stmt({}, Token::Illegal, nullptr);
    case Token::For:
      return for_stmt();
    case Token::Switch:
      return switch_stmt();
    case Token::Select:
      return select_stmt();
    case Token::If:
      return if_stmt();
    case Token::Go:
    case Token::Defer:
      return call_stmt();
    case Token::Fallthrough:
    case Token::Break:
    case Token::Continue:
    case Token::Goto: {
      auto* branch = make<BranchStmt>(start);
      branch->token = token();
      next();
      if (branch->token == Token::Goto ||
          (at(Token::Ident) && branch->token != Token::Fallthrough)) {
        branch->label = name();
      }
      return finish(branch);
    }
    case Token::Return: {
      auto* result = make<ReturnStmt>(start);
      next();
      if (!at(Token::Semicolon) && !at(Token::Rbrace)) result->results = expr_list();
      return finish(result);
    }
    case Token::Semicolon:
      return make<EmptyStmt>(start);
    default:
      return nullptr;
  }
}

Stmt* Parser::labeled_stmt(Ident* label) {
  auto* labeled = make<LabeledStmt>(label->position);
  labeled->label = label;
  labeled->colon = here();
  want(Token::Colon);
  if (at(Token::Rbrace)) {
    labeled->stmt = make<EmptyStmt>(here());
    return finish(labeled);
  }
  labeled->stmt = statement_or_null();
  if (labeled->stmt != nullptr) return finish(labeled);
  syntax_error(labeled->colon, "missing statement after label");
  return nullptr;
}

Stmt* Parser::decl_stmt() {
  auto* statement = make<DeclStmt>(here());
  statement->decl = gen_decl(token());
  return finish(statement);
}

/// GoStmt = "go" Expression, DeferStmt = "defer" Expression, the expression an unparenthesized
/// call.
Stmt* Parser::call_stmt() {
  const Position start = here();
  const Token keyword = token();
  next();
  Expr* x = primary_expr(nullptr);
  const std::string prefix = std::string("expression in ") + token_text(keyword);
  if (is<ParenExpr>(x)) {
    error(x->position, prefix + " must not be parenthesized");
    x = unparen(x);
  }
  auto* call = try_as<CallExpr>(x);
  if (call == nullptr && !is<BadExpr>(x)) {
    late_.emplace_back(x->position, prefix + " must be function call");
  }
  if (keyword == Token::Go) {
    auto* statement = make<GoStmt>(start);
    statement->call = call;
    return finish(statement);
  }
  auto* statement = make<DeferStmt>(start);
  statement->call = call;
  return finish(statement);
}

Stmt* Parser::for_stmt() {
  const Position start = here();
  const Header h = header(Token::For);
  if (h.range != nullptr) {
    h.range->position = start;
    h.range->body = block("for clause");
    return finish(h.range);
  }
  auto* loop = make<ForStmt>(start);
  loop->init = h.init;
  loop->cond = h.cond;
  loop->post = h.post;
  loop->body = block("for clause");
  return finish(loop);
}

Stmt* Parser::if_stmt() {
  const Nest nest(*this);
  auto* result = make<IfStmt>(here());
  const Header h = header(Token::If);
  result->init = h.init;
  result->cond = h.cond != nullptr ? h.cond : bad_expr(here());
  result->body = block("if clause");
  if (got(Token::Else)) {
    if (at(Token::If)) {
      result->else_stmt = if_stmt();
    } else if (at(Token::Lbrace)) {
      result->else_stmt = block("");
    } else {
      syntax_error("else must be followed by if or statement block");
      advance({Token::Ident, Token::Rbrace});
    }
  }
  return finish(result);
}

/// A clause of a switch or select, up to what its `case` is followed by.
template <typename Clause>
Clause* Parser::clause() {
  auto* result = make<Clause>(here());
  if (got(Token::Case)) {
    if constexpr (std::is_same_v<Clause, CaseClause>) {
      result->list = expr_list();
    } else {
      result->comm = simple_stmt({}, Token::Illegal, nullptr);
    }
  } else if (got(Token::Default)) {
    if constexpr (std::is_same_v<Clause, CaseClause>) result->is_default = true;
  } else {
    syntax_error("expected case or default or }");
    advance({Token::Colon, Token::Case, Token::Default, Token::Rbrace});
  }
  result->colon = here();
  want(Token::Colon);
  result->body = statement_list();
  return finish(result);
}

Stmt* Parser::switch_stmt() {
  const Position start = here();
  const Header h = header(Token::Switch);
  const Position lbrace = here();
  if (!got(Token::Lbrace)) {
    syntax_error("missing { after switch clause");
    advance({Token::Case, Token::Default, Token::Rbrace});
  }
  const auto body = [&](auto* result) {
    result->init = h.init;
    result->lbrace = lbrace;
    while (!at(Token::Eof) && !at(Token::Rbrace)) result->clauses.push_back(clause<CaseClause>());
    result->rbrace = here();
    want(Token::Rbrace);
    return finish(result);
  };
  auto* guard = try_as<TypeAssertExpr>(h.cond);
  if (guard != nullptr && guard->type == nullptr) {
    std::erase(type_guards_, guard);
    auto* result = make<TypeSwitchStmt>(start);
    result->bind = h.bind;
    result->guard = guard;
    return body(result);
  }
  auto* result = make<SwitchStmt>(start);
  result->tag = h.cond;
  return body(result);
}

Stmt* Parser::select_stmt() {
  auto* result = make<SelectStmt>(here());
  next();
  result->lbrace = here();
  if (!got(Token::Lbrace)) {
    syntax_error("missing { after select clause");
    advance({Token::Case, Token::Default, Token::Rbrace});
  }
  while (!at(Token::Eof) && !at(Token::Rbrace)) result->clauses.push_back(clause<CommClause>());
  result->rbrace = here();
  want(Token::Rbrace);
  return finish(result);
}

}  // namespace model::syntax
