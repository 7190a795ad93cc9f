#include "options/keys.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace martech_audit::options {
namespace {

void write_type(SchemaText& to, const Option& option) {
  if (option.is_flag()) return to.text("type", "boolean");
  switch (option.kind) {
    case Kind::word:
      return to.array("enum", [&] { to.words(option.words()); });
    case Kind::number:
    case Kind::count:
      to.text("type", option.kind == Kind::count ? "integer" : "number");
      to.number("minimum", option.least);
      if (option.most != std::numeric_limits<double>::max()) to.number("maximum", option.most);
      return;
    case Kind::date:
      to.text("type", "string");
      return to.text("format", "date");
    case Kind::text:
    case Kind::known:
    case Kind::path:
      return to.some_text();
  }
}

// One, or a list of them.
void write_list_type(SchemaText& to, const Option& option) {
  to.array("anyOf", [&] {
    to.object([&] { write_type(to, option); });
    to.object([&] {
      to.text("type", "array");
      to.object("items", [&] { write_type(to, option); });
    });
  });
}

// As a clause among others, which begin small.
std::string about(const Option& option) {
  std::string text(option.key.about.empty() ? option.summary : option.key.about);
  text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
  return text;
}

}  // namespace

void Keys::add(const Command& command) {
  for (const Value& value : command.values) {
    const Key& key = value.option().key;
    if (!key.name.empty() && find(key.group, key.name) == nullptr) keys_.push_back(&value);
  }
  for (const Command& part : command.parts) add(part);
}

const Value* Keys::find(std::string_view group, std::string_view name) const {
  const auto found = std::ranges::find_if(keys_, [&](const Value* value) {
    return value->option().key.group == group && value->option().key.name == name;
  });
  return found == keys_.end() ? nullptr : *found;
}

std::vector<std::string_view> Keys::names(std::string_view group) const {
  std::vector<std::string_view> names;
  for (const Value* value : keys_) {
    if (value->option().key.group == group) names.push_back(value->option().key.name);
  }
  return names;
}

void Keys::write_schema(std::string_view group, SchemaText& to) const {
  for (const Value* value : keys_) {
    const Option& option = value->option();
    if (option.key.group != group) continue;
    to.object(option.key.name, [&] {
      value->is_list() ? write_list_type(to, option) : write_type(to, option);
      to.text("description", about(option));
    });
  }
}

}  // namespace martech_audit::options
