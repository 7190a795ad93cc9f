// JSON to structs, member by member. Whatever is missing or of another kind is reported at its place, and the
// member stays as it was made.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "record/form.h"

namespace martech_audit::record {

// What needs no type: values of single nodes.
class ValueReader {
 public:
  // `noun` is what is read, for messages: "report".
  ValueReader(std::string_view noun, Diagnostics& diagnostics) : noun_(noun), diagnostics_(diagnostics) {}

  Diagnostics& diagnostics() const { return diagnostics_; }

  // "'x' stands where a report has a date".
  void wrong(Node node, std::string_view expected) const;
  void lacks(Node object, std::string_view key) const;

  std::string_view text(Node node) const;  // empty, and reported, where the node is none
  void boolean(Node node, bool& value) const;
  void number(Node node, int& value, std::string_view expected) const;
  void number(Node node, std::int64_t& value, std::string_view expected) const;
  void number(Node node, std::uint32_t& value, std::string_view expected) const;
  void number(Node node, std::uint64_t& value, std::string_view expected) const;
  void number(Node node, double& value, std::string_view expected) const;
  void billionths(Node node, std::int64_t& value) const;  // of a decimal of at most nine places
  void date(Node node, Date& value) const;

  template <class T, class Parse>
  void parsed(Node node, T& value, Parse parse) const {
    if (!node.is_scalar()) return wrong(node, "text");
    if (const auto read = parse(node.text())) {
      value = *read;
    } else {
      wrong(node, "a word that this version knows");
    }
  }

  template <class Words, class T>
  void word(Node node, const Words& words, T& value) const {
    parsed(node, value, [&](std::string_view text) -> std::optional<T> {
      for (const T known : words) {
        if (name(known) == text) return known;
      }
      return std::nullopt;
    });
  }

 private:
  std::string noun_;
  Diagnostics& diagnostics_;
};

// Forms may ask the context what a name stands for. Each struct that was read is given to
// context.finish(node, item), to check and complete it.
template <class Context>
class Reader : public ValueReader {
 public:
  Reader(std::string_view noun, Context& context, Diagnostics& diagnostics)
      : ValueReader(noun, diagnostics), context_(context) {}

  Context& context() const { return context_; }

  template <class T>
  void object(Node node, T& item) {
    if (!node.is_mapping()) return wrong(node, "an object");
    Members members{*this, node};
    Fields<T>::of(members, item);
    context_.finish(node, item);
  }

  // Nothing comes of a text with more faults than are shown: the others are only counted.
  template <class T>
  void items(Node node, std::vector<T>& items) {
    if (!node.is_sequence()) return wrong(node, "a list");
    for (const Node each : node) {
      T item{};
      Form<T>::read(*this, each, item);
      if (diagnostics().errors() < max_shown_diagnostics) items.push_back(std::move(item));
    }
  }

 private:
  struct Members {
    static constexpr bool writes = false;
    Reader& reader;
    Node node;

    Context& context() const { return reader.context_; }

    template <class T>
    void operator()(std::string_view key, T&& value, std::string_view = {}) {
      const Node found = node.find(key);
      if (!found) return reader.lacks(node, key);
      Form<std::remove_cvref_t<T>>::read(reader, found, value);
    }
    template <class Make>
    void derived(std::string_view key, Make, std::string_view = {}) {
      constant(key, {});
    }
    void constant(std::string_view key, std::string_view, std::string_view = {}) {
      if (!node.find(key)) reader.lacks(node, key);
    }
  };

  Context& context_;
};

// Every digit counts: "12.345678901" is 12'345'678'901. Nothing where it is no such decimal.
std::optional<std::int64_t> parse_billionths(std::string_view text);

}  // namespace martech_audit::record
