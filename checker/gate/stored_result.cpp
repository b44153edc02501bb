// One JSON object. Positions are [file, line, column] with the file's name.

#include "checker/gate/stored_result.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace checker::gate {
namespace {

using Json = nlohmann::json;
using finding::Finding;
using finding::Result;
using model::base::FileSet;
using model::base::Position;

constexpr int kVersion = 5;

// ---- To JSON. Strings of a Go program are any bytes: each byte a character of Latin-1.

Json bytes(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto b = static_cast<unsigned char>(c);
    if (b < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xc0 | (b >> 6));
      out += static_cast<char>(0x80 | (b & 0x3f));
    }
  }
  return out;
}

Json place(const FileSet* files, Position p) {
  if (!p.valid() || files == nullptr) return nullptr;
  return {bytes(std::string(files->name(p.file))), p.line, p.column};
}

Json frames_json(const FileSet* files, const std::vector<model::Frame>& frames) {
  Json stack = Json::array();
  for (const model::Frame& f : frames) stack.push_back({bytes(f.function), place(files, f.position), f.is_library});
  return stack;
}

Json goroutine_json(const FileSet* files, const schedule::Goroutine& g) {
  return {{"id", g.id}, {"name", bytes(g.name)}, {"status", g.status}, {"main", g.is_main}, {"finished", g.finished},
          {"acting", g.acting}, {"stack", frames_json(files, g.stack)}, {"object", bytes(g.object)}, {"at", place(files, g.created_at)}, {"by", bytes(g.created_by)}, {"library", g.created_in_library}, {"parent", g.parent}};
}

Json operation_json(const FileSet* files, const std::optional<finding::Race::Operation>& o) {
  if (!o) return nullptr;
  return {o->name, bytes(o->object), o->goroutine, place(files, o->position)};
}

Json race_access_json(const FileSet* files, const finding::Race::Access& a) {
  return {a.write, a.atomic, a.goroutine, a.is_main, a.finished, place(files, a.position), frames_json(files, a.stack),
          frames_json(files, a.created), a.parent, operation_json(files, a.last)};
}

Json finding_json(const FileSet* files, const Finding& f) {
  Json lines = Json::array(), goroutines = Json::array();
  for (const schedule::Line& l : f.schedule.lines) {
    lines.push_back({l.step, l.goroutine, l.operation, bytes(l.object), bytes(l.value), place(files, l.position), l.choice});
  }
  for (const auto& g : f.schedule.goroutines) goroutines.push_back(goroutine_json(files, g));
  Json out = {{"kind", finding::kind_name(f.kind)}, {"code", f.code}, {"message", bytes(f.message)},
              {"position", place(files, f.position)}, {"trace", f.trace},
              {"steps", f.schedule.steps}, {"lines", std::move(lines)}, {"goroutines", std::move(goroutines)}};
  for (const schedule::Lane& l : f.schedule.lanes) out["lanes"].push_back({l.id, bytes(l.name), place(files, l.created_at), l.of_library});
  for (const schedule::Stand& t : f.schedule.stands) {
    out["stands"].push_back({t.step, t.goroutine, t.status, bytes(t.object), place(files, t.position)});
  }
  out["states"] = f.states;
  for (const std::string& e : f.explanation) out["explanation"].push_back(bytes(e));
  if (f.doomed_from) out["doomed"] = *f.doomed_from;
  if (f.race) {
    out["race"] = {race_access_json(files, f.race->access), race_access_json(files, f.race->other), place(files, f.race->made_at),
                   bytes(f.race->object), f.race->locations, operation_json(files, f.race->known), operation_json(files, f.race->next)};
  }
  if (f.after_race) out["after_race"] = {place(files, f.after_race->first), place(files, f.after_race->second)};
  return out;
}

// ---- And back. Whatever does not fit throws.

struct Misfit {};

std::string from_bytes(const Json& j) {
  const std::string text = j.get<std::string>();
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto b = static_cast<unsigned char>(text[i]);
    if (b < 0x80) {
      out += text[i];
    } else {
      if (i + 1 == text.size()) throw Misfit{};
      out += static_cast<char>(((b & 0x03) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3f));
    }
  }
  return out;
}

class Reader {
 public:
  explicit Reader(const FileSet& files) {
    for (std::uint32_t i = 0; i < files.size(); ++i) numbers_[std::string(files.name(i))] = i;
  }

  Finding finding(const Json& j) const {
    Finding f;
    const auto kind = finding::kind_named(j.at("kind").get<std::string>());
    if (!kind) throw Misfit{};
    f.kind = *kind;
    f.code = j.at("code").get<std::string>();
    f.message = from_bytes(j.at("message"));
    f.position = place(j.at("position"));
    f.trace = j.at("trace").get<std::string>();
    f.schedule.steps = j.at("steps").get<std::uint32_t>();
    for (const Json& l : j.at("lines")) {
      f.schedule.lines.push_back({l.at(0).get<std::uint32_t>(), l.at(1).get<std::uint32_t>(), l.at(2).get<std::string>(),
                                  from_bytes(l.at(3)), from_bytes(l.at(4)), place(l.at(5)), l.at(6).get<std::uint32_t>(), {}});
    }
    for (const Json& g : j.at("goroutines")) f.schedule.goroutines.push_back(goroutine(g));
    for (const Json& l : j.value("lanes", Json::array())) {
      f.schedule.lanes.push_back({l.at(0).get<std::uint32_t>(), from_bytes(l.at(1)), place(l.at(2)), l.at(3).get<bool>()});
    }
    for (const Json& t : j.value("stands", Json::array())) {
      f.schedule.stands.push_back({t.at(0).get<std::uint32_t>(), t.at(1).get<std::uint32_t>(), t.at(2).get<std::string>(),
                                   from_bytes(t.at(3)), place(t.at(4))});
    }
    f.states = j.at("states").get<std::vector<std::uint32_t>>();
    for (const Json& e : j.value("explanation", Json::array())) f.explanation.push_back(from_bytes(e));
    if (j.contains("doomed")) f.doomed_from = j.at("doomed").get<std::uint32_t>();
    if (j.contains("race")) {
      const Json& r = j.at("race");
      f.race = {race_access(r.at(0)), race_access(r.at(1)), place(r.at(2)), from_bytes(r.at(3)),
                r.at(4).get<std::vector<std::uint64_t>>(), operation(r.at(5)), operation(r.at(6))};
    }
    if (j.contains("after_race")) f.after_race = std::pair(place(j.at("after_race").at(0)), place(j.at("after_race").at(1)));
    return f;
  }

  Position place(const Json& j) const {
    if (j.is_null()) return {};
    const auto file = numbers_.find(from_bytes(j.at(0)));
    if (file == numbers_.end()) throw Misfit{};
    return {file->second, j.at(1).get<std::uint32_t>(), j.at(2).get<std::uint32_t>()};
  }

 private:
  std::vector<model::Frame> frames(const Json& j) const {
    std::vector<model::Frame> result;
    for (const Json& f : j) result.push_back({from_bytes(f.at(0)), place(f.at(1)), f.at(2).get<bool>()});
    return result;
  }
  std::optional<finding::Race::Operation> operation(const Json& j) const {
    if (j.is_null()) return std::nullopt;
    return finding::Race::Operation{j.at(0).get<std::string>(), from_bytes(j.at(1)), j.at(2).get<std::uint32_t>(), place(j.at(3))};
  }
  finding::Race::Access race_access(const Json& j) const {
    return {j.at(0).get<bool>(), j.at(1).get<bool>(), j.at(2).get<std::uint32_t>(), j.at(3).get<bool>(), j.at(4).get<bool>(),
            place(j.at(5)), frames(j.at(6)), frames(j.at(7)), j.at(8).get<std::uint32_t>(), operation(j.at(9))};
  }
  schedule::Goroutine goroutine(const Json& j) const {
    schedule::Goroutine g;
    g.id = j.at("id").get<std::uint32_t>();
    g.name = from_bytes(j.at("name"));
    g.status = j.at("status").get<std::string>();
    g.object = from_bytes(j.at("object"));
    g.is_main = j.at("main").get<bool>();
    g.finished = j.at("finished").get<bool>();
    g.acting = j.at("acting").get<bool>();
    g.stack = frames(j.at("stack"));
    g.created_at = place(j.at("at"));
    g.created_by = from_bytes(j.at("by"));
    g.created_in_library = j.at("library").get<bool>();
    g.parent = j.at("parent").get<std::uint32_t>();
    return g;
  }

  std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace

std::string stored(const Result& r) {
  const FileSet* files = r.files.get();
  Json findings = Json::array();
  for (const Finding& f : r.findings) findings.push_back(finding_json(files, f));
  Json notes = Json::array();
  for (const finding::Note& n : r.notes) notes.push_back({bytes(n.message), place(files, n.position)});
  Json out = {{"version", kVersion},
              {"coverage", r.coverage},
              {"graph", {r.graph.states, r.graph.edges, r.graph.doomed}},
              {"findings", std::move(findings)},
              {"notes", std::move(notes)},
              {"statistics",
               {r.statistics.states, r.statistics.transitions, r.statistics.depth, r.statistics.rounds, r.statistics.seconds,
                r.statistics.memory_bytes, r.statistics.bytes_per_state, r.statistics.components, r.statistics.passed}},
              {"more_races", r.more_races}};
  if (r.statistics.coverage) {
    Json statements = Json::array(), cases = Json::array();
    for (const auto p : r.statistics.coverage->statements) statements.push_back(place(files, p));
    for (const auto p : r.statistics.coverage->select_cases) cases.push_back(place(files, p));
    out["never"] = {std::move(statements), std::move(cases), r.statistics.coverage->models};
  }
  if (r.outcomes) {
    out["outcomes"] = Json::array();
    for (const finding::Outcome& o : *r.outcomes) out["outcomes"].push_back({o.exit, bytes(o.message), bytes(o.output)});
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Result> restored(const std::string& text, std::shared_ptr<const FileSet> files) {
  const Json j = Json::parse(text, nullptr, false);
  if (!j.is_object() || j.value("version", 0) != kVersion) return std::nullopt;
  Result r;
  r.files = std::move(files);
  try {
    const Reader reader(*r.files);
    const Json& graph = j.at("graph");
    r.graph.states = graph.at(0).get<std::uint32_t>();
    r.graph.edges = graph.at(1).get<std::vector<std::pair<std::uint32_t, std::uint32_t>>>();
    r.graph.doomed = graph.at(2).get<std::vector<bool>>();
    r.coverage = j.at("coverage").get<std::string>();
    for (const Json& f : j.at("findings")) r.findings.push_back(reader.finding(f));
    for (const Json& n : j.at("notes")) r.notes.push_back({from_bytes(n.at(0)), reader.place(n.at(1)), {}, {}});
    r.more_races = j.at("more_races").get<std::uint32_t>();
    const Json& s = j.at("statistics");
    r.statistics = {s.at(0).get<std::uint64_t>(), s.at(1).get<std::uint64_t>(), s.at(2).get<std::uint32_t>(),
                    s.at(3).get<std::uint32_t>(), s.at(4).get<double>(), s.at(5).get<std::uint64_t>(), s.at(6).get<double>(),
                    s.at(7).get<std::uint64_t>()};
    r.statistics.passed = s.at(8).get<std::uint64_t>();
    if (j.contains("never")) {
      model::Coverage& c = r.statistics.coverage.emplace();
      for (const Json& p : j.at("never").at(0)) c.statements.push_back(reader.place(p));
      for (const Json& p : j.at("never").at(1)) c.select_cases.push_back(reader.place(p));
      c.models = j.at("never").at(2).get<std::vector<std::string>>();
    }
    if (j.contains("outcomes")) {
      r.outcomes.emplace();
      for (const Json& o : j.at("outcomes")) {
        r.outcomes->insert({o.at(0).get<std::int32_t>(), from_bytes(o.at(1)), from_bytes(o.at(2))});
      }
    }
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const Misfit&) {
    return std::nullopt;
  }
  r.verdict = r.findings.empty() ? finding::Verdict::Pass : finding::Verdict::Fail;
  return r;
}

}  // namespace checker::gate
