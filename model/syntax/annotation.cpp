// `//chancheck:` comments, one annotation a line.

#include "model/syntax/annotation.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace model::syntax {

namespace {

constexpr std::string_view kPrefix = "//chancheck:";

const std::vector<std::string_view>& words() {
  static const std::vector<std::string_view> list = {"want",     "ignore",    "event", "order",
                                                     "protocol", "invariant", "ltl"};
  return list;
}

const std::vector<std::string_view>& finding_kinds() {
  static const std::vector<std::string_view> list = {"panic",     "fatal",   "race", "order",
                                                     "deadlock",  "hang",    "leak", "livelock",
                                                     "assertion", "property"};
  return list;
}

std::string_view trim(std::string_view s) {
  const std::size_t start = s.find_first_not_of(" \t\r");
  if (start == std::string_view::npos) return {};
  return s.substr(start, s.find_last_not_of(" \t\r") - start + 1);
}

/// Splits off the first word; `rest` keeps what follows.
std::string_view take_word(std::string_view& rest) {
  rest = trim(rest);
  const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest = trim(rest.substr(end));
  return word;
}

bool is_code(std::string_view s) {
  return s.size() == 6 && s.substr(0, 2) == "CC" &&
         std::all_of(s.begin() + 2, s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Reader {
 public:
  Reader(const File& file, const base::FileSet& files, base::Diagnostics& diagnostics)
      : file_(file), files_(files), diagnostics_(diagnostics) {
    for (const Decl* d : file.decls) {
      const auto* f = try_as<FuncDecl>(d);
      if (f != nullptr && f->doc != nullptr) documented_[f->doc] = f;
    }
  }

  Annotations run() {
    for (const CommentGroup* group : file_.comments) {
      for (const Comment& c : *group) {
        if (c.text.substr(0, kPrefix.size()) == kPrefix) read(*group, c);
      }
    }
    return std::move(result_);
  }

 private:
  /// `at`: the part of the comment that is wrong; an empty one points behind the comment.
  void error(const Comment& c, std::string_view at, std::string message) {
    diagnostics_.error(position_of(c, at), "Annotation", std::move(message));
  }

  void unknown(const Comment& c, const std::string& what, std::string_view word,
               const std::vector<std::string_view>& candidates) {
    std::string message = "unknown " + what + " " + std::string(word);
    if (const std::string_view near = nearest(word, candidates); !near.empty()) {
      message += ", did you mean " + std::string(near) + "?";
    }
    error(c, word, message);
  }

  static Position position_of(const Comment& c, std::string_view part) {
    Position p = c.position;
    if (part.empty()) part = std::string_view(c.text).substr(c.text.find_last_not_of(" \t\r") + 1);
    p.column += static_cast<std::uint32_t>(part.data() - c.text.data());
    return p;
  }

  void read(const CommentGroup& group, const Comment& c) {
    std::string_view rest = c.text.substr(kPrefix.size());
    const std::string_view word = rest.substr(0, std::min(rest.find_first_of(" \t"), rest.size()));
    rest = trim(rest.substr(word.size()));
    if (word == "want") {
      want(group, c, rest);
    } else if (word == "ignore") {
      ignore(c, rest);
    } else if (word == "event") {
      event(c, rest);
    } else if (word == "order") {
      order(c, rest);
    } else if (word == "protocol") {
      protocol(c, rest);
    } else if (word == "invariant" || word == "ltl") {
      if (rest.empty()) {
        return error(c, rest, "chancheck:" + std::string(word) + " needs " +
                            (word == "ltl" ? "a formula" : "an expression"));
      }
      result_.properties.push_back(
          {c.position,
           word == "ltl" ? PropertyAnnotation::Kind::Ltl : PropertyAnnotation::Kind::Invariant,
           {},
           std::string(rest),
           position_of(c, rest)});
    } else {
      unknown(c, "annotation chancheck:", word, words());
    }
  }

  void want(const CommentGroup& group, const Comment& c, std::string_view rest) {
    const std::string_view kind = take_word(rest);
    const auto& kinds = finding_kinds();
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
      return kind.empty() ? error(c, kind, "chancheck:want needs a kind of finding")
                          : unknown(c, "kind of finding", kind, kinds);
    }
    const auto function = documented_.find(&group);
    if (function == documented_.end() && !(c.position < file_.package_position)) {
      return error(c, c.text, "chancheck:want belongs in the doc comment of an entry or before package");
    }
    result_.wants.push_back({c.position, std::string(kind), std::string(rest),
                             function == documented_.end() ? nullptr : function->second});
  }

  void ignore(const Comment& c, std::string_view rest) {
    const std::string_view what = take_word(rest);
    const auto& kinds = finding_kinds();
    if (!is_code(what) && std::find(kinds.begin(), kinds.end(), what) == kinds.end()) {
      return what.empty()
                 ? error(c, what, "chancheck:ignore needs a kind or code of finding, and a reason")
                 : unknown(c, "kind of finding", what, kinds);
    }
    if (rest.empty()) return error(c, rest, "chancheck:ignore needs a reason");
    result_.ignores.push_back({c.position, std::string(what), std::string(rest), subject(c)});
  }

  /// The line a comment is about.
  std::uint32_t subject(const Comment& c) const {
    const std::string_view before =
        files_.line(file_.index, c.position.line).substr(0, c.position.column - 1);
    if (!trim(before).empty()) return c.position.line;
    std::uint32_t line = c.position.line + 1;
    while (trim(files_.line(file_.index, line)).substr(0, 2) == "//") ++line;
    return line;
  }

  bool event_name(const Comment& c, std::string_view name) {
    if (is_event_name(name)) return true;
    error(c, name, name.empty() ? "missing name of an event"
                          : std::string(name) + " cannot be the name of an event");
    return false;
  }

  void event(const Comment& c, std::string_view rest) {
    if (event_name(c, rest)) result_.events.push_back({c.position, std::string(rest)});
  }

  void order(const Comment& c, std::string_view rest) {
    const std::size_t less = rest.find('<');
    if (less == std::string_view::npos) {
      return error(c, rest, "chancheck:order needs the form A < B or A* < B");
    }
    std::string_view first = trim(rest.substr(0, less));
    const std::string_view second = trim(rest.substr(less + 1));
    const bool every = !first.empty() && first.back() == '*';
    if (every) first = trim(first.substr(0, first.size() - 1));
    if (first.empty()) return error(c, rest, "missing name of an event");
    if (!event_name(c, first) || !event_name(c, second)) return;
    result_.orders.push_back({c.position, std::string(first), std::string(second), every, std::string(rest),
                              position_of(c, first), position_of(c, second)});
  }

  void protocol(const Comment& c, std::string_view rest) {
    const std::size_t equals = rest.find('=');
    const std::string_view name =
        trim(rest.substr(0, equals == std::string_view::npos ? 0 : equals));
    const std::string_view regex =
        equals == std::string_view::npos ? std::string_view() : trim(rest.substr(equals + 1));
    if (name.empty() || name.find_first_of(" \t") != std::string_view::npos || regex.empty()) {
      return error(c, rest, "chancheck:protocol needs the form NAME = REGEX");
    }
    result_.properties.push_back({c.position, PropertyAnnotation::Kind::Protocol, std::string(name),
                                  std::string(regex), position_of(c, regex)});
  }

  const File& file_;
  const base::FileSet& files_;
  base::Diagnostics& diagnostics_;
  std::map<const CommentGroup*, const FuncDecl*> documented_;
  Annotations result_;
};

}  // namespace

Annotations parse_annotations(const File& file, const base::FileSet& files,
                              base::Diagnostics& diagnostics) {
  return Reader(file, files, diagnostics).run();
}

bool is_event_name(std::string_view name) {
  static constexpr std::string_view kReserved[] = {"X", "U", "W", "R", "true", "false"};
  if (name.empty() ||
      std::find(std::begin(kReserved), std::end(kReserved), name) != std::end(kReserved)) {
    return false;
  }
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        static_cast<signed char>(c) < 0;
    if (!letter && !(i > 0 && c >= '0' && c <= '9')) return false;
  }
  return true;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(word.size() / 2, 2) + 1;
  for (const std::string_view candidate : candidates) {
    // Levenshtein distance, row by row.
    std::vector<std::size_t> row(candidate.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i + 1;
      for (std::size_t j = 0; j < candidate.size(); ++j) {
        const std::size_t replaced = diagonal + (word[i] == candidate[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, replaced});
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace model::syntax
