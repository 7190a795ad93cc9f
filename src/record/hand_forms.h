// Forms of what people write (hand_reader.h). The wrappers hold references, and are made where the member is
// visited. Many keep the node, so that whatever is found wrong later is reported at its place, exact within
// the text.
#pragma once

#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "record/hand_reader.h"

namespace martech_audit::record {

inline constexpr std::string_view version_pattern = R"(^[0-9]+\.[0-9]+\.[0-9]+$)";

// Where a value goes: its text, its node, or both; neither where it is wrong.
struct Destination {
  std::string* text = nullptr;
  Node* node = nullptr;

  void keep(Node from, std::string_view value) const {
    if (text != nullptr) *text = value;
    if (node != nullptr) *node = from;
  }
};

// A single text. The kind says by what it is read, and what a schema says of it.
template <class Kind>
struct Single {
  Destination to;
};
struct TextKind {
  static constexpr auto read = &read_text;
  static void describe(auto& schema) { schema.template form<std::string>(); }
};
struct FormulaKind {  // an expression: true and 12 are ones as well
  static constexpr auto read = &read_text;
  static void describe(auto& schema) { schema.types({"string", "boolean", "number"}); }
};
struct IdentifierKind {
  static constexpr auto read = &read_identifier;
  static void describe(auto& schema) { schema.matching(identifier_pattern); }
};
struct VersionKind {
  static constexpr auto read = &read_version;
  static void describe(auto& schema) { schema.matching(version_pattern); }
};
using Formula = Single<FormulaKind>;
using Identifier = Single<IdentifierKind>;

// A template, a path: any text whose node is kept as well.
inline Single<TextKind> kept(std::string& text, Node& node) { return {{&text, &node}}; }
inline Formula formula(Node& node) { return {{nullptr, &node}}; }
inline Formula formula(std::string& text, Node& node) { return {{&text, &node}}; }
inline Identifier identifier(std::string& text) { return {{&text, nullptr}}; }
inline Identifier identifier(Node& node) { return {{nullptr, &node}}; }
inline Identifier identifier(std::string& text, Node& node) { return {{&text, &node}}; }
inline Single<VersionKind> version(std::string& text) { return {{&text, nullptr}}; }

// A name that expressions can use. `what` is "a parameter".
struct VariableName {
  std::string& text;
  Node& node;
  std::string_view what;
};

// A list of them, or one alone.
struct Identifiers {
  std::vector<std::string>& ids;
  std::vector<Node>* nodes = nullptr;
};

// One value of any type, looked at when that is known.
struct AnyScalar {
  Node& node;
};
struct AnyNumber {
  Node& node;
};

// From `least` to `most`.
template <class T>
struct Whole {
  T& number;
  int least;
  int most;
};

// One of the words, by its index or as text. `what` is "severity", ….
template <class T>
struct Choice {
  std::string_view what;
  std::span<const std::string_view> words;
  T& value;
  Node* node = nullptr;
};

// Structs by names that expressions can use; the name is the key of the node that the struct keeps.
template <class T>
struct ByName {
  std::vector<T>& items;
  std::string_view hint;  // how to write one
};

// A mapping whose members are taken one by one, whatever their keys: take(reader, member).
template <class Take>
struct Each {
  std::string_view hint;  // how to write one
  Take take;
};
template <class Take>
Each<Take> each(std::string_view hint, Take take) {
  return {hint, std::move(take)};
}

// What has a form of its own, of which a schema says nothing: read(reader, node).
template <class Read>
struct ReadBy {
  Read read;
};
template <class Read>
ReadBy<Read> read_by(Read read) {
  return {std::move(read)};
}

template <>
struct Form<VariableName> {
  static void describe(auto& schema) { schema.matching(variable_pattern); }
  static void read(const HandReader& from, Node node, const VariableName& name);
};

template <class Kind>
struct Form<Single<Kind>> {
  static void describe(auto& schema) { Kind::describe(schema); }
  static void read(const HandReader& from, Node node, const Single<Kind>& single) {
    if (const auto value = Kind::read(node, from.diagnostics())) single.to.keep(node, *value);
  }
};

template <>
struct Form<Identifiers> {
  static void describe(auto& schema) { schema.template list_of<Identifier>(); }
  static void read(const HandReader& from, Node node, const Identifiers& list);
};

template <>
struct Form<AnyScalar> {
  static void describe(auto& schema) { schema.types({"boolean", "number", "string"}); }
  static void read(const HandReader& from, Node node, const AnyScalar& scalar);
};

template <>
struct Form<AnyNumber> : Plain {
  static constexpr const char* type = "number";
  static void read(const HandReader& from, Node node, const AnyNumber& number) {
    Form<AnyScalar>::read(from, node, {number.node});
  }
};

template <class T>
struct Form<Whole<T>> {
  static void describe(auto& schema, const Whole<T>& whole) {
    schema.member("type", "integer");
    schema.minimum(whole.least);
    schema.maximum(whole.most);
  }
  static void read(const HandReader& from, Node node, const Whole<T>& whole) {
    if (const auto number = read_whole(node, whole.least, whole.most, from.diagnostics()))
      whole.number = *number;
  }
};

template <class T>
struct Form<Choice<T>> {
  static void describe(auto& schema, const Choice<T>& choice) { schema.words(choice.words); }
  static void read(const HandReader& from, Node node, const Choice<T>& choice) {
    const auto index = read_word(node, choice.what, choice.words, from.diagnostics());
    if (!index) return;
    if (choice.node != nullptr) *choice.node = node;
    if constexpr (std::is_enum_v<T>) {
      choice.value = static_cast<T>(*index);
    } else if constexpr (requires { requires std::is_enum_v<typename T::value_type>; }) {
      choice.value = static_cast<typename T::value_type>(*index);
    } else {
      choice.value = choice.words[*index];
    }
  }
};

template <>
struct Form<Currency> {
  static void describe(auto& schema) { schema.matching(currency_pattern); }
  static void read(const HandReader& from, Node node, Currency& currency) {
    if (const auto code = read_currency(node, from.diagnostics())) currency = *code;
  }
};

template <class Take>
struct Form<Each<Take>> {
  static void describe(auto& schema) { schema.member("type", "object"); }
  static void read(const HandReader& from, Node node, const Each<Take>& each) {
    if (!expect_mapping(node, fmt::format("'{}'", node.key()), each.hint, from.diagnostics())) return;
    for (const Node member : node) each.take(from, member);
  }
};

template <class Read>
struct Form<ReadBy<Read>> {
  static void describe(auto&) {}
  static void read(const HandReader& from, Node node, const ReadBy<Read>& by) { by.read(from, node); }
};

template <class T>
struct Form<ByName<T>> {
  static void describe(auto& schema) {
    schema.by_name([&] { schema.template form<T>(); });
  }
  static void read(const HandReader& from, Node node, const ByName<T>& of) {
    from.take(node, each(of.hint, [&](const HandReader&, Node member) {
                check_variable_name(member, Fields<T>::noun, from.diagnostics());
                from.add(member, of.items);
              }));
  }
};

}  // namespace martech_audit::record
