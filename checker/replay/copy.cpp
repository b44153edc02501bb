// The copy and its schedule, as files.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

#include "checker/replay/gate_files.hpp"
#include "checker/replay/lines.hpp"
#include "checker/replay/real_run.hpp"
#include "model/instrument/instrument.hpp"

namespace checker::replay {
namespace {

namespace fs = std::filesystem;
using model::instrument::Site;

bool write(const fs::path& path, std::string_view text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return static_cast<bool>(file);
}

const char* wanted(finding::Kind kind) {
  switch (kind) {
    case finding::Kind::Deadlock: return "deadlock";
    case finding::Kind::Leak:
    case finding::Kind::Hang:
    case finding::Kind::Livelock: return "dump";
    case finding::Kind::Panic:
    case finding::Kind::Fatal:
    case finding::Kind::Race:
    case finding::Kind::Order:
    case finding::Kind::Assertion:
    case finding::Kind::Property: return "crash";
  }
  return "crash";
}

std::string schedule_file(const Request& request, const std::vector<GateLine>& lines) {
  std::string text = fmt::format("package {}\n\nconst want = {}\n\nvar lines = [...]line{{\n", model::instrument::kGate,
                                 wanted(request.predicted.kind));
  for (const GateLine& l : lines) {
    text += fmt::format("\t{{{}, {}, {}, {}}},\n", l.goroutine, l.site, l.choice, l.timer);
  }
  return text + "}\n";
}

std::string write_files(const Request& request, const std::string& folder, model::instrument::Copy& copy) {
  copy = model::instrument::instrument(request.compile, request.unit, request.entry, steps_of(request.schedule));
  if (!copy.error.empty()) return copy.error;
  const fs::path root(folder);
  const fs::path gate = root / model::instrument::kGate;
  bool ok = write(gate / "schedule.go", schedule_file(request, gate_lines(request.schedule, copy.sites)));
  for (const EmbeddedFile& file : embedded_files()) ok = write(gate / file.name, file.text) && ok;
  for (const auto& file : copy.files) ok = write(root / file.path, file.text) && ok;
  return ok ? "" : "cannot write to " + folder;
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

std::string go_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

std::string write_copy(const Request& request, const std::string& folder) {
  model::instrument::Copy copy;
  std::string error = write_files(request, folder, copy);
  if (!error.empty()) return error;
  const auto go = installed_go();
  if (go && *go < copy.go_version) {
    return fmt::format("the program needs go1.{}, and the Go here is go1.{}", copy.go_version, *go);
  }
  return write(fs::path(folder) / "package.txt", copy.package) ? "" : "cannot write to " + folder;
}

std::string write_test(const Request& request, const std::string& folder) {
  model::instrument::Copy copy;
  std::string error = write_files(request, folder, copy);
  if (!error.empty()) return error;
  const std::string run = request.is_test ? fmt::format("\"test\", \"-vet=off\", \"-count=1\", \"-timeout=0\", \"-run=^{}$\"", request.entry)
                                          : "\"run\"";
  const std::string race = request.predicted.kind == finding::Kind::Race ? ", \"-race\"" : "";
  const std::string text = fmt::format(
      R"__(// Written by chancheck replay --emit-test. The package below is a copy of the program with gates before its visible
// operations (chancheckgate), which lead it through one schedule. The test fails as long as that schedule ends as in
//
//	{}
package replay

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestChancheckReplay(t *testing.T) {{
	c := exec.Command("go", {}{}, "./{}")
	c.Dir = ".."
	c.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	output, _ := c.CombinedOutput()
	if strings.Contains(string(output), {}) {{
		t.Errorf("the schedule still ends in what chancheck found:
%s", output)
	}}
}}
)__",
      one_line(prediction(request)), run, race, copy.package, go_quoted(evidence(request)));
  return write(fs::path(folder) / "chancheckreplay" / "replay_test.go", text) ? "" : "cannot write to " + folder;
}

}  // namespace checker::replay
