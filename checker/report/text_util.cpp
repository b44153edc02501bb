// Escapes.

#include "checker/report/text_util.hpp"

namespace checker::report {

std::string utf8_only(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : (lead & 0xf0) == 0xe0 ? 3
                               : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    bool valid = length != 0 && at + length <= text.size();
    for (std::size_t i = 1; valid && i < length; ++i) {
      valid = (static_cast<unsigned char>(text[at + i]) & 0xc0) == 0x80;
    }
    if (valid && length >= 3) {
      const auto second = static_cast<unsigned char>(text[at + 1]);
      valid = !(lead == 0xe0 && second < 0xa0) && !(lead == 0xed && second >= 0xa0) &&
              !(lead == 0xf0 && second < 0x90) && !(lead == 0xf4 && second >= 0x90);
    }
    if (valid) {
      out += text.substr(at, length);
      at += length;
    } else {
      out += "\xef\xbf\xbd";
      ++at;
    }
  }
  return out;
}

std::string without_commands(const std::string& text) {
  std::string out;
  bool start = true;  // only spaces so far in this line
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (start && (text.compare(i, 2, "::") == 0 || text.compare(i, 3, "##[") == 0)) out += '\\';
    start = c == '\n' || c == '\r' || (start && (c == ' ' || c == '\t' || c == '\v' || c == '\f'));
    out += c;
  }
  return out;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  const std::string valid = utf8_only(text);
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const char c = valid[i];
    // U+FFFE and U+FFFF are no characters of XML.
    if (valid.compare(i, 3, "\xef\xbf\xbe") == 0 || valid.compare(i, 3, "\xef\xbf\xbf") == 0) {
      i += 2;
      continue;
    }
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r') out += c;
    }
  }
  return out;
}

}  // namespace checker::report
