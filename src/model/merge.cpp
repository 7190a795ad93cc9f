#include "model/merge.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimals.h"
#include "base/slots.h"
#include "model/field_path.h"

namespace martech_audit::model {
namespace {

bool same(const Value& a, const Value& b);

bool same_record(const Record& a, const Record& b) {
  for (std::size_t i = 0; i < shape_of(a).fields.size(); ++i) {
    if (!same(values_of(a)[i], values_of(b)[i])) return false;
  }
  return true;
}

// In whichever order.
bool same_map(const Map& a, const Map& b) {
  return std::ranges::is_permutation(a.entries, b.entries, [](const MapEntry& x, const MapEntry& y) {
    return same(x.key, y.key) && same(x.value, y.value);
  });
}

bool is_mark(const Value& value) { return value.is_unknown() && !value.missing().empty(); }
bool is_said(const Value& value) { return !value.is_unknown() || is_mark(value); }

// Of the kinds that the organisation's own fields have.
bool same(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case ValueKind::string:
      return a.as_text() == b.as_text();
    case ValueKind::map:
      return same_map(*a.as_map(), *b.as_map());
    case ValueKind::record:
      return same_record(*a.as_record(), *b.as_record());
    case ValueKind::decimal:
      return decimal_of(a).to_double() == decimal_of(b).to_double();  // 0.9 and 0.90
    case ValueKind::date:
      return a.as_integer() == b.as_integer() && a.is_before() == b.is_before();
    case ValueKind::integer:
      return a.as_integer() == b.as_integer();
    case ValueKind::unknown:  // both given as not applicable, or neither given
      return is_mark(a) == is_mark(b);
    default:
      return true;
  }
}

class Merger {
 public:
  explicit Merger(Building& building) : building_(building), slots_(organisation_slots(building)) {}

  void add(const Record& file) {
    add_block(file, "organisation");
    add_block(file, "strategy");
    add_defaults(file);
    add_waivers(file);
    add_marks(file);
    add_extra(file);
  }

 private:
  static Value in(const Record& file, std::string_view field) {
    return values_of(file)[*file_shape.index_of(field)];
  }

  void add_block(const Record& file, std::string_view name) {
    const Value block = in(file, name);
    if (!block.is(ValueKind::record)) return;
    const Record& record = *block.as_record();
    if (record.shape == organisation_block_shape.id) {
      add_extra(record);
      return add_fields(record, slots_);
    }
    Value& strategy = slots_[*organisation_shape.index_of(name)];
    if (strategy.is_unknown()) {
      strategy = block;
    } else {
      change(building_, *strategy.as_record(),
             [&](OpenSlots& slots) { add_fields(record, slots.all().data()); });
    }
  }

  // The organisation's fields start with those of its block, in the same order.
  void add_fields(const Record& block, Value* to) {
    const Shape& shape = shape_of(block);
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      const Value& given = values_of(block)[i];
      if (!is_said(given)) continue;
      if (!is_said(to[i])) {
        to[i] = given;
      } else if (!same(to[i], given)) {
        report_difference(block, shape.fields[i].name, shape.name);
      }
    }
  }

  void report_difference(const Record& later, std::string_view field, std::string_view section) {
    building_.diagnostics.error(building_.node(later).find(field).where(),
                                fmt::format("another file has a different '{}' for the {}", field, section),
                                "keep it in one file");
    for (const Document& document : building_.storage.files()) {
      const Node block = document.root().find(section);
      const Node first = block ? block.find(field) : block;
      if (!first) continue;
      building_.diagnostics.note(first.where(), fmt::format("the first '{}' is here", field));
      return;
    }
  }

  void add_defaults(const Record& file) {
    constexpr std::size_t tools = *defaults_shape.index_of("tools");
    const Value defaults = in(file, "defaults");
    if (!defaults.is(ValueKind::record) || !values_of(*defaults.as_record())[tools].is(ValueKind::record))
      return;
    const Record& given = *values_of(*defaults.as_record())[tools].as_record();
    Record& kept = building_.storage.defaults;
    if (!values_of(kept)) {
      kept = given;
      return;
    }
    building_.diagnostics.error(building_.node(given).where(), "another file also has defaults for tools",
                                "defaults apply to all files: keep them in one");
    building_.diagnostics.note(building_.node(kept).where(), "the first defaults are here");
  }

  void add_waivers(const Record& file) {
    Value& all = slots_[*organisation_shape.index_of("waivers")];
    const Value given = in(file, "waivers");
    if (!given.is(ValueKind::list) || !all.is(ValueKind::list)) {
      if (!given.is_unknown()) all = given;
      return;
    }
    std::vector<Value> both(all.as_list().begin(), all.as_list().end());
    both.insert(both.end(), given.as_list().begin(), given.as_list().end());
    all = Value::list(building_.storage.arena.copy(std::span<const Value>(both)));
  }

  // Lists marked not_applicable; the lists themselves are counted later.
  void add_marks(const Record& file) {
    for (std::size_t i = 0; i < file_shape.fields.size(); ++i) {
      const Value& given = values_of(file)[i];
      if (!is_mark(given)) continue;
      if (const auto slot = organisation_shape.index_of(file_shape.fields[i].name)) slots_[*slot] = given;
    }
  }

  // The x-… keys of a file and of its organisation.
  void add_extra(const Record& from) {
    const Value& given = values_of(from)[shape_of(from).fields.size()];
    Value& all = slots_[organisation_shape.fields.size()];
    if (given.is_unknown()) return;
    if (all.is_unknown()) {
      all = given;
      return;
    }
    std::vector<MapEntry> both(all.as_map()->entries.begin(), all.as_map()->entries.end());
    for (const MapEntry& entry : given.as_map()->entries) {
      if (std::any_of(both.begin(), both.end(), [&](const MapEntry& e) { return same(e.key, entry.key); })) {
        report_extra(from, entry.key.as_text());
      } else {
        both.push_back(entry);
      }
    }
    Arena& arena = building_.storage.arena;
    all = Value::map(arena.copy(Map{arena.copy(std::span<const MapEntry>(both))}));
  }

  void report_extra(const Record& from, std::string_view key) {
    building_.diagnostics.error(building_.node(from).find(key).key_where(),
                                fmt::format("'{}' is given twice for the organisation", key), "say it once");
  }

  Building& building_;
  Value* slots_;
};

}  // namespace

void merge_files(Building& building, std::span<const Record> files) {
  Record& organisation = building.storage.organisation;
  const Record* first = nullptr;
  Merger merger(building);
  for (const Record& file : files) {
    if (!values_of(file)) continue;
    merger.add(file);
    const bool has_block = static_cast<bool>(building.node(file).find("organisation"));
    if (first == nullptr && has_block) first = &file;
  }
  if (first == nullptr) return;
  organisation.document = first->document;
  organisation.node = first->node;
}

}  // namespace martech_audit::model
