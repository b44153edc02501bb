// Traces as text.

#include "checker/schedule/trace.hpp"

#include <charconv>
#include <string_view>

namespace checker::schedule {
namespace {

constexpr std::string_view kDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

std::string number(std::uint64_t value) {
  std::string text;
  do {
    text.insert(text.begin(), kDigits[value % kDigits.size()]);
    value /= kDigits.size();
  } while (value != 0);
  return text;
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
  if (text.empty() || text.size() > 11) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    if (value > (UINT64_MAX - digit) / kDigits.size()) return std::nullopt;
    value = value * kDigits.size() + digit;
  }
  return value;
}

std::string choice(std::uint32_t ordinal) {
  if (ordinal < kDigits.size()) return std::string(1, kDigits[ordinal]);
  return "~" + number(ordinal) + ".";
}

std::string encode_choices(const std::vector<std::uint32_t>& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size();) {
    std::size_t end = i + 1;
    while (end < choices.size() && choices[end] == choices[i]) ++end;
    const std::size_t more = end - i - 1;
    text += choice(choices[i]);
    if (more < 4) {
      for (std::size_t n = 0; n < more; ++n) text += choice(choices[i]);
    } else {
      text += "*" + number(more) + ".";
    }
    i = end;
  }
  return text;
}

bool decode_choices(std::string_view text, std::vector<std::uint32_t>& choices) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 26;
  const auto bracketed = [&](std::size_t& at) -> std::optional<std::uint64_t> {
    const std::size_t end = text.find('.', at);
    if (end == std::string_view::npos) return std::nullopt;
    const auto value = parse_number(text.substr(at + 1, end - at - 1));
    at = end + 1;
    return value;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '*') {
      const auto more = bracketed(at);
      if (!more || choices.empty() || *more > kMost - choices.size()) return false;
      choices.insert(choices.end(), *more, choices.back());
    } else if (text[at] == '~') {
      const auto value = bracketed(at);
      if (!value || *value > UINT32_MAX) return false;
      choices.push_back(static_cast<std::uint32_t>(*value));
    } else {
      const std::size_t digit = kDigits.find(text[at]);
      if (digit == std::string_view::npos) return false;
      choices.push_back(static_cast<std::uint32_t>(digit));
      ++at;
    }
  }
  return true;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    parts.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

}  // namespace

std::uint64_t hash_text(std::string_view text, std::uint64_t hash) {
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

std::string encode(const Trace& trace) {
  const model::MachineOptions& o = trace.options;
  std::string text = "1:" + number(trace.hash) + ":" + trace.entry + ":";
  text += o.reduction == model::Reduction::Por ? 'g' : 'l';
  text += o.time == model::TimeMode::Any ? 'a' : 'v';
  if (o.outcomes) text += 'o';
  if (!o.races) text += 'n';
  if (!o.symmetry) text += 's';
  text += std::to_string(o.go_version);
  text += ":" + number(trace.steps) + ":" + encode_choices(trace.choices);
  const auto locations = [&](const std::vector<std::uint64_t>& list) {
    text += ":";
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) text += ",";
      text += number(list[i]);
    }
  };
  const bool watched = !o.watched_locations.empty() || trace.cycle;
  if (!o.visible_locations.empty() || watched) locations(o.visible_locations);
  if (watched) locations(o.watched_locations);
  if (trace.cycle) text += ":" + number(trace.cycle->formula) + "." + number(trace.cycle->from);
  return text;
}

std::optional<Trace> decode(const std::string& text) {
  const auto parts = split(text, ':');
  if (parts.size() < 6 || parts.size() > 9 || parts[0] != "1") return std::nullopt;
  Trace trace;
  const auto hash = parse_number(parts[1]);
  const auto steps = parse_number(parts[4]);
  if (!hash || !steps || *steps > UINT32_MAX) return std::nullopt;
  trace.hash = *hash;
  trace.entry = parts[2];
  trace.steps = static_cast<std::uint32_t>(*steps);
  std::string_view mode = parts[3];
  if (mode.size() < 3 || (mode[0] != 'g' && mode[0] != 'l') || (mode[1] != 'a' && mode[1] != 'v')) {
    return std::nullopt;
  }
  trace.options.reduction = mode[0] == 'g' ? model::Reduction::Por : model::Reduction::None;
  trace.options.time = mode[1] == 'a' ? model::TimeMode::Any : model::TimeMode::Virtual;
  mode.remove_prefix(2);
  if (mode.starts_with('o')) {
    trace.options.outcomes = true;
    mode.remove_prefix(1);
  }
  if (mode.starts_with('n')) {
    trace.options.races = false;
    mode.remove_prefix(1);
  }
  if (mode.starts_with('s')) {
    trace.options.symmetry = false;
    mode.remove_prefix(1);
  }
  const auto version =
      std::from_chars(mode.data(), mode.data() + mode.size(), trace.options.go_version);
  if (version.ec != std::errc() || version.ptr != mode.data() + mode.size()) return std::nullopt;
  if (!decode_choices(parts[5], trace.choices)) return std::nullopt;
  if (parts.size() == 9) {
    const auto pair = split(parts[8], '.');
    const auto formula = parse_number(pair[0]);
    const auto from = pair.size() == 2 ? parse_number(pair[1]) : std::nullopt;
    if (!formula || !from || *formula > UINT32_MAX || *from > trace.steps) return std::nullopt;
    trace.cycle = {static_cast<std::uint32_t>(*formula), static_cast<std::uint32_t>(*from)};
  }
  for (std::size_t i = 6; i < parts.size() && i < 8; ++i) {
    std::vector<std::uint64_t>& list = i == 6 ? trace.options.visible_locations : trace.options.watched_locations;
    for (const std::string_view part : split(parts[i], ',')) {
      if (part.empty() && parts.size() > 7) continue;
      const auto location = parse_number(part);
      if (!location) return std::nullopt;
      list.push_back(*location);
    }
  }
  return trace;
}

}  // namespace checker::schedule
