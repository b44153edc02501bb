#pragma once
// Which files belong to a build (`go help buildconstraint`): linux, amd64, gc, no cgo, releases up
// to go1.26.

#include <cstdint>
#include <string_view>

namespace model::package {

inline constexpr std::uint32_t kNewestGo = 26;

struct BuildContext {
  std::string_view os = "linux";
  std::string_view arch = "amd64";

  bool has_tag(std::string_view tag) const;
  /// By its name: x_linux.go, x_amd64.go, x_linux_amd64.go, each also before _test.
  bool matches_name(std::string_view file_name) const;
  /// By its //go:build line.
  bool matches_text(std::string_view text) const;
};

/// Go's own packages are taken as on a machine that has no assembly for them.
inline constexpr BuildContext kUserContext = {"linux", "amd64"};
inline constexpr BuildContext kGoTreeContext = {"linux", "mips64le"};

bool is_test_file(std::string_view file_name);

}  // namespace model::package
