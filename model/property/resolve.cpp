#include "model/property/resolve.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "model/property/automaton.hpp"
#include "model/property/expression.hpp"
#include "model/property/parse.hpp"
#include "model/property/statement.hpp"
#include "model/types/expression_text.hpp"
#include "model/types/predicates.hpp"

namespace model::property {
namespace {

using program::SpecFormula;
using syntax::PropertyAnnotation;

class Resolver {
 public:
  Resolver(package::Unit& unit, const std::vector<Annotated>& files, const types::Info& info, types::Checker& checker)
      : unit_(unit), files_(files), info_(info), checker_(checker), diagnostics_(unit.diagnostics) {}

  Resolved run() {
    for (const Annotated& f : files_) events(f);
    for (const Annotated& f : files_) {
      for (const syntax::OrderAnnotation& o : f.annotations.orders) order(o);
      for (const PropertyAnnotation& p : f.annotations.properties) property(f, p);
    }
    return std::move(out_);
  }

 private:
  void error(base::Position at, std::string message) { diagnostics_.error(at, "Annotation", std::move(message)); }

  std::uint32_t event(const std::string& name, base::Position at) {
    const auto [found, is_new] = events_.emplace(name, static_cast<std::uint32_t>(out_.specification.events.size()));
    if (is_new) out_.specification.events.push_back({name, at, false});
    return found->second;
  }

  void events(const Annotated& f) {
    if (f.annotations.events.empty()) return;
    const Statements statements(*f.file, info_);
    for (const syntax::EventAnnotation& e : f.annotations.events) {
      const Statements::Found found = statements.on_line(e.position.line);
      if (found.node == nullptr) {
        error(e.position, found.count == 0
                              ? "no statement on this line for event " + e.name
                              : std::to_string(found.count) + " statements on this line, event " + e.name +
                                    " needs exactly one");
        continue;
      }
      std::uint32_t& mark = out_.marks[found.node];
      if (mark == 0) {
        out_.specification.marks.push_back({{}, found.position});
        mark = static_cast<std::uint32_t>(out_.specification.marks.size());
      }
      std::vector<std::uint32_t>& list = out_.specification.marks[mark - 1].events;
      const std::uint32_t number = event(e.name, e.position);
      if (std::find(list.begin(), list.end(), number) == list.end()) list.push_back(number);
    }
  }

  std::optional<std::uint32_t> find_event(std::string_view name, base::Position at) {
    if (const auto found = events_.find(name); found != events_.end()) return found->second;
    std::vector<std::string_view> names;
    for (const auto& [known, number] : events_) names.push_back(known);
    std::string message = "no event is called " + std::string(name);
    if (name == "U" || name == "W" || name == "R" || name == "X" || name == "true" || name == "false") {
      message = std::string(name) + " cannot be the name of an event";
    } else if (const std::string_view near = syntax::nearest(name, names); !near.empty()) {
      message += ", did you mean " + std::string(near) + "?";
    }
    error(at, message);
    return std::nullopt;
  }

  void order(const syntax::OrderAnnotation& o) {
    const auto first = find_event(o.first, o.first_position);
    const auto second = find_event(o.second, o.second_position);
    if (first && second) out_.specification.orders.push_back({*first, *second, o.every, o.text, o.position});
  }

  void property(const Annotated& f, const PropertyAnnotation& p) {
    switch (p.kind) {
      case PropertyAnnotation::Kind::Protocol: return protocol(p);
      case PropertyAnnotation::Kind::Invariant: {
        const auto e = expression(f, p.text, p.text_position);
        if (e) out_.specification.invariants.push_back({*e, p.text, p.position});
        return;
      }
      case PropertyAnnotation::Kind::Ltl: return formula(f, p);
    }
  }

  void protocol(const PropertyAnnotation& p) {
    for (const program::SpecProtocol& other : out_.specification.protocols) {
      if (other.name == p.name) return error(p.position, "protocol " + p.name + " is defined twice");
    }
    const FindEvent find = [this](std::string_view name, base::Position at) { return find_event(name, at); };
    const std::unique_ptr<Regex> regex = parse_regex(p.text, p.text_position, find, diagnostics_);
    if (regex == nullptr) return;
    Automaton automaton = minimal_automaton(*regex);
    if (automaton.letters.empty()) return error(p.text_position, "protocol " + p.name + " names no event");
    for (const std::uint32_t e : automaton.letters) out_.specification.events[e].is_step = true;
    out_.specification.protocols.push_back({p.name, p.text, p.position, std::move(automaton.letters),
                                            std::move(automaton.next), std::move(automaton.accepting)});
  }

  void formula(const Annotated& f, const PropertyAnnotation& p) {
    const FindEvent find = [this](std::string_view name, base::Position at) { return find_event(name, at); };
    const AddExpression add = [&](std::string_view text, base::Position at) { return expression(f, text, at); };
    std::vector<SpecFormula::Node> nodes = parse_formula(p.text, p.text_position, find, add, diagnostics_);
    if (nodes.empty()) return;
    for (const SpecFormula::Node& n : nodes) {
      if (n.op == SpecFormula::Op::Event) out_.specification.events[n.atom].is_step = true;
    }
    out_.specification.formulas.push_back({std::move(nodes), p.text, p.position});
  }

  /// A boolean Go expression in the scope of a file.
  std::optional<std::uint32_t> expression(const Annotated& f, std::string_view text, base::Position at) {
    const std::pair<std::uint32_t, std::string> key{f.file->index, text};
    if (const auto known = expressions_.find(key); known != expressions_.end()) return known->second;
    syntax::Expr* e = syntax::parse_expression(text, at, *unit_.arena, diagnostics_, unit_.ids);
    if (e == nullptr) return std::nullopt;
    types::Package* package = checker_.find(f.package->path);
    types::Type* type = checker_.check_annotation(package, f.file, e);
    if (type == nullptr) return std::nullopt;
    if (!types::is_boolean(type)) {
      error(at, types::expression_text(e) + " is not a boolean expression");
      return std::nullopt;
    }
    if (!allowed(e, info_, diagnostics_)) return std::nullopt;
    const auto number = static_cast<std::uint32_t>(out_.specification.expressions.size());
    program::SpecExpression result;
    result.text = std::string(text);
    result.position = at;
    out_.code.push_back({package, e, number, -1});
    for (const syntax::Expr* term : terms(e, info_)) {
      out_.code.push_back({package, term, number, static_cast<std::int32_t>(result.terms.size())});
      result.terms.push_back({types::expression_text(term)});
    }
    out_.specification.expressions.push_back(std::move(result));
    expressions_.emplace(key, number);
    return number;
  }

  package::Unit& unit_;
  const std::vector<Annotated>& files_;
  const types::Info& info_;
  types::Checker& checker_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, std::uint32_t, std::less<>> events_;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> expressions_;  // by file and text
  Resolved out_;
};

}  // namespace

Resolved resolve(package::Unit& unit, const std::vector<Annotated>& files, const types::Info& info,
                 types::Checker& checker) {
  return Resolver(unit, files, info, checker).run();
}

}  // namespace model::property
