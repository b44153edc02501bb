// Building and running the copy.

#include "checker/replay/real_run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "checker/process/process.hpp"

namespace checker::replay {
namespace {

namespace fs = std::filesystem;
using process::Finished;
using process::Process;

/// `$CHANCHECK_GO`, or the one in PATH. Go's own place is looked at too: not every shell has it in its PATH.
std::string go_command() {
  // Tests, and who has several.
  if (const char* chosen = std::getenv("CHANCHECK_GO"); chosen != nullptr) return access(chosen, X_OK) == 0 ? chosen : "";
  const char* path = std::getenv("PATH");
  std::string folders = path != nullptr ? path : "";
  folders += ":/usr/local/go/bin:/usr/lib/go/bin";
  for (std::size_t at = 0; at <= folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    const std::string candidate = folders.substr(at, end - at) + "/go";
    if (end > at && access(candidate.c_str(), X_OK) == 0) return candidate;
    at = end + 1;
  }
  return "";
}

/// What is there is used, and nothing is fetched.
std::vector<std::pair<std::string, std::string>> environment() {
  return {{"GOFLAGS", "-mod=mod"}, {"GOPROXY", "off"}, {"GOTOOLCHAIN", "local"}, {"GOWORK", "off"}, {"GOSUMDB", "off"},
          {"GORACE", "halt_on_error=0 exitcode=66 atexit_sleep_ms=0"}};
}

constexpr std::chrono::seconds kLoose(60);
constexpr unsigned kFewLoose = 3, kMostLoose = 10;  // lines
constexpr unsigned kGoroutines = 3;
constexpr int kRaceAttempts = 5;

/// No gate stands inside of the library's code. What needs two goroutines there at one time is tried by letting the last lines
/// of the schedule loose, in all the ways of gate/loose.go in turn.
class Loose {
 public:
  Loose(Process real, const Request& request)
      : real_(std::move(real)),
        inside_(inside_of(request)),
        lines_(std::max(1U, static_cast<unsigned>(request.schedule.lines.size()))) {
    if (inside_.empty()) return;
    for (unsigned gates = 1; gates <= std::min(lines_, kFewLoose); ++gates) {
      for (unsigned who = 0; who < kGoroutines; ++who) places_.push_back({who, gates});
    }
  }

  Process next() {
    const unsigned i = number_++;
    place_ = nullptr;
    if (i % 4 >= 2 && !places_.empty()) return held();
    return with(i % 2 == 0 ? "alone" : "together", 1 + i / 4 % std::min(lines_, kMostLoose));
  }

  void learn(const Finished& finished) {
    if (place_ == nullptr || finished.held) return;
    if (finished.length > 0) {
      place_->length = finished.length;
    } else if (place_->tried == 1) {
      *place_ = places_.back();  // it does not come to these functions
      places_.pop_back();
    }
  }

 private:
  /// A goroutine that can be held.
  struct Place {
    unsigned who = 0, gates = 0;
    unsigned length = 0;  ///< the function's instructions; 0: not known
    unsigned tried = 0;
  };

  Process with(const char* way, unsigned gates) const {
    Process process = real_;
    process.environment.emplace_back("CHANCHECKGATE_WAY", way);
    process.environment.emplace_back("CHANCHECKGATE_LOOSE", std::to_string(gates));
    return process;
  }

  Process held() {
    place_ = &places_[turn_++ % places_.size()];
    Process process = with("held", place_->gates);
    process.environment.emplace_back("CHANCHECKGATE_WHO", std::to_string(place_->who));
    process.environment.emplace_back("GODEBUG", "asyncpreemptoff=1");
    // All over the function, ever more densely: multiples of the golden ratio.
    const double part = std::fmod(0.618033988749895 * place_->tried++, 1);
    const unsigned most = place_->length > 0 ? place_->length : kWhole;
    const auto stop = place_->length > 0 ? 1 + static_cast<unsigned>(part * most) : most;
    // On a busy machine the others need longer.
    process.hold = process::Hold{inside_, stop, std::chrono::milliseconds(10 + 5 * std::min(place_->tried, 30U))};
    return process;
  }

  static constexpr unsigned kWhole = 1U << 30;
  const Process real_;
  const std::vector<std::string> inside_;
  const unsigned lines_;
  std::vector<Place> places_;
  Place* place_ = nullptr;
  unsigned number_ = 0, turn_ = 0;
};

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "chancheck-replay-XXXXXX").string();
    if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

std::optional<std::uint32_t> installed_go() {
  const std::string go = go_command();
  if (go.empty()) return std::nullopt;
  const Finished version = process::run({{go, "env", "GOVERSION"}, "/", environment(), std::chrono::seconds(60)});
  std::uint32_t minor = 0;
  const std::size_t at = version.output.find("go1.");
  if (version.status != 0 || at == std::string::npos) return std::nullopt;
  std::from_chars(version.output.data() + at + 4, version.output.data() + version.output.size(), minor);
  return minor;
}

Real run_for_real(const Request& request, int attempts) {
  Real result;
  const std::string go = go_command();
  if (go.empty() || !installed_go()) {
    const char* chosen = std::getenv("CHANCHECK_GO");
    result.error = chosen != nullptr ? "CHANCHECK_GO: " + std::string(chosen) + " is no go command" : "there is no go command in PATH";
    return result;
  }
  const TemporaryFolder folder;
  if (folder.path().empty()) {
    result.error = "cannot make a temporary folder";
    return result;
  }
  result.error = write_copy(request, folder.path());
  if (!result.error.empty()) return result;
  std::string package;
  std::ifstream(folder.path() + "/package.txt") >> package;
  const std::string program = folder.path() + "/chancheck-replay";
  Process build{{go}, folder.path() + "/" + package, environment(), std::chrono::seconds(600)};
  // With cgo, as package net has it, the runtime never says that all goroutines are asleep. The race detector needs it.
  if (request.predicted.kind != finding::Kind::Race) build.environment.emplace_back("CGO_ENABLED", "0");
  if (request.is_test) {
    build.command.insert(build.command.end(), {"test", "-c", "-vet=off"});
  } else {
    build.command.emplace_back("build");
  }
  if (request.predicted.kind == finding::Kind::Race) build.command.emplace_back("-race");
  build.command.insert(build.command.end(), {"-o", program, "."});
  const Finished built = process::run(build);
  if (built.status != 0) {
    result.error = "the real Go does not build the copy:\n" + built.output;
    return result;
  }
  Process real{{program}, build.folder, environment(), std::chrono::seconds(20)};
  if (request.is_test) {
    real.command.insert(real.command.end(), {"-test.run", "^" + request.entry + "$", "-test.count=1", "-test.timeout=0", "-test.parallel=1000"});
  }
  const auto attempt = [&](const Process& process) {
    const Finished finished = process::run(process);
    result.output = finished.output;
    result.seen = shown_in(result.output, request);
    result.done = !result.seen.empty();
    return finished;
  };
  // With the race detector a sync.Pool forgets at random.
  if (request.predicted.kind == finding::Kind::Race) attempts *= kRaceAttempts;
  for (int i = 0; i < attempts && !result.done; ++i) attempt(real);
  if (request.predicted.kind == finding::Kind::Panic || request.predicted.kind == finding::Kind::Fatal) {
    Loose loose(real, request);
    const auto end = std::chrono::steady_clock::now() + kLoose;
    while (!result.done && std::chrono::steady_clock::now() < end) {
      loose.learn(attempt(loose.next()));
    }
  }
  return result;
}

}  // namespace checker::replay
