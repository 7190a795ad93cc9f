#include "options/keys.h"

#include <algorithm>
#include <cctype>

namespace martech_audit::options {
namespace {

using record::JsonWriter;

void member(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.string(text);
}

void member(JsonWriter& json, std::string_view key, double number) {
  json.key(key);
  json.real(number);
}

void write_words(JsonWriter& json, const std::vector<std::string_view>& words) {
  json.key("enum");
  json.begin_array(JsonWriter::Layout::lines);
  for (const std::string_view word : words) json.string(word);
  json.end_array();
}

void write_type(JsonWriter& json, const Option& option) {
  const bool is_number = option.kind == Kind::number || option.kind == Kind::count;
  if (option.kind == Kind::word) return write_words(json, option.words());
  member(json, "type",
         option.is_flag()             ? "boolean"
         : !is_number                 ? "string"
         : option.kind == Kind::count ? "integer"
                                      : "number");
  if (option.is_flag()) return;
  if (option.kind == Kind::date) return member(json, "format", "date");
  if (!is_number) return member(json, "minLength", 1);
  member(json, "minimum", option.least);
  if (option.most != std::numeric_limits<double>::max()) member(json, "maximum", option.most);
}

// One, or a list of them.
void write_list_type(JsonWriter& json, const Option& option) {
  json.key("anyOf");
  json.begin_array(JsonWriter::Layout::lines);
  json.begin_object(JsonWriter::Layout::lines);
  write_type(json, option);
  json.end_object();
  json.begin_object(JsonWriter::Layout::lines);
  member(json, "type", "array");
  json.key("items");
  json.begin_object(JsonWriter::Layout::lines);
  write_type(json, option);
  json.end_object();
  json.end_object();
  json.end_array();
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

void Keys::write_schema(std::string_view group, JsonWriter& json) const {
  for (const Value* value : keys_) {
    const Option& option = value->option();
    if (option.key.group != group) continue;
    json.key(option.key.name);
    json.begin_object(JsonWriter::Layout::lines);
    value->is_list() ? write_list_type(json, option) : write_type(json, option);
    member(json, "description", about(option));
    json.end_object();
  }
}

}  // namespace martech_audit::options
