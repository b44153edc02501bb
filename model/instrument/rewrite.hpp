#pragma once
// The rewriting of one file.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/instrument/edits.hpp"
#include "model/instrument/instrument.hpp"
#include "model/syntax/tree.hpp"
#include "model/types/info.hpp"

namespace model::instrument {

/// What a call needs.
enum class Callee : std::uint8_t {
  Plain,      ///< none: the program's own functions have their gates inside
  Close,      ///< the built-in function
  Len,        ///< of a channel
  Operation,  ///< of the library
  Unknown,    ///< by a value that may be of the library: an operation if the schedule has one there
  Replaced,   ///< the gate has a function of its own for it: timers
  Chosen,     ///< a choice of math/rand
};
struct Call {
  Callee callee = Callee::Plain;
  std::string replacement;      ///< the gate's function, which stands for the called one or is given it
  bool takes_receiver = false;  ///< which takes the receiver
};

/// What one program's files share.
struct Program {
  const types::Info& info;
  std::set<std::string> user_packages;  ///< paths
  const syntax::FuncDecl* entry = nullptr;
  std::set<base::Position> operations;  ///< positions of the schedule's steps
  std::set<base::Position> accesses;    ///< those of plain accesses among them
  std::vector<Site>& sites;
  std::map<base::Position, std::uint32_t> numbers;  ///< of the sites at a position
};

Call classify(const Program& program, const syntax::CallExpr* call);

/// The file's new text. `import_path`: of the gate's package; `shown`: what //line says; `version`: its language, 1.N.
std::string rewrite(Program& program, const base::FileSet& files, const syntax::File& file,
                    const std::string& import_path, const std::string& shown, std::uint32_t version);

}  // namespace model::instrument
