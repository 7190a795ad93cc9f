#include "martech_audit/inventory.h"
#include "base/slots.h"

#include <algorithm>

#include "model/field_path.h"
#include "model/storage.h"

namespace martech_audit {
namespace model {
namespace {

struct Reached {
  Node node;
  bool whole = false;  // the path was followed to its end
};

Reached follow(Node from, std::string_view path) {
  Reached reached{from, path.empty()};
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const Node next = reached.node.find(path.substr(begin, end - begin));
    if (!next) return reached;
    reached.node = next;
    begin = end + 1;
    reached.whole = begin > path.size();
  }
  return reached;
}

// The organisation's fields stand in its block, in the strategy, or at the top level of any of the files.
Node written_at_root(const Inventory::Storage& storage, std::string_view path) {
  for (const Document& document : storage.documents) {
    for (const std::string_view section : {"organisation", "", "strategy"}) {
      const Node from = section.empty() ? document.root() : document.root().find(section);
      if (!from || path.empty()) continue;
      const Reached reached = follow(from, path);
      if (reached.whole || reached.node != from) return reached.node;
    }
  }
  const Record& root = storage.organisation;
  return storage.documents[root.document].node(root.node);
}

}  // namespace

Node written_at(const Inventory::Storage& storage, const Record& record, std::string_view path) {
  if (record.shape == organisation_shape.id) return written_at_root(storage, path);
  const Reached reached = follow(storage.documents[record.document].node(record.node), path);
  if (reached.whole || record.shape != tool_shape.id || !values_of(storage.defaults)) return reached.node;
  const Record& defaults = storage.defaults;
  const Reached filled = follow(storage.documents[defaults.document].node(defaults.node), path);
  return filled.whole && !read(record, path).is_unknown() ? filled.node : reached.node;
}

Location location_of(const Inventory::Storage& storage, const Record& record, std::string_view path) {
  return written_at(storage, record, path).where();
}

}  // namespace model

Inventory::Inventory(std::unique_ptr<const Storage> storage) : storage_(std::move(storage)) {}
Inventory::Inventory(Inventory&&) noexcept = default;
Inventory& Inventory::operator=(Inventory&&) noexcept = default;
Inventory::~Inventory() = default;

const Record& Inventory::organisation() const { return storage_->organisation; }

std::span<const Record> Inventory::entities(EntityKind kind) const {
  if (kind == EntityKind::organisation) return {&storage_->organisation, 1};
  return storage_->list(kind).records;
}

bool Inventory::declared(EntityKind kind) const {
  return kind == EntityKind::organisation || storage_->list(kind).declared;
}

const Record* Inventory::find(EntityKind kind, std::string_view id) const {
  return storage_->list(kind).find(id);
}

const Record* Inventory::find(std::string_view text) const {
  const model::EntityName name = model::entity_name(text);
  if (!name.kind) return nullptr;
  return *name.kind == EntityKind::organisation ? &organisation() : find(*name.kind, name.id);
}

Currency Inventory::currency() const { return storage_->currency; }

std::optional<Decimal> Inventory::exchange_rate(Currency from) const {
  if (from == storage_->currency) return Decimal{1, 0};
  for (const auto& [currency, rate] : storage_->rates) {
    if (currency == from) return rate;
  }
  return std::nullopt;
}

Location Inventory::where(const Record& record, std::string_view path) const {
  return model::location_of(*storage_, record, path);
}

std::string Inventory::pointer(const Record& record, std::string_view path) const {
  const Node node = model::written_at(*storage_, record, path);
  const Document& own = storage_->documents[record.document];
  if (own.node(node.id()) == node) return own.pointer(node.id());
  for (const Document& document : storage_->documents) {
    if (document.node(node.id()) == node) return document.pointer(node.id());
  }
  return {};
}

std::span<const Waiver> Inventory::waivers() const { return storage_->waivers; }
std::span<const SourcePtr> Inventory::sources() const { return storage_->sources; }

}  // namespace martech_audit
