// Any bytes as JSON: taken where nlohmann's parser takes them and our limits do, with the same values.
#include "document/json_reader.h"

#include <map>
#include <nlohmann/json.hpp>

#include "document/limits.h"
#include "document/text_check.h"
#include "fuzzing.h"

namespace martech_audit::fuzz {
namespace {

using Json = nlohmann::json;

std::size_t depth(const Json& value) {
  std::size_t deepest = 0;
  for (const Json& item : value.is_structured() ? value : Json::array()) {
    deepest = std::max(deepest, depth(item));
  }
  return value.is_structured() ? deepest + 1 : 0;
}

void compare(Node node, const Json& value);

// Of a key given twice the parser keeps the last.
void compare_members(Node node, const Json& value) {
  std::map<std::string_view, Node> members;
  for (const Node member : node) members[member.key()] = member;
  demand(members.size() == value.size(), "other members", value.dump());
  for (const auto& [key, member] : members) {
    demand(value.contains(key), "a member that is not there", key);
    compare(member, value.at(std::string(key)));
  }
}

void compare_items(Node node, const Json& value) {
  demand(node.size() == value.size(), "another number of items", value.dump());
  auto item = value.begin();
  for (const Node child : node) compare(child, *item++);
}

void compare(Node node, const Json& value) {
  demand(node.is_mapping() == value.is_object() && node.is_sequence() == value.is_array() &&
             node.is_null() == value.is_null(),
         "a value of another kind", value.dump());
  if (value.is_object()) return compare_members(node, value);
  if (value.is_array()) return compare_items(node, value);
  if (value.is_null()) return;
  demand(node.plain() != value.is_string(), "quotes where there are none, or none", value.dump());
  const bool same = value.is_string() ? node.text() == value.get_ref<const std::string&>()
                                      : Json::parse(node.text(), nullptr, false) == value;
  demand(same, "another value", std::string(node.text()) + " and not " + value.dump());
}

void check_json(const SourcePtr& text) {
  Diagnostics diagnostics;
  if (!check_text(text, diagnostics)) return;
  const auto tree = read_json(text, diagnostics);
  check(tree != nullptr, diagnostics);
  const Json value = Json::parse(text->text(), nullptr, false);
  const bool taken = !value.is_discarded() && depth(value) <= limits::depth;
  demand(taken == (tree != nullptr), taken ? "JSON that is refused" : "taken, and no JSON", text->text());
  if (!tree) return;
  check_places(Document(tree));
  compare(Document(tree).root(), value);
}

}  // namespace

void check_input(std::string_view bytes) { check_json(source("t.json", bytes)); }

}  // namespace martech_audit::fuzz
