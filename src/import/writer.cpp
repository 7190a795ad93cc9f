#include "import/writer.h"

#include <algorithm>
#include <set>

#include "base/dates.h"
#include "document/yaml_writer.h"
#include "model/field_table.h"

namespace martech_audit::import {
namespace {

// Texts of several lines end as lines do, so that they can stand as a block.
void write(YamlWriter& yaml, const Scalar& scalar) {
  if (scalar.plain) {
    yaml.plain(scalar.text);
  } else if (scalar.text.find('\n') != scalar.text.npos) {
    yaml.text(scalar.text + '\n');
  } else {
    yaml.text(scalar.text);
  }
}

void write(YamlWriter& yaml, const FieldValue& value) {
  if (!value.list) return write(yaml, value.items.front());
  yaml.begin_sequence();
  for (const Scalar& item : value.items) write(yaml, item);
  yaml.end_sequence();
}

// Connections stand under their tool as {to: …}.
void write_connections(YamlWriter& yaml, const FieldValue& value) {
  yaml.begin_sequence();
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    yaml.begin_mapping().key("to");
    write(yaml, value.items[i]);
    for (const FieldValue& detail : value.details[i]) {
      yaml.key(detail.path);
      write(yaml, detail);
    }
    yaml.end_mapping();
  }
  yaml.end_sequence();
}

bool has_below(const Draft& draft, const std::string& prefix) {
  const auto at = draft.fields.lower_bound(prefix);
  return at != draft.fields.end() && at->first.starts_with(prefix);
}

void write_fields(YamlWriter& yaml, const Shape& shape, const std::string& prefix, const Draft& draft) {
  for (const Field& field : shape.fields) {
    const std::string path = prefix + std::string(field.name);
    if (const auto value = draft.fields.find(path); value != draft.fields.end()) {
      if (path == "name" && !draft.suggestion.empty()) yaml.comment(draft.suggestion);
      yaml.key(field.name);
      field.in_place ? write_connections(yaml, value->second) : write(yaml, value->second);
    } else if (field.kind == FieldKind::block && !field.list && has_below(draft, path + ".")) {
      yaml.key(field.name).begin_mapping();
      write_fields(yaml, *field.block, path + ".", draft);
      yaml.end_mapping();
    }
  }
}

void write_draft(YamlWriter& yaml, const Draft& draft, EntityKind kind) {
  yaml.begin_mapping();
  write_fields(yaml, shape_of(kind), "", draft);
  for (const auto& [path, value] : draft.fields) {
    if (!path.starts_with("x-")) continue;
    yaml.key(path);
    write(yaml, value);
  }
  for (const auto& [column, entry] : draft.kept) {
    yaml.key(entry.first);
    write(yaml, entry.second);
  }
  yaml.end_mapping();
}

void write_list(YamlWriter& yaml, const std::vector<Draft>& drafts, EntityKind kind) {
  yaml.key(kind == EntityKind::ledger ? "ledger" : "tools").begin_sequence();
  for (const Draft& draft : drafts) write_draft(yaml, draft, kind);
  yaml.end_sequence();
}

std::set<std::string, std::less<>> currencies_of(const std::vector<Draft>& drafts) {
  std::set<std::string, std::less<>> codes;
  for (const Draft& draft : drafts) {
    for (const auto& [path, value] : draft.fields) {
      if (path == "currency" || path.ends_with(".currency")) codes.insert(value.items[0].text);
    }
  }
  return codes;
}

void write_rates(YamlWriter& yaml, const std::vector<ExchangeRate>& rates, const std::vector<Draft>& drafts) {
  const auto needed = currencies_of(drafts);
  const auto is_needed = [&](const ExchangeRate& rate) { return needed.contains(rate.from.code()); };
  if (std::none_of(rates.begin(), rates.end(), is_needed)) return;
  yaml.key("exchange_rates").begin_mapping();
  for (const ExchangeRate& rate : rates) {
    if (!is_needed(rate)) continue;
    yaml.key(rate.from.code()).begin_mapping().key("rate").plain(rate.rate.to_string());
    if (rate.as_of) yaml.key("as_of").plain(to_string(*rate.as_of));
    yaml.end_mapping();
  }
  yaml.end_mapping();
}

void write_declarations(YamlWriter& yaml, const std::vector<Declaration>& declarations) {
  const Declaration* before = nullptr;
  for (const Declaration& declaration : declarations) {
    if (before != nullptr && before->kind != declaration.kind) yaml.end_sequence();
    if (before == nullptr || before->kind != declaration.kind)
      yaml.key(model::list_name(declaration.kind)).begin_sequence();
    const std::string_view naming = declaration.kind == EntityKind::tool ? "name" : "title";
    yaml.begin_mapping().key("id").text(declaration.id).key(naming).text(declaration.title).end_mapping();
    before = &declaration;
  }
  if (before != nullptr) yaml.end_sequence();
}

}  // namespace

std::string write_inventory(const Head& head, const std::vector<Draft>& drafts,
                            const std::vector<Declaration>& declarations, EntityKind kind,
                            const std::vector<Draft>& payments) {
  YamlWriter yaml;
  yaml.comment(head.comment).begin_mapping().key("martech").plain("1");
  yaml.key("organisation").begin_mapping().key("name").text(head.organisation);
  yaml.key("currency").text(head.currency.code());
  write_rates(yaml, head.rates, drafts);
  yaml.end_mapping();
  write_declarations(yaml, declarations);
  write_list(yaml, drafts, kind);
  if (!payments.empty()) write_list(yaml, payments, EntityKind::ledger);
  yaml.end_mapping();
  return std::move(yaml).finish();
}

}  // namespace martech_audit::import
