// The front end on one page: find and parse, check types, lower.

#include "model/compile.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "model/lower/lower.hpp"
#include "model/package/package.hpp"
#include "model/property/resolve.hpp"
#include "model/syntax/annotation.hpp"
#include "model/types/check_unit.hpp"
#include "model/types/checker.hpp"

namespace model {

namespace {

/// Packages that every unit has: the machine panics with types of package runtime.
constexpr const char* kAlways[] = {"runtime"};


void add_entries(Unit& unit, const package::Unit& parsed, const std::vector<property::Annotated>& files) {
  for (std::size_t i = 0; i < parsed.entries.size(); ++i) {
    EntryInfo info;
    info.entry = unit.program->entries[i];
    const syntax::FuncDecl* function = parsed.entries[i].function;
    for (const property::Annotated& f : files) {
      for (const syntax::WantAnnotation& w : f.annotations.wants) {
        const bool of_file = w.function == nullptr && f.file->index == function->position.file;
        if (of_file || w.function == function) info.wants.push_back({w.kind, w.text, w.position});
      }
    }
    unit.entries.push_back(std::move(info));
  }
  for (const property::Annotated& f : files) {
    for (const syntax::IgnoreAnnotation& i : f.annotations.ignores) {
      unit.ignores.push_back({i.what, i.reason, i.position, i.line});
    }
  }
}

/// One attempt. `lacking`: models that this wants completed from the Go tree, because what it needs is not in them.
Unit compile_once(package::Unit& parsed, std::set<std::string>& lacking) {
  Unit unit;
  unit.name = parsed.name;
  unit.files = parsed.files;
  base::Diagnostics& diagnostics = parsed.diagnostics;
  std::vector<property::Annotated> annotations;
  for (const package::Package* target : parsed.targets) {
    unit.go_version = target->go_version != 0 ? target->go_version : unit.go_version;
    for (const syntax::File* file : target->files) {
      annotations.push_back({file, target, syntax::parse_annotations(*file, *parsed.files, diagnostics)});
    }
  }
  if (diagnostics.empty()) {
    types::Context context;
    types::Info info(context);
    const std::unique_ptr<types::Checker> checker = types::check(parsed, info, diagnostics);
    package::require_entry(parsed);
    property::Resolved resolved;
    if (diagnostics.empty()) resolved = property::resolve(parsed, annotations, info, *checker);
    lower::Lowered lowered;
    if (diagnostics.empty()) {
      lowered = lower::lower(parsed, info, *checker, resolved);
      unit.program = lowered.program;
      if (diagnostics.empty()) add_entries(unit, parsed, annotations);
    }
    if (!diagnostics.empty() || lowered.met_invalid) lacking = checker->lacking();
  }
  if (!diagnostics.empty()) {
    unit.program = nullptr;
    unit.errors = diagnostics.sorted();
  }
  return unit;
}

/// Models need not declare all that their packages do. Where something is missing, the declarations of an installed Go are
/// added to the models it was looked for in, so that what is never reached type checks: until nothing more is missing.
Unit compile_unit(package::Unit parsed, package::Options options) {
  while (true) {
    std::set<std::string> lacking;
    Unit unit = compile_once(parsed, lacking);
    const std::size_t before = options.completed.size();
    options.completed.merge(lacking);
    if (options.completed.size() == before) return unit;
    parsed = package::load_again(parsed, options);
  }
}

}  // namespace

std::vector<Unit> compile(const CompileOptions& options) {
  package::Options load;
  load.go_version = options.go_version;
  load.always.assign(std::begin(kAlways), std::end(kAlways));
  std::vector<Unit> units;
  for (package::Unit& parsed : package::load(options.patterns, load)) {
    units.push_back(compile_unit(std::move(parsed), load));
  }
  return units;
}

}  // namespace model
