// Entries, found by name and form as `go test` finds them (cmd/go, load.loadTestFuncs; `go help
// testfunc`).

#include "model/package/entry.hpp"

#include <string>
#include <string_view>

#include "model/package/build_context.hpp"

namespace model::package {

namespace {

using syntax::as;
using syntax::try_as;

/// TestXxx: after Test comes no lower-case letter.
bool is_test_name(std::string_view name) {
  constexpr std::string_view kPrefix = "Test";
  if (name.substr(0, kPrefix.size()) != kPrefix) return false;
  if (name.size() == kPrefix.size()) return true;
  const char c = name[kPrefix.size()];
  return !(c >= 'a' && c <= 'z');
}

/// Is the only parameter a *testing.`type`, under whatever name testing is imported?
bool takes(const syntax::FuncDecl& f, std::string_view type) {
  const auto& list = f.type->params->list;
  if (f.type->results != nullptr && f.type->results->count() != 0) return false;
  if (f.type->type_params != nullptr || f.type->params->count() != 1) return false;
  const auto* pointer = try_as<syntax::StarExpr>(list[0]->type);
  if (pointer == nullptr) return false;
  if (const auto* name = try_as<syntax::Ident>(pointer->x)) return name->name == type;
  const auto* selector = try_as<syntax::SelectorExpr>(pointer->x);
  return selector != nullptr && selector->sel->name == type;
}

}  // namespace

void add_entries(Unit& unit, const Package& package, bool with_main) {
  for (const syntax::File* file : package.files) {
    const bool is_test = is_test_file(unit.files->name(file->index));
    for (const syntax::Decl* decl : file->decls) {
      const auto* f = try_as<syntax::FuncDecl>(decl);
      if (f == nullptr || f->recv != nullptr || f->body == nullptr) continue;
      const std::string& name = f->name->name;
      if (name == "main" && package.name == "main" && with_main) {
        unit.entries.insert(unit.entries.begin(), {name, &package, f, false});
      } else if (name == "TestMain" && takes(*f, "M")) {
        if (unit.test_main.function != nullptr) {
          unit.diagnostics.error(f->name->position, "Test", "multiple definitions of TestMain");
        }
        unit.test_main = {name, &package, f, true};
      } else if (is_test_name(name) && takes(*f, "T")) {
        unit.entries.push_back({name, &package, f, true});
      } else if (is_test_name(name) && is_test) {
        unit.diagnostics.error(
            f->position, "Test",
            "wrong signature for " + name + ", must be: func " + name + "(t *testing.T)");
      }
    }
  }
}

}  // namespace model::package
