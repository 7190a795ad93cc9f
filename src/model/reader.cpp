#include "model/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/decimals.h"
#include "base/slots.h"
#include "document/scalar.h"
#include "model/field_path.h"
#include "model/links.h"
#include "model/merge.h"
#include "model/passes.h"
#include "model/read_scalar.h"
#include "model/record_reader.h"

namespace martech_audit {
namespace model {
namespace {

constexpr std::string_view report_schema = "urn:martech-audit:report:";

// Whether the document is an inventory of the format that this version reads.
bool check_format(Node root, Diagnostics& diagnostics) {
  if (!root.is_mapping()) {
    diagnostics.error(
        root.where(),
        root.is_null() ? "the file is empty" : "an inventory must be a mapping, not " + found(root),
        "start with 'martech: 1'");
    return false;
  }
  if (const Node schema = root.find("$schema");
      schema && schema.is_scalar() && schema.text().starts_with(report_schema)) {
    diagnostics.error(root.where(), "this is a saved report, not an inventory",
                      "keep reports outside the inventory folder");
    return false;
  }
  const Node version = root.find("martech");
  if (!version || version.is_null()) {
    diagnostics.error(root.where(), "the format version is missing",
                      fmt::format("start with 'martech: {}'", format_version));
    return true;
  }
  if (whole_number(version.text(), version.plain()) == format_version) return true;
  const bool quoted = whole_number(version.text(), true) == format_version;
  diagnostics.error(version.where(),
                    quoted ? "the format version must be a number, not text"
                           : fmt::format("unknown format version {}", found(version)),
                    quoted
                        ? fmt::format("write {} without quotes", format_version)
                        : fmt::format("this version of martech-audit reads 'martech: {}'", format_version));
  return false;
}

// An empty list of these is a form not yet filled in; of others it says that there are none.
bool every_organisation_has(EntityKind kind) {
  constexpr std::array kinds{EntityKind::objective, EntityKind::kpi,     EntityKind::team,
                             EntityKind::budget,    EntityKind::channel, EntityKind::process,
                             EntityKind::ledger};
  return std::ranges::find(kinds, kind) != kinds.end();
}

class InventoryReader {
 public:
  // `beside` tells of the documents after those of the inventory whether they are configurations.
  InventoryReader(Inventory::Storage& storage, std::vector<bool> beside, Diagnostics& diagnostics)
      : building_{storage, diagnostics}, storage_(storage), are_configurations_(std::move(beside)) {
    storage.organisation.values = Slots(building_.make_slots(organisation_shape).data());
    std::size_t nodes = 0;
    for (const Document& document : storage.documents) nodes += document.node_count();
    building_.fixups.reserve(nodes / 8);  // about as many as large inventories have
  }

  void run() {
    read_files();
    read_waivers_beside();
    read_currencies();
    for (std::size_t kind = 1; kind < entity_kind_count; ++kind) {
      if (static_cast<EntityKind>(kind) != EntityKind::integration) read_list(static_cast<EntityKind>(kind));
    }
    read_list(EntityKind::integration);  // tools have added theirs
    if (building_.is_hopeless()) return;
    link(building_);
    if (building_.is_hopeless()) return;
    check_circles(building_);
    check_names(building_);
    check_statements(building_);
    fill_defaults(building_);
    check_marks(building_);
    complete_money(building_);
    check_limits(building_);
    check_terms(building_);
    collect_waivers(building_);
    list_in_organisation();
  }

 private:
  void read_files() {
    std::vector<Record> files(storage_.files().size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto number = static_cast<std::uint16_t>(i);
      const Node root = storage_.documents[i].root();
      readers_.emplace_back(building_, number);
      if (check_format(root, building_.diagnostics))
        files[i] = readers_[i].read(root, file_shape, &storage_.organisation);
    }
    merge_files(building_, files);
    const bool any_read = std::any_of(files.begin(), files.end(),
                                      [](const Record& f) { return static_cast<bool>(values_of(f)); });
    if (any_read) require_organisation();
  }

  void read_waivers_beside() {
    constexpr const Field& field = organisation_shape.fields[*organisation_shape.index_of("waivers")];
    for (std::size_t i = 0; i < are_configurations_.size(); ++i) {
      const auto number = static_cast<std::uint16_t>(storage_.files().size() + i);
      readers_.emplace_back(building_, number);
      const Node root = storage_.documents[number].root();
      if (!are_configurations_[i]) check_waiver_keys(root);
      const Node list = root.is_mapping() ? root.find(field.name) : root;
      if (!list) continue;
      storage_.waivers_beside.push_back(readers_.back().read_value(list, field, storage_.organisation));
    }
  }

  void check_waiver_keys(Node root) {
    if (!root.is_mapping()) return;
    for (const Node value : root) {
      if (value.key() == "waivers") continue;
      building_.diagnostics.error(value.key_where(),
                                  fmt::format("a file of waivers has no key '{}'", value.key()),
                                  "write 'waivers:' followed by a list, or only the list");
    }
  }

  void require_organisation() {
    for (const Document& document : storage_.files()) {
      const Node block = document.root().find("organisation");
      if (block && !block.is_null()) return;
    }
    building_.diagnostics.error(storage_.documents[0].root().where(), "the inventory has no 'organisation'",
                                "add organisation: {name: …, currency: EUR}");
  }

  void read_currencies() {
    const Value own = read(storage_.organisation, "currency");
    if (own.is(ValueKind::string)) storage_.currency = *Currency::parse(own.as_text());
    const Value rates = read(storage_.organisation, "exchange_rates");
    if (!rates.is(ValueKind::map)) return;
    for (const MapEntry& entry : rates.as_map()->entries)
      read_rate(entry.key.as_text(), *entry.value.as_record());
  }

  void read_rate(std::string_view code, const Record& record) {
    constexpr std::size_t slot = *exchange_rate_shape.index_of("rate");
    const auto currency = Currency::parse(code);
    const Value& rate = values_of(record)[slot];
    if (!currency) {
      building_.diagnostics.error(building_.node(record).key_where(),
                                  fmt::format("'{}' is not a currency code of ISO 4217", code),
                                  "write, for instance, USD");
    } else if (!rate.is(ValueKind::decimal) || rate.as_integer() == 0) {
      if (rate.is(ValueKind::decimal)) {
        building_.diagnostics.error(location_of(storage_, record, "rate"), "an exchange rate cannot be 0");
      }
      storage_.rates.emplace_back(*currency, Decimal{1, 0});  // reported already: no word about each use
    } else if (*currency == storage_.currency && decimal_of(rate).to_double() != 1) {
      building_.diagnostics.error(
          location_of(storage_, record, "rate"),
          fmt::format("{} is the organisation's currency; its rate is always 1", code), "remove the rate");
    } else {
      storage_.rates.emplace_back(*currency, decimal_of(rate));
    }
  }

  void read_list(EntityKind kind) {
    const auto& pending = building_.pending_of(kind);
    std::size_t count = 0;
    for (const PendingList& list : pending) count += list.list.size();
    auto& list = storage_.list(kind);
    list.declared = !pending.empty() && (count > 0 || !every_organisation_has(kind));
    list.records = storage_.arena.reserve<Record>(count);
    building_.counts[static_cast<std::size_t>(kind)] = 0;  // the defaults, which look like a tool, are none
    std::size_t next = 0;
    for (std::size_t i = 0; i < pending.size(); ++i) {
      for (const Node item : pending[i].list) {
        const Scratch scratch(building_);
        Record& record = scratch.is_used() ? nobody_ : list.records[next++];
        readers_[pending[i].document].read_entity(item, shape_for(kind), record, pending[i].owner);
        index_id(building_, kind, record);
      }
    }
  }

  // `org.tools` and its like, for rules.
  void list_in_organisation() {
    Value* slots = organisation_slots(building_);
    for (std::size_t i = 0; i < organisation_shape.fields.size(); ++i) {
      const Field& field = organisation_shape.fields[i];
      if (field.in_place) fill_list(storage_.list(field.target), field.target, slots[i]);
    }
    const Value strategy = read(storage_.organisation, "strategy");
    if (!strategy.is(ValueKind::record)) return;
    constexpr std::size_t roadmap = *strategy_shape.index_of("roadmap");
    Value& outer = slots[*organisation_shape.index_of("roadmap")];
    if (storage_.list(EntityKind::roadmap).declared) {
      change(building_, *strategy.as_record(), [&](OpenSlots& inner) { inner[roadmap] = outer; });
    } else {
      outer = values_of(*strategy.as_record())[roadmap];  // perhaps a mark of not_applicable
    }
  }

  void fill_list(const Inventory::Storage::List& list, EntityKind kind, Value& slot) {
    if (!list.declared && kind != EntityKind::party) return;
    const auto items = storage_.arena.make<Value>(list.records.size());
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = Value::record(&list.records[i]);
    slot = Value::list(items);
  }

  Building building_;
  Inventory::Storage& storage_;
  std::vector<bool> are_configurations_;
  Record nobody_;                      // what is read from a hopeless inventory
  std::vector<RecordReader> readers_;  // one a document
};

}  // namespace
}  // namespace model

std::optional<Inventory> read_inventory(std::vector<Document> documents, Diagnostics& diagnostics,
                                        std::vector<WaiverDocument> waivers) {
  auto storage = std::make_unique<Inventory::Storage>();
  for (const Document& document : documents) storage->sources.push_back(document.source());
  storage->documents = std::move(documents);
  if (storage->documents.empty()) {
    if (!diagnostics.has_errors()) diagnostics.error({}, "no inventory was given");
    return std::nullopt;
  }
  std::vector<bool> are_configurations;
  for (WaiverDocument& beside : waivers) {
    are_configurations.push_back(beside.is_configuration);
    storage->documents.push_back(std::move(beside.document));
  }
  model::InventoryReader(*storage, std::move(are_configurations), diagnostics).run();
  if (diagnostics.has_errors()) return std::nullopt;
  return Inventory(std::move(storage));
}

}  // namespace martech_audit
