// JSON Schema 2020-12 of structs: every member is required and no other allowed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/form.h"

namespace martech_audit::record {

// `Context` is the type that forms ask; nobody is asked here.
template <class Context>
class SchemaWriter {
 public:
  static constexpr bool writes = false;

  explicit SchemaWriter(JsonWriter& json) : json_(json) {}

  // What a definition or a member says, in an object of its own.
  template <class T>
  void put(std::string_view key, std::string_view about = {}) {
    json_.key(key);
    begin();
    form<T>();
    if (!about.empty()) member("description", about);
    json_.end_object();
  }
  // Of a type that has a name: a member of $defs.
  template <class T>
  void define() {
    json_.key(named<T>);
    begin();
    Form<T>::describe(*this);
    json_.end_object();
  }

  // ---- what forms say of themselves, within the object that is open --------------------------------------

  void member(std::string_view key, std::string_view text) {
    json_.key(key);
    json_.string(text);
  }
  void minimum(int least) { integer("minimum", least); }
  void maximum(int most) { integer("maximum", most); }

  void words(std::span<const std::string_view> words) {
    json_.key("enum");
    array();
    for (const std::string_view word : words) json_.string(word);
    json_.end_array();
  }

  template <class T>
  void form() {
    if constexpr (!named<T>.empty()) {
      member("$ref", "#/$defs/" + std::string(named<T>));
    } else if constexpr (requires { Form<T>::type; }) {
      member("type", Form<T>::type);
      Form<T>::limits(*this);
    } else {
      Form<T>::describe(*this);
    }
  }

  template <class T>
  void or_null() {
    if constexpr (requires { Form<T>::type; }) {
      json_.key("type");
      array();
      json_.string(Form<T>::type);
      json_.string("null");
      json_.end_array();
      Form<T>::limits(*this);
    } else {
      any_of_null([&] { form<T>(); });
    }
  }

  template <class Describe>
  void any_of_null(Describe describe) {
    json_.key("anyOf");
    array();
    begin();
    describe();
    json_.end_object();
    begin();
    member("type", "null");
    json_.end_object();
    json_.end_array();
  }

  template <class T>
  void list_of() {
    member("type", "array");
    put<T>("items");
  }

  template <class T>
  void object() {
    T item = example<T>();
    member("type", "object");
    json_.key("additionalProperties");
    json_.boolean(false);
    Names names;
    Fields<T>::of(names, item);
    json_.key("required");
    array();
    for (const std::string_view key : names.keys) json_.string(key);
    json_.end_array();
    json_.key("properties");
    begin();
    Members members{*this};
    Fields<T>::of(members, item);
    json_.end_object();
  }

 private:
  struct Asked {  // what visitors have beside their calls
    static constexpr bool writes = false;
    static const Context& context() {
      static const Context nobody{};
      return nobody;
    }
  };

  struct Names : Asked {
    std::vector<std::string_view> keys;

    template <class T>
    void operator()(std::string_view key, const T&, std::string_view = {}) {
      keys.push_back(key);
    }
    template <class Make>
    void derived(std::string_view key, Make, std::string_view = {}) {
      keys.push_back(key);
    }
    void constant(std::string_view key, std::string_view, std::string_view = {}) { keys.push_back(key); }
  };

  struct Members : Asked {
    SchemaWriter& schema;
    explicit Members(SchemaWriter& of) : schema(of) {}

    template <class T>
    void operator()(std::string_view key, const T&, std::string_view about = {}) {
      schema.template put<T>(key, about);
    }
    template <class Make>
    void derived(std::string_view key, Make, std::string_view about = {}) {
      schema.template put<std::remove_cvref_t<decltype(std::declval<Make>()())>>(key, about);
    }
    void constant(std::string_view key, std::string_view text, std::string_view about = {}) {
      schema.json_.key(key);
      schema.begin();
      schema.member("const", text);
      if (!about.empty()) schema.member("description", about);
      schema.json_.end_object();
    }
  };

  template <class T>
  static T example() {
    if constexpr (std::is_default_constructible_v<T>) {
      return T{};
    } else {
      return Fields<T>::example();
    }
  }

  void begin() { json_.begin_object(JsonWriter::Layout::lines); }
  void array() { json_.begin_array(JsonWriter::Layout::lines); }
  void integer(std::string_view key, int value) {
    json_.key(key);
    json_.integer(value);
  }

  JsonWriter& json_;
};

}  // namespace martech_audit::record
