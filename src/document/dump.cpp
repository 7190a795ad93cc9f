#include <fmt/format.h>

#include "base/text.h"
#include "document/document.h"

namespace martech_audit {
namespace {

std::string place(const Location& where) {
  const Position begin = where.source->position(where.begin);
  const Position end = where.source->position(where.end);
  if (begin.line == end.line) return fmt::format("{}:{}-{}", begin.line, begin.column, end.column);
  return fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
}

std::string value(const Node& node) {
  switch (node.kind()) {
    case NodeKind::null:
      return "null";
    case NodeKind::sequence:
      return fmt::format("list of {}", node.size());
    case NodeKind::mapping:
      return fmt::format("mapping of {}", node.size());
    case NodeKind::scalar:
      break;
  }
  const std::string text = escape_controls(node.text());
  return node.plain() ? text : fmt::format("\"{}\"", text);
}

void append(std::string& out, const Document& document, const Node& node, std::size_t level) {
  out.append(level * 2, ' ');
  if (node.has_key()) out += fmt::format("{} {}: ", place(node.key_where()), escape_controls(node.key()));
  out += fmt::format("{} ", place(node.where()));
  if (document.tree().record(node.id()).kind() == RecordKind::alias) {
    out += fmt::format("as {}\n", document.pointer(document.tree().resolve(node.id())));
    return;
  }
  out += value(node) + '\n';
  for (const Node child : node) append(out, document, child, level + 1);
}

}  // namespace

std::string dump(const Document& document) {
  std::string out;
  append(out, document, document.root(), 0);
  return out;
}

}  // namespace martech_audit
