// The copy and its schedule, as files.

#include <fmt/format.h>

#include <algorithm>
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

/// Names of files without the folders of this machine.
void make_portable(model::instrument::Copy& copy) {
  for (model::instrument::SourceFile& file : copy.files) {
    if (!file.text.starts_with("//line ")) continue;
    const std::size_t end = file.text.find('\n');
    file.text = fmt::format("//line {}:1", fs::path(file.path).filename().string()) + file.text.substr(end);
  }
}

std::string write_files(const Request& request, const std::string& folder, model::instrument::Copy& copy, bool portable) {
  model::instrument::Steps steps = steps_of(request.schedule);
  if (request.predicted.kind == finding::Kind::Race) {
    // Both accesses wait at gates until all that orders goroutines is behind them.
    steps.accesses.insert(request.predicted.position);
    steps.accesses.insert(request.others.begin(), request.others.end());
  }
  copy = model::instrument::instrument(request.compile, request.unit, request.entry, steps);
  if (!copy.error.empty()) return copy.error;
  if (portable) make_portable(copy);
  const fs::path root(folder);
  const fs::path gate = root / model::instrument::kGate;
  bool ok = write(gate / "schedule.go", schedule_file(request, gate_lines(request.schedule, copy.sites)));
  const bool signals = std::any_of(copy.files.begin(), copy.files.end(), [](const auto& file) {
    return file.text.find(std::string(model::instrument::kGate) + ".Notify") != std::string::npos;
  });
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == std::string_view("signal.go") && !signals) continue;  // os/signal is no part of a program without
    ok = write(gate / file.name, file.text) && ok;
  }
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
  std::string error = write_files(request, folder, copy, false);
  if (!error.empty()) return error;
  const auto go = installed_go();
  if (go && *go < copy.go_version) {
    return fmt::format("the program needs go1.{}, and the Go here is go1.{}", copy.go_version, *go);
  }
  return write(fs::path(folder) / "package.txt", copy.package) ? "" : "cannot write to " + folder;
}

namespace {

/// Go source: does `output` show the finding?
std::string shown_expression(const Request& request) {
  const Evidence e = evidence(request);
  if (e.place.empty()) return fmt::format("strings.Contains(output, {})", go_quoted(e.text));
  return fmt::format("blocked(output, {}, {})", go_quoted(e.status), go_quoted(fs::path(e.place).filename().string()));
}

// {0} what is predicted, {1} build command, {2} run's flags, {3} does the output show it, {4} attempts
constexpr const char* kTest = R"__(// Written by chancheck replay --emit-test. Beside this folder is a copy of the program with gates before its visible
// operations (chancheckgate), which lead it through one schedule. The test fails as long as that ends in
//
//	{0}
//
// A repair of the program has to be made in the copy too.
package replay

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestChancheckReplay(t *testing.T) {{
	program := filepath.Join(t.TempDir(), "program")
	build := exec.Command("go", {1})
	build.Dir = ".."
	build.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if output, err := build.CombinedOutput(); err != nil {{
		t.Fatalf("%v\n%s", err, output)
	}}
	// Where two goroutines have to be in the library's code at one time, the schedule's last lines are let loose together.
	ways := []string{{"together", "alone"}}
	for i := 0; i < {4}; i++ {{
		limit, cancel := context.WithTimeout(context.Background(), time.Minute)
		run := exec.CommandContext(limit, program{2})
		run.Env = append(os.Environ(), "CHANCHECKGATE_WAY="+ways[i%len(ways)], "CHANCHECKGATE_LOOSE="+strconv.Itoa(i/len(ways)%10), "GORACE=atexit_sleep_ms=0")
		bytes, _ := run.CombinedOutput()
		cancel()
		if output := string(bytes); {3} {{
			t.Fatalf("the schedule still ends in what chancheck found:\n%s", output)
		}}
	}}
}}

// blocked says if a goroutine of the dump stands at this place in this state.
func blocked(dump, status, place string) bool {{
	for _, goroutine := range strings.Split(dump, "\n\n") {{
		header, stack, _ := strings.Cut(goroutine, "\n")
		stack, _, _ = strings.Cut(stack, "created by ")
		for _, line := range strings.Split(stack, "\n") {{
			if strings.HasPrefix(header, "goroutine ") && strings.Contains(header, "["+status) && strings.Contains(line+" ", place+" ") {{
				return true
			}}
		}}
	}}
	return false
}}
)__";

}  // namespace

std::string write_test(const Request& request, const std::string& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error) && !fs::exists(fs::path(folder) / model::instrument::kGate, error)) {
    return folder + " is not empty, and not written by chancheck";
  }
  const bool is_new = !fs::exists(folder, error);
  const auto given_up = [&](const std::string& why) {
    if (is_new) fs::remove_all(folder, error);  // no half test
    return why;
  };
  model::instrument::Copy copy;
  std::string wrong = write_files(request, folder, copy, true);
  if (!wrong.empty()) return given_up(wrong);
  const bool race = request.predicted.kind == finding::Kind::Race;
  const std::string build = fmt::format("{}{}\"-o\", program, \"./{}\"",
                                        request.is_test ? R"("test", "-c", "-vet=off", )" : R"("build", )",
                                        race ? R"("-race", )" : "", copy.package);
  const std::string flags =
      request.is_test ? fmt::format(R"(, "-test.run=^{}$", "-test.count=1", "-test.timeout=0", "-test.parallel=1000")", request.entry) : "";
  const std::string text = fmt::format(fmt::runtime(kTest), one_line(prediction(request)), build, flags, shown_expression(request),
                                       inside_of(request).empty() ? 1 : 300);
  return write(fs::path(folder) / "chancheckreplay" / "replay_test.go", text) ? "" : given_up("cannot write to " + folder);
}

}  // namespace checker::replay
