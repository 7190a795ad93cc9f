#include "document/scalar.h"
#include "model/record_reader.h"

namespace martech_audit::model {
namespace {

Value read_untyped(Node node) {
  const std::string_view text = node.text();
  if (const auto value = martech_audit::boolean(text, node.plain())) return Value::boolean(*value);
  if (const auto value = martech_audit::integer(text, node.plain())) return Value::integer(*value);
  if (const auto value = martech_audit::decimal(text, node.plain())) {
    return Value::decimal(value->mantissa, static_cast<std::uint32_t>(value->scale));
  }
  if (const auto value = real(text, node.plain())) return Value::real(*value);
  return Value::string(text);
}

Value read_items(Node node, Arena& arena) {
  const auto items = arena.make<Value>(node.size());
  std::size_t i = 0;
  for (const Node item : node) items[i++] = read_tree(item, arena);
  return Value::list(items);
}

Value read_entries(Node node, Arena& arena) {
  const auto entries = arena.make<MapEntry>(node.size());
  std::size_t i = 0;
  for (const Node value : node) entries[i++] = {Value::string(value.key()), read_tree(value, arena)};
  return Value::map(arena.copy(Map{entries}));
}

}  // namespace

Value read_tree(Node node, Arena& arena) {
  switch (node.kind()) {
    case NodeKind::null:
      return Value::null();
    case NodeKind::scalar:
      return read_untyped(node);
    case NodeKind::sequence:
      return read_items(node, arena);
    case NodeKind::mapping:
      return read_entries(node, arena);
  }
  return Value::null();
}

}  // namespace martech_audit::model
