// Command lines and the values of flags.

#include "checker/command/arguments.hpp"

#include "tests/unit/catch.hpp"

using namespace checker::command;  // NOLINT

TEST_CASE("flags are taken as Go's tools take them") {
  bool stats = false;
  std::string format;
  std::uint64_t jobs = 0;
  const std::vector<Flag> flags = {switch_flag("stats", "", stats),
                                   text_flag("format", "F", "", format), count_flag("jobs", "", jobs)};
  const auto parse = [&](std::vector<std::string> arguments, std::vector<std::string>& operands) {
    operands.clear();
    return parse_flags(arguments, flags, operands);
  };
  std::vector<std::string> operands;
  REQUIRE(parse({"-stats", "a.go", "--format=json", "-jobs", "3", "b.go"}, operands).empty());
  REQUIRE(stats);
  REQUIRE(format == "json");
  REQUIRE(jobs == 3);
  REQUIRE(operands == std::vector<std::string>{"a.go", "b.go"});
  REQUIRE(parse({"--stats=false", "--", "-x"}, operands).empty());
  REQUIRE(!stats);
  REQUIRE(operands == std::vector<std::string>{"-x"});
  REQUIRE(parse({"--nope"}, operands) == "flag provided but not defined: --nope");
  REQUIRE(parse({"-format"}, operands) == "flag needs an argument: -format");
  REQUIRE(parse({"-jobs=x"}, operands).find("invalid value \"x\" for flag -jobs") == 0);
}

TEST_CASE("durations, sizes, versions") {
  REQUIRE(parse_duration("90s") == std::chrono::seconds(90));
  REQUIRE(parse_duration("1m30s") == std::chrono::seconds(90));
  REQUIRE(parse_duration("1.5h") == std::chrono::minutes(90));
  REQUIRE(parse_duration("250ms") == std::chrono::milliseconds(250));
  for (const char* bad : {"", "90", "s", "1x", "-1s", "1s2"}) REQUIRE(!parse_duration(bad));
  REQUIRE(parse_size("2GB") == std::uint64_t{2} << 30);
  REQUIRE(parse_size("512MiB") == std::uint64_t{512} << 20);
  REQUIRE(parse_size("1000") == 1000);
  REQUIRE(parse_size("1.5k") == 1536);
  for (const char* bad : {"", "GB", "1X", "-1", "1GBB"}) REQUIRE(!parse_size(bad));
  REQUIRE(parse_go_version("go1.22") == 22);
  REQUIRE(parse_go_version("1.26.3") == 26);
  for (const char* bad : {"", "go", "go2", "go1.x"}) REQUIRE(!parse_go_version(bad));
}
