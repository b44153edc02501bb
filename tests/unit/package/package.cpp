// Finding packages: modules, build constraints, tests, entries, and what is wrong.

#include "model/package/package.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "model/package/build_context.hpp"
#include "model/package/module.hpp"
#include "tests/unit/catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace model::package;

/// A directory with these files, the working directory while it lives.
class Folder {
 public:
  explicit Folder(const std::map<std::string, std::string>& files) : before_(fs::current_path()) {
    std::string pattern = (fs::temp_directory_path() / "chancheck-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
    for (const auto& [name, text] : files) {
      fs::create_directories((root_ / name).parent_path());
      std::ofstream(root_ / name, std::ios::binary) << text;
    }
    fs::current_path(root_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    fs::current_path(before_);
    std::error_code error;
    fs::remove_all(root_, error);
  }

 private:
  fs::path before_, root_;
};

/// `name: entry, entry; messages` for each unit.
std::string loaded(const std::vector<std::string>& patterns) {
  Options options;
  options.go_tree = "-";
  std::string result;
  for (Unit& unit : load(patterns, options)) {
    require_entry(unit);
    result += unit.name + ":";
    for (const Entry& e : unit.entries) result += " " + e.package->path + "." + e.name;
    if (unit.test_main.function != nullptr) result += " TestMain";
    result += "\n" + unit.diagnostics.print(*unit.files);
  }
  return result;
}

TEST_CASE("modules, vendor folders and replaced modules") {
  const Folder folder({
      {"go.mod",
       "module example.com/m // c\n\ngo 1.21.3\n\nrequire (\n\tother.org/o v1.0.0\n)\n"
       "replace other.org/o => ./local/o\n"},
      {"main.go",
       "package main\nimport (\n\"example.com/m/sub\"\n\"other.org/o/deep\"\n"
       "\"vendored.org/v\"\n_ \"vendored.org/old\"\n)\nfunc main() {}\n"},
      {"sub/sub.go", "package sub\nimport _ \"example.com/m/internal/x\"\n"},
      {"internal/x/x.go", "package x\n"},
      {"local/o/go.mod", "module other.org/o\ngo 1.23\n"},
      {"local/o/deep/d.go", "//go:build go1.24\n\npackage deep\n"},
      {"vendor/vendored.org/v/v.go", "package v\n"},
      {"vendor/vendored.org/old/o.go", "package old\n"},
      {"vendor/modules.txt",
       "# vendored.org v1.0.0\n## explicit; go 1.20\nvendored.org/v\n# vendored.org/old v0.1.0\n## explicit\nvendored.org/old\n"},
  });
  Options options;
  options.go_tree = "-";
  const std::vector<Unit> units = load({"."}, options);
  REQUIRE(units.size() == 1);
  const Unit& unit = units[0];
  CHECK(unit.diagnostics.print(*unit.files) == "");
  CHECK(unit.find("example.com/m/sub")->go_version == 21);
  CHECK(unit.find("other.org/o/deep")->go_version == 23);
  CHECK(unit.find("other.org/o/deep")->files[0]->go_version == 24);
  REQUIRE(unit.find("vendored.org/v") != nullptr);
  CHECK(unit.find("vendored.org/v")->go_version == 20);
  REQUIRE(unit.find("vendored.org/old") != nullptr);
  CHECK(unit.find("vendored.org/old")->go_version == 16);
  CHECK(unit.packages.back()->path == "example.com/m");
  CHECK(unit.packages.back()->imports.at("example.com/m/sub") == unit.find("example.com/m/sub"));
  CHECK(loaded({"sub"}) == "sub:\n");
}

TEST_CASE("a vendored package may use its module's internal ones, and no others") {
  const Folder folder({
      {"go.mod", "module example.com/m\n\ngo 1.22\n\nrequire v.org/v v1.0.0\n"},
      {"main.go", "package main\nimport _ \"v.org/v\"\nfunc main() {}\n"},
      {"wrong/main.go", "package main\nimport _ \"v.org/v/internal/x\"\nfunc main() {}\n"},
      {"vendor/v.org/v/v.go", "package v\nimport _ \"v.org/v/internal/x\"\n"},
      {"vendor/v.org/v/internal/x/x.go", "package x\n"},
      {"vendor/modules.txt", "# v.org/v v1.0.0\n## explicit\nv.org/v\nv.org/v/internal/x\n"},
  });
  CHECK(loaded({"."}) == ".: example.com/m.main\n");
  CHECK(loaded({"wrong"}) ==
        "wrong: example.com/m/wrong.main\nwrong/main.go:2:10: use of internal package "
        "v.org/v/internal/x not allowed\n");
}

TEST_CASE("the module cache: the versions are those of the module that is checked") {
  const Folder folder({
      {"go.mod",
       "module example.com/m\n\ngo 1.22\n\nrequire (\n\ta.org/a v1.0.0\n\tc.org/c "
       "v1.2.0\n\told.org/o v1.0.0\n\tf.org/f v1.0.0\n)\n"
       "replace f.org/f => fork.org/F v0.3.0\n"},
      {"main.go", "package main\nimport _ \"a.org/a\"\nfunc main() {}\n"},
      {"path/pkg/mod/a.org/a@v1.0.0/go.mod",
       "module a.org/a\n\ngo 1.20\n\nrequire c.org/c v1.0.0\n"},
      {"path/pkg/mod/a.org/a@v1.0.0/a.go",
       "package a\nimport (\n_ \"c.org/c\"\n_ \"f.org/f/deep\"\n_ \"old.org/o\"\n)\n"},
      {"path/pkg/mod/c.org/c@v1.0.0/c.go", "package c\nimport _ \"c.org/c/not/there\"\n"},
      {"path/pkg/mod/c.org/c@v1.2.0/go.mod", "module c.org/c\n\ngo 1.21\n"},
      {"path/pkg/mod/c.org/c@v1.2.0/c.go", "package c\n"},
      {"path/pkg/mod/fork.org/!f@v0.3.0/go.mod", "module f.org/f\n\ngo 1.19\n"},
      {"path/pkg/mod/fork.org/!f@v0.3.0/deep/f.go", "package deep\n"},
      {"path/pkg/mod/old.org/o@v1.0.0/o.go",
       "package o\nimport _ \"old.org/o/sub\"\n"},  // without a go.mod
      {"path/pkg/mod/old.org/o@v1.0.0/sub/s.go", "package sub\n"},
  });
  const char* before = std::getenv("GOPATH");
  const std::string kept = before != nullptr ? before : "";
  setenv("GOPATH", (fs::current_path() / "path").c_str(), 1);
  Options options;
  options.go_tree = "-";
  const std::vector<Unit> units = load({"."}, options);
  before != nullptr ? setenv("GOPATH", kept.c_str(), 1) : unsetenv("GOPATH");
  REQUIRE(units.size() == 1);
  CHECK(units[0].diagnostics.print(*units[0].files) == "");
  REQUIRE(units[0].find("c.org/c") != nullptr);
  CHECK(units[0].find("c.org/c")->go_version == 21);
  REQUIRE(units[0].find("f.org/f/deep") != nullptr);
  CHECK(units[0].find("f.org/f/deep")->go_version == 19);
  CHECK(units[0].find("old.org/o/sub") != nullptr);
}

TEST_CASE("workspaces") {
  const Folder folder({
      {"go.work", "go 1.26\n\nuse (\n\t./a\n\t./b\n)\n\nreplace c.org/c => ./c\n"},
      {"a/go.mod", "module a.org/a\n"},
      {"a/main.go", "package main\nimport (\n\"b.org/b/deep\"\n\"c.org/c\"\n)\nfunc main() {}\n"},
      {"b/go.mod", "module b.org/b\ngo 1.24\n"},
      {"b/deep/b.go", "package deep\n"},
      {"c/go.mod", "module c.org/c\n"},
      {"c/c.go", "package c\n"},
      {"d/go.mod", "module d.org/d\n"},
      {"d/main.go", "package main\nimport \"b.org/b/deep\"\nfunc main() {}\n"},
  });
  Options options;
  options.go_tree = "-";
  const std::vector<Unit> units = load({"a"}, options);
  REQUIRE(units.size() == 1);
  CHECK(units[0].diagnostics.print(*units[0].files) == "");
  CHECK(units[0].find("b.org/b/deep")->go_version == 24);
  CHECK(units[0].find("c.org/c") != nullptr);
  const std::vector<Unit> outside = load({"d"}, options);  // not in a `use` line
  CHECK(outside[0].diagnostics.print(*outside[0].files) ==
        "d/main.go:2:8: no required module provides package b.org/b/deep\n");
}

TEST_CASE("tests") {
  const Folder folder({
      {"go.mod", "module m\n"},
      {"p/p.go", "package p\n"},
      {"p/in_test.go",
       "package p\nimport t \"testing\"\nfunc TestIn(x *t.T) {}\n"
       "func Testing() {}\nfunc TestMain(m *t.M) {}\n"},
      {"p/ex_test.go",
       "package p_test\nimport \"testing\"\nimport _ \"m/p\"\n"
       "func TestEx(t *testing.T) {}\nfunc helper() {}\n"},
      {"q/q_test.go", "package q\nfunc TestQ(t int) {}\n"},
      {"cmd/main.go", "package main\nfunc main() {}\n"},
      {"cmd/main_test.go", "package main\nimport \"testing\"\nfunc TestC(t *testing.T) {}\n"},
  });
  CHECK(loaded({"./p"}) == "p: m/p.TestIn m/p_test.TestEx TestMain\n");
  CHECK(loaded({"cmd"}) == "cmd: m/cmd.main\ncmd: m/cmd.TestC\n");
  CHECK(loaded({"q"}) ==
        "q:\nq/q_test.go:2:1: wrong signature for TestQ, must be: func TestQ(t *testing.T)\n");
}

TEST_CASE("what is wrong is said") {
  const Folder folder({
      {"go.mod", "module m\n"},
      {"a/a.go", "package a\nimport _ \"m/b\"\n"},
      {"b/b.go", "package b\nimport _ \"m/a\"\n"},
      {"two/a.go", "package a\n"},
      {"two/b.go", "package b\n"},
      {"windows/w.go", "//go:build windows\n\npackage w\n"},
      {"empty/x.txt", ""},
      {"x.go",
       "package main\nimport (\n\"foo/bar\"\n\"x.org/y\"\n\"./a\"\n\"internal/abi\"\n\"C\"\n)\n"},
      {"no_main.go", "package main\n"},
      {"library.go", "package library\n"},
  });
  CHECK(loaded({"./a"}) ==
        "a:\nb/b.go:2:10: import cycle not allowed: m/a imports m/b imports m/a\n");
  CHECK(loaded({"two"}) == "two:\ntwo/b.go:1:9: found packages a (a.go) and b (b.go) in two\n");
  CHECK(loaded({"windows"}) == "windows:\nbuild constraints exclude all Go files in windows\n");
  CHECK(loaded({"empty"}) == "empty:\nno Go files in empty\n");
  CHECK(loaded({"empty/..."}) == "empty/...:\nno Go files in empty/...: it matches no packages\n");
  CHECK(loaded({"missing.go"}) == "missing.go:\nmissing.go: no such file or directory\n");
  CHECK(loaded({"missing"}) == "missing:\nmissing: no such file or directory\n");
  CHECK(loaded({"a/a.go", "x.go"}) ==
        "a/a.go x.go:\nnamed files must all be in one directory; have a and .\n");
  CHECK(
      loaded({"x.go"}) ==
      "x.go:\n"
      "x.go:3:1: package foo/bar is not in std\n"
      "x.go:4:1: no required module provides package x.org/y\n"
      "x.go:5:1: \"./a\" is relative, but relative import paths are not supported in module mode\n"
      "x.go:6:1: package internal/abi is not in std\n"
      "x.go:7:1: import \"C\": cgo is not modelled\n");
  CHECK(loaded({"no_main.go"}) ==
        "no_main.go:\nno_main.go:1:9: function main is undeclared in the main package\n");
  CHECK(loaded({"library.go"}) == "library.go:\n");
}

TEST_CASE("build constraints") {
  const BuildContext c;
  CHECK(c.matches_name("x.go"));
  CHECK(c.matches_name("linux.go"));
  CHECK(c.matches_name("x_linux.go"));
  CHECK(c.matches_name("x_linux_amd64_test.go"));
  CHECK(!c.matches_name("x_windows.go"));
  CHECK(!c.matches_name("x_linux_arm64.go"));
  CHECK(!c.matches_name("x_arm64_test.go"));
  CHECK(c.matches_name("x_unix.go"));
  CHECK(c.matches_text("package p\n//go:build windows\n"));
  CHECK(
      c.matches_text("// c\n\n/* d */ /* e\n*/\n//go:build unix && !cgo && go1.26\n\npackage p\n"));
  CHECK(!c.matches_text("//go:build go1.27\n\npackage p\n"));
  CHECK(!c.matches_text("//go:build ignore\n\npackage p\n"));
}

TEST_CASE("go.mod") {
  const Module m = parse_module(
      "// c\nmodule \"a.b/c\"\ngo 1.22rc1\ntoolchain go1.23.0\nrequire x.y/z v1.2.3 // indirect\n"
      "require (\n\tp v1\n\tq v2\n)\nreplace (\n\tp => ../p\n\tq v2 => r v3\n)\n");
  CHECK(m.path == "a.b/c");
  CHECK(m.go_version == 22);
  REQUIRE(m.requires_list.size() == 3);
  CHECK(m.requires_list[2].version == "v2");
  REQUIRE(m.replaces.size() == 2);
  CHECK(m.replaces[0].target == "../p");
  CHECK(m.replaces[0].target_version.empty());
  CHECK(m.replaces[1].version == "v2");
  CHECK(m.replaces[1].target_version == "v3");
}

}  // namespace
