// JSON Schema 2020-12 of structs: every member that is not optional is required, and no other allowed.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "record/form.h"

namespace martech_audit::record {

// `Context` is the type that forms ask; nobody is asked here. ByHand: of what people write, in which a text
// is not blank and a single value may stand for a list of one.
template <class Context>
class SchemaWriter {
 public:
  static constexpr bool writes = false;
  static constexpr bool by_hand = std::is_same_v<Context, ByHand>;

  explicit SchemaWriter(JsonWriter& json) : json_(json) {}

  // What a definition or a member says, in an object of its own.
  template <class T>
  void put(std::string_view key, std::string_view about = {}) {
    within(key, [&] {
      form<T>();
      if (!about.empty()) member("description", about);
    });
  }
  // Of a type that has a name: a member of $defs.
  template <class T>
  void define() {
    within(named<T>, [&] { Form<T>::describe(*this); });
  }

  // An object under the key.
  template <class Describe>
  void within(std::string_view key, Describe describe) {
    json_.key(key);
    begin();
    describe();
    json_.end_object();
  }

  // ---- what forms say of themselves, within the object that is open --------------------------------------

  void member(std::string_view key, std::string_view text) {
    json_.key(key);
    json_.string(text);
  }
  void texts(std::string_view key, const auto& texts) {
    json_.key(key);
    array();
    for (const std::string_view text : texts) json_.string(text);
    json_.end_array();
  }
  void matching(std::string_view pattern) {
    member("type", "string");
    member("pattern", pattern);
  }
  void minimum(std::int64_t least) { integer("minimum", least); }
  void maximum(std::int64_t most) { integer("maximum", most); }
  void no_other_members() {
    json_.key("additionalProperties");
    json_.boolean(false);
  }

  void words(std::span<const std::string_view> words) { texts("enum", words); }
  void types(std::initializer_list<std::string_view> types) { texts("type", types); }
  void text_limits() {
    if constexpr (by_hand) not_blank();
  }
  void not_blank() { integer("minLength", 1); }

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
    if constexpr (by_hand) {
      form<T>();  // what people leave out they do not write
    } else if constexpr (requires { Form<T>::type; }) {
      types({Form<T>::type, "null"});
      Form<T>::limits(*this);
    } else {
      any_of_null([&] { form<T>(); });
    }
  }

  template <class... Describe>
  void any_of(Describe... describe) {
    json_.key("anyOf");
    array();
    (item(describe), ...);
    json_.end_array();
  }
  template <class Describe>
  void any_of_null(Describe describe) {
    any_of(describe, [&] { member("type", "null"); });
  }

  // Exactly one of these sets of members is there.
  void one_of(std::initializer_list<std::initializer_list<std::string_view>> sets) {
    json_.key("oneOf");
    array();
    for (const auto& set : sets) item([&] { texts("required", set); });
    json_.end_array();
  }

  template <class T>
  void list_of() {
    const auto several = [&] {
      member("type", "array");
      put<T>("items");
    };
    if constexpr (by_hand && !requires { Fields<T>::noun; }) {
      any_of([&] { form<T>(); }, several);
    } else {
      several();
    }
  }

  // Members of one form, by names that expressions can use.
  template <class Describe>
  void by_name(Describe describe) {
    by_key([&] { member("pattern", variable_pattern); }, describe);
  }
  template <class Describe>
  void by_any_key(Describe describe) {
    member("type", "object");
    within("additionalProperties", describe);
  }
  template <class DescribeKey, class Describe>
  void by_key(DescribeKey describe_key, Describe describe) {
    member("type", "object");
    within("propertyNames", describe_key);
    within("additionalProperties", describe);
  }

  // Members of an object that are all optional.
  template <class Describe>
  void members(Describe describe) {
    member("type", "object");
    no_other_members();
    within("properties", describe);
  }

  // The fields of a struct, in an object of properties that is open.
  template <class T>
  void fields(T& item) {
    Members members{*this};
    Fields<T>::of(members, item);
  }

  template <class T>
  void object() {
    T item = example<T>();
    member("type", "object");
    no_other_members();
    Names names;
    Fields<T>::of(names, item);
    texts("required", names.keys);
    within("properties", [&] { fields(item); });
    if constexpr (requires { Fields<T>::also(*this); }) Fields<T>::also(*this);
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
    void optional(std::string_view, const auto&, std::string_view) {}
  };

  struct Members : Asked {
    SchemaWriter& schema;
    explicit Members(SchemaWriter& of) : schema(of) {}

    template <class T>
    void operator()(std::string_view key, const T& value, std::string_view about = {}) {
      if constexpr (requires { Form<T>::describe(schema, value); }) {
        schema.within(key, [&] {
          Form<T>::describe(schema, value);
          schema.member("description", about);
        });
      } else {
        schema.template put<T>(key, about);
      }
    }
    void optional(std::string_view key, const auto& value, std::string_view about) {
      (*this)(key, value, about);
    }
    template <class Make>
    void derived(std::string_view key, Make, std::string_view about = {}) {
      schema.template put<std::remove_cvref_t<decltype(std::declval<Make>()())>>(key, about);
    }
    void constant(std::string_view key, std::string_view text, std::string_view about = {}) {
      schema.within(key, [&] {
        schema.member("const", text);
        if (!about.empty()) schema.member("description", about);
      });
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
  template <class Describe>
  void item(Describe describe) {
    begin();
    describe();
    json_.end_object();
  }
  void integer(std::string_view key, std::int64_t value) {
    json_.key(key);
    json_.integer(value);
  }

  JsonWriter& json_;
};

// The whole schema of a file that people write.
template <class T>
std::string schema_of(std::string_view title) {
  return json_text([&](JsonWriter& json) {
    SchemaWriter<ByHand> schema(json);
    json.begin_object(JsonWriter::Layout::lines);
    schema.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.member("title", title);
    schema.template form<T>();
    json.end_object();
  });
}

}  // namespace martech_audit::record
