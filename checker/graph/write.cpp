// Writers. Each escapes what its notation reserves.

#include "checker/graph/write.hpp"

#include <fmt/format.h>

namespace checker::graph {
namespace {

/// Control characters but for ends of lines as Go writes them: no notation takes them all.
std::string printable(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += (byte < 0x20 && c != '\n') || byte == 0x7f ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
  }
  return out;
}

std::string dot_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return out + "\"";
}

std::string xml_escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string mermaid_escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '"': out += "#quot;"; break;
      case '#': out += "#35;"; break;
      case '&': out += "#amp;"; break;
      case '<': out += "#lt;"; break;
      case '>': out += "#gt;"; break;
      case '\n': out += "<br/>"; break;
      default: out += c;
    }
  }
  return out;
}

/// Calls for each node outside of lanes, then lane by lane.
template <class Open, class Node, class Close>
void by_lane(const Drawing& drawing, Open open, Node node, Close close) {
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
    if (!drawing.nodes[i].lane) node(i);
  }
  for (std::uint32_t lane = 0; lane < drawing.lanes.size(); ++lane) {
    open(lane);
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
      if (drawing.nodes[i].lane == lane) node(i);
    }
    close();
  }
}

std::string dot(const Drawing& drawing) {
  std::string out = fmt::format("digraph {} {{\n  node [shape=box];\n", dot_quoted(drawing.name));
  by_lane(
      drawing,
      [&](std::uint32_t lane) {
        out += fmt::format("  subgraph cluster_{} {{\n  label={};\n", lane, dot_quoted(drawing.lanes[lane]));
      },
      [&](std::size_t i) {
        out += fmt::format("  n{} [label={}{}];\n", i, dot_quoted(drawing.nodes[i].label),
                           drawing.nodes[i].marked ? ", peripheries=2" : "");
      },
      [&] { out += "  }\n"; });
  for (const Drawing::Arrow& a : drawing.arrows) {
    out += fmt::format("  n{} -> n{}", a.from, a.to);
    std::string attributes = a.label.empty() ? "" : "label=" + dot_quoted(a.label);
    if (a.dashed) attributes += (attributes.empty() ? "" : ", ") + std::string("style=dashed, dir=none, constraint=false");
    if (!attributes.empty()) out += fmt::format(" [{}]", attributes);
    out += ";\n";
  }
  return out + "}\n";
}

std::string mermaid(const Drawing& drawing) {
  std::string out = "flowchart TD\n";
  by_lane(
      drawing,
      [&](std::uint32_t lane) {
        out += fmt::format("  subgraph l{}[\"{}\"]\n", lane, mermaid_escaped(drawing.lanes[lane]));
      },
      [&](std::size_t i) {
        const std::string label = mermaid_escaped(drawing.nodes[i].label);
        out += drawing.nodes[i].marked ? fmt::format("  n{}([\"{}\"])\n", i, label)
                                       : fmt::format("  n{}[\"{}\"]\n", i, label);
      },
      [&] { out += "  end\n"; });
  for (const Drawing::Arrow& a : drawing.arrows) {
    const char* line = a.dashed ? "-.-" : "-->";
    out += a.label.empty() ? fmt::format("  n{} {} n{}\n", a.from, line, a.to)
                           : fmt::format("  n{} {}|\"{}\"| n{}\n", a.from, line, mermaid_escaped(a.label), a.to);
  }
  return out;
}

std::string graphml(const Drawing& drawing) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
      "  <key id=\"marked\" for=\"node\" attr.name=\"marked\" attr.type=\"boolean\"/>\n"
      "  <key id=\"operation\" for=\"edge\" attr.name=\"operation\" attr.type=\"string\"/>\n";
  out += fmt::format("  <graph id=\"{}\" edgedefault=\"directed\">\n", xml_escaped(drawing.name));
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
    out += fmt::format(
        "    <node id=\"n{}\"><data key=\"label\">{}</data><data key=\"marked\">{}</data></node>\n", i,
        xml_escaped(drawing.nodes[i].label), drawing.nodes[i].marked);
  }
  for (const Drawing::Arrow& a : drawing.arrows) {
    out += fmt::format(
        "    <edge source=\"n{}\" target=\"n{}\"><data key=\"operation\">{}</data></edge>\n", a.from, a.to,
        xml_escaped(a.label));
  }
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace

std::optional<Notation> notation_named(const std::string& name) {
  if (name == "dot") return Notation::Dot;
  if (name == "mermaid") return Notation::Mermaid;
  if (name == "graphml") return Notation::GraphMl;
  return std::nullopt;
}

std::string write(const Drawing& drawing, Notation notation) {
  Drawing clean = drawing;
  for (Drawing::Node& node : clean.nodes) node.label = printable(node.label);
  for (Drawing::Arrow& arrow : clean.arrows) arrow.label = printable(arrow.label);
  for (std::string& lane : clean.lanes) lane = printable(lane);
  switch (notation) {
    case Notation::Dot: return dot(clean);
    case Notation::Mermaid: return mermaid(clean);
    case Notation::GraphMl: return graphml(clean);
  }
  return "";
}

}  // namespace checker::graph
