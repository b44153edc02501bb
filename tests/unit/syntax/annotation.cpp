// `//chancheck:` comments.

#include "model/syntax/annotation.hpp"

#include <string>

#include "model/syntax/build_line.hpp"
#include "tests/unit/catch.hpp"
#include "tests/unit/syntax/parsing.hpp"

namespace {

using namespace model::syntax;
using parsing::Parsed;

TEST_CASE("annotations are read") {
  Parsed p(
      "//chancheck:want leak\npackage main\n\n"
      "//chancheck:order A < B\n//chancheck:order A* < B\n"
      "//chancheck:protocol lock = (Lock Unlock)*\n//chancheck:invariant len(c) <= 2\n"
      "//chancheck:ltl [](A -> <>B)\n\n"
      "// main does.\n//\n//chancheck:want panic send on closed channel\nfunc main() {\n"
      "\tc <- 1 //chancheck:event A\n"
      "\t//chancheck:ignore CC3001 known\n\t// why\n\t<-c //chancheck:ignore race harmless\n}\n");
  const Annotations a = parse_annotations(*p.file, p.files, p.diagnostics);
  CHECK(p.errors() == "");
  REQUIRE(a.wants.size() == 2);
  CHECK(a.wants[0].kind == "leak");
  CHECK(a.wants[0].function == nullptr);
  CHECK(a.wants[1].kind == "panic");
  CHECK(a.wants[1].text == "send on closed channel");
  CHECK(a.wants[1].function->name->name == "main");
  REQUIRE(a.orders.size() == 2);
  CHECK(a.orders[0].first == "A");
  CHECK(a.orders[0].second == "B");
  CHECK(!a.orders[0].every);
  CHECK(a.orders[1].every);
  REQUIRE(a.properties.size() == 3);
  CHECK(a.properties[0].name == "lock");
  CHECK(a.properties[0].text == "(Lock Unlock)*");
  CHECK(a.properties[1].text == "len(c) <= 2");
  CHECK(a.properties[1].text_position == model::base::Position{0, 7, 23});
  CHECK(a.properties[2].kind == PropertyAnnotation::Kind::Ltl);
  REQUIRE(a.events.size() == 1);
  CHECK(a.events[0].position.line == 14);
  REQUIRE(a.ignores.size() == 2);
  CHECK(a.ignores[0].line == 17);
  CHECK(a.ignores[1].line == 17);
  CHECK(a.ignores[1].reason == "harmless");
}

TEST_CASE("wrong annotations are errors") {
  const auto error = [](const std::string& annotation) {
    Parsed p("package main\n\n//chancheck:" + annotation + "\n\nfunc main() {}\n");
    parse_annotations(*p.file, p.files, p.diagnostics);
    return p.errors();
  };
  CHECK(error("wnat deadlock") ==
        "x.go:3:13: unknown annotation chancheck: wnat, did you mean want?\n");
  CHECK(error("xyzzyplugh") == "x.go:3:13: unknown annotation chancheck: xyzzyplugh\n");
  CHECK(error("want deadlok") ==
        "x.go:3:18: unknown kind of finding deadlok, did you mean deadlock?\n");
  CHECK(error("want deadlock") ==
        "x.go:3:1: chancheck:want belongs in the doc comment of an entry or before package\n");
  CHECK(error("ignore leak") == "x.go:3:24: chancheck:ignore needs a reason\n");
  CHECK(error("event X") == "x.go:3:19: X cannot be the name of an event\n");
  CHECK(error("order A > B") == "x.go:3:19: chancheck:order needs the form A < B or A* < B\n");
  CHECK(error("order A <") == "x.go:3:22: missing name of an event\n");
  CHECK(error("order < B") == "x.go:3:19: missing name of an event\n");
  CHECK(error("protocol p") == "x.go:3:22: chancheck:protocol needs the form NAME = REGEX\n");
  CHECK(error("ltl") == "x.go:3:16: chancheck:ltl needs a formula\n");
}

TEST_CASE("build lines") {
  const auto value = [](std::string_view e) {
    return evaluate_build(e, [](std::string_view t) { return t == "linux" || t == "go1.20"; });
  };
  CHECK(value("linux") == true);
  CHECK(value("!linux || (go1.20 && !cgo)") == true);
  CHECK(value("linux && windows") == false);
  CHECK(!value("linux &&").has_value());
  CHECK(!value("(linux").has_value());
  CHECK(build_go_version("go1.21") == 21);
  CHECK(build_go_version("linux && go1.22") == 22);
  CHECK(build_go_version("linux || go1.22") == 0);
  CHECK(build_go_version("!go1.22") == 0);
  CHECK(Parsed("//go:build go1.21 && linux\n\npackage p\n").file->go_version == 21);
  CHECK(Parsed("package p\n//go:build go1.21\n").file->go_version == 0);
}

}  // namespace
