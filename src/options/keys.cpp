#include "options/keys.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace martech_audit::options {
namespace {

void describe_one(Schema& schema, const Option& option) {
  if (option.is_flag()) return schema.form<bool>();
  switch (option.kind) {
    case Kind::word:
      return schema.words(option.words());
    case Kind::number:
    case Kind::count:
      schema.member("type", option.kind == Kind::count ? "integer" : "number");
      schema.minimum(static_cast<std::int64_t>(option.least));
      if (option.most != std::numeric_limits<double>::max())
        schema.maximum(static_cast<std::int64_t>(option.most));
      return;
    case Kind::date:
      return schema.form<Date>();
    case Kind::colour:
      return schema.matching("^#?[0-9A-Fa-f]{6}$");
    case Kind::text:
    case Kind::known:
    case Kind::path:
      return schema.form<std::string>();
  }
}

// One, or a list of them.
void describe_list(Schema& schema, const Option& option) {
  schema.any_of([&] { describe_one(schema, option); },
                [&] {
                  schema.member("type", "array");
                  schema.within("items", [&] { describe_one(schema, option); });
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

std::vector<std::string_view> Keys::groups() const {
  std::vector<std::string_view> groups;
  for (const Value* value : keys_) {
    const std::string_view group = value->option().key.group;
    if (!group.empty() && std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
  }
  return groups;
}

void Keys::describe(std::string_view group, Schema& schema) const {
  for (const Value* value : keys_) {
    const Option& option = value->option();
    if (option.key.group != group) continue;
    schema.within(option.key.name, [&] {
      value->is_list() ? describe_list(schema, option) : describe_one(schema, option);
      schema.member("description", about(option));
    });
  }
}

}  // namespace martech_audit::options
