// What people write, to structs, by the same lists of fields that describe it (form.h). Everything wrong is
// reported at its place with what to write instead, all at once; what is right is read all the same.
//
// A struct that people write says beside its fields what messages call it, and may keep the node it came
// from:
//
//   template <>
//   struct record::Fields<Berth> {
//     static constexpr std::string_view noun = "a berth";
//     static constexpr auto place = &Berth::node;
//
//     template <class V>
//     static void of(V& visit, Berth& berth) {
//       visit("id", identifier(berth.id), "id of the berth");
//       visit.optional("depth", berth.depth, "in metres");
//     }
//   };
//
// What a field is about is shown where it is missing. Forms of single values are in hand_forms.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "record/form.h"
#include "record/read_value.h"

namespace martech_audit::record {

struct FieldText {
  std::string_view name;
  bool required = true;
  std::string_view about;  // one clause
};

// The fields of a struct that people write, in their order.
template <class T>
const std::vector<FieldText>& fields_of();

class HandReader {
 public:
  explicit HandReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Diagnostics& diagnostics() const { return diagnostics_; }

  // ---- what forms ask; a value that is none stays as it was made -----------------------------------------

  std::string_view text(Node node) const;
  void boolean(Node node, bool& value) const;
  void date(Node node, Date& value) const;

  template <class T>
  void object(Node node, T& item) const;

  // One member, where the struct has such a field: a bit for that, else 0. Of what has other members, too.
  template <class T>
  std::uint64_t take_member(Node value, T& item) const {
    Taker taker{*this, value, value.key()};
    Fields<T>::of(taker, item);
    return taker.found;
  }

  // Into a form or a member of that form; what is null is reported.
  template <class T>
  void take(Node value, T&& field) const {
    if (value.is_null()) return report_empty_field(value, diagnostics_);
    Form<std::remove_cvref_t<T>>::read(*this, value, field);
  }

  // Structs, each an item; of single values one alone is a list of one.
  template <class List>
  void items(Node node, List& items) const;

  template <class List>
  void add(Node node, List& items) const {
    read_item<typename List::value_type>(
        node, [&](typename List::value_type&& item) { items.push_back(std::move(item)); });
  }

  // Each item, a struct, as it is read: take(T&&).
  template <class T, class Take>
  void each_struct(Node node, Take take) const {
    if (!expect_items(node, Fields<T>::noun, fields_of<T>())) return;
    for (const Node each : node) read_item<T>(each, take);
  }

 private:
  // Nothing comes of a text with more faults than are shown: those of the other items are only counted.
  template <class T, class Take>
  void read_item(Node node, const Take& take) const {
    T item{};
    Form<T>::read(*this, node, item);
    if (diagnostics_.errors() < max_shown_diagnostics) take(std::move(item));
  }

  // Takes over the value of one member, where the struct has such a field.
  struct Taker {
    static constexpr bool writes = false;
    const HandReader& reader;
    Node value;
    std::string_view key;
    std::uint64_t bit = 1;  // of the field that comes next
    std::uint64_t found = 0;

    template <class T>
    void operator()(std::string_view name, T&& field, std::string_view) {
      if (name == key) {
        found = bit;
        reader.take(value, field);
      }
      bit <<= 1U;
    }
    template <class T>
    void optional(std::string_view name, T&& field, std::string_view about) {
      (*this)(name, std::forward<T>(field), about);
    }
  };

  void report_unknown(Node value, std::string_view noun, std::span<const FieldText> fields) const;
  void report_missing(Node mapping, std::string_view noun, std::span<const FieldText> fields,
                      std::uint64_t given) const;
  bool expect_fields(Node node, std::string_view noun, std::span<const FieldText> fields) const;
  bool expect_items(Node node, std::string_view noun, std::span<const FieldText> fields) const;

  Diagnostics& diagnostics_;
};

// Reports a field that is missing after all: one that may be left out only where another is given.
void report_missing(Node mapping, std::string_view noun, const FieldText& field, Diagnostics& diagnostics);

template <class T>
void report_missing(Node mapping, std::string_view name, Diagnostics& diagnostics) {
  report_missing(mapping, Fields<T>::noun, *std::ranges::find(fields_of<T>(), name, &FieldText::name),
                 diagnostics);
}

template <class T>
T read_by_hand(Node root, Diagnostics& diagnostics) {
  T item{};
  HandReader(diagnostics).object(root, item);
  return item;
}

// ---- in detail
// ----------------------------------------------------------------------------------------------

struct FieldLister {
  static constexpr bool writes = false;
  std::vector<FieldText> fields;

  void operator()(std::string_view name, const auto&, std::string_view about) {
    fields.push_back({name, true, about});
  }
  void optional(std::string_view name, const auto&, std::string_view about) {
    fields.push_back({name, false, about});
  }
};

template <class T>
const std::vector<FieldText>& fields_of() {
  static const std::vector<FieldText> listed = [] {
    T item{};
    FieldLister lister;
    Fields<T>::of(lister, item);
    return lister.fields;
  }();
  return listed;
}

template <class T>
void HandReader::object(Node node, T& item) const {
  if constexpr (requires { Fields<T>::place; }) item.*Fields<T>::place = node;
  const std::span<const FieldText> fields = fields_of<T>();
  if (!expect_fields(node, Fields<T>::noun, fields)) return;
  std::uint64_t given = 0;
  for (const Node value : node) {
    const std::uint64_t found = take_member(value, item);
    given |= found;
    if (found == 0) report_unknown(value, Fields<T>::noun, fields);
  }
  report_missing(node, Fields<T>::noun, fields, given);
}

template <class List>
void HandReader::items(Node node, List& items) const {
  using T = typename List::value_type;
  if constexpr (requires { Fields<T>::noun; }) {
    each_struct<T>(node, [&](T&& item) { items.push_back(std::move(item)); });
  } else {
    for (const Node each : read_list(node, diagnostics_)) add(each, items);
  }
}

}  // namespace martech_audit::record
