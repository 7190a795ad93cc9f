// Structs to JSON, member by member: nothing is held but the writer's buffer.
#pragma once

#include <string_view>

#include "record/form.h"

namespace martech_audit::record {

// Forms may ask the context for what a struct only refers to.
template <class Context>
class Writer {
 public:
  static constexpr bool writes = true;

  Writer(JsonWriter& json, const Context& context) : json_(json), context_(context) {}

  JsonWriter& json() { return json_; }
  const Context& context() const { return context_; }

  template <class T>
  void operator()(std::string_view key, const T& value, std::string_view = {}) {
    json_.key(key);
    write(value);
  }
  template <class Make>
  void derived(std::string_view key, Make make, std::string_view = {}) {
    (*this)(key, make());
  }
  void constant(std::string_view key, std::string_view text, std::string_view = {}) {
    json_.key(key);
    json_.string(text);
  }

  template <class T>
  void write(const T& value) {
    Form<T>::write(*this, value);
  }

  template <class T>
  void object(const T& item, JsonWriter::Layout layout) {
    json_.begin_object(layout);
    members(item);
    json_.end_object();
  }

  // Into an object that is open. No member is changed: the list is the reader's, too.
  template <class T>
  void members(const T& item) {
    Fields<T>::of(*this, const_cast<T&>(item));
  }

 private:
  JsonWriter& json_;
  const Context& context_;
};

}  // namespace martech_audit::record
