// The configuration's schema, JSON Schema 2020-12, piece by piece.
#pragma once

#include <span>
#include <string_view>

#include "record/json_writer.h"

namespace martech_audit::options {

// JSON as the schema is laid out: whatever is open closes where its writing ends.
class SchemaText {
 public:
  explicit SchemaText(record::JsonWriter& json) : json_(json) {}

  record::JsonWriter& json() { return json_; }

  template <class Write>
  void object(Write write) {
    json_.begin_object(record::JsonWriter::Layout::lines);
    write();
    json_.end_object();
  }
  template <class Write>
  void object(std::string_view key, Write write) {
    json_.key(key);
    object(write);
  }
  template <class Write>
  void array(std::string_view key, Write write) {
    json_.key(key);
    json_.begin_array(record::JsonWriter::Layout::lines);
    write();
    json_.end_array();
  }

  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void number(std::string_view key, double value) {
    json_.key(key);
    json_.real(value);
  }

  // An object of its own members, which `write` writes.
  template <class Write>
  void members(Write write) {
    text("type", "object");
    json_.key("additionalProperties");
    json_.boolean(false);
    object("properties", write);
  }
  // An object of any members, of which `write` writes one.
  template <class Write>
  void map_of(std::string_view about, Write write) {
    text("type", "object");
    object("additionalProperties", write);
    text("description", about);
  }

  void some_text() {
    text("type", "string");
    number("minLength", 1);
  }
  void words(std::span<const std::string_view> words) {
    for (const std::string_view word : words) json_.string(word);
  }

 private:
  record::JsonWriter& json_;
};

}  // namespace martech_audit::options
