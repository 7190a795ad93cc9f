#include "import/record_list.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"
#include "document/document.h"
#include "document/scalar.h"

namespace martech_audit::import {
namespace {

bool has_records(Node node) {
  if (node.size() == 0) return false;
  for (const Node item : node) {
    if (!item.is_mapping()) return false;
  }
  return true;
}

Node not_a_record(Node list) {
  if (!list.is_sequence()) return {};
  for (const Node item : list) {
    if (!item.is_mapping()) return item;
  }
  return {};
}

bool is_record_list(Node node) { return node.is_sequence() && has_records(node); }

// "{to: crm, kind: api}", "[a, b]": values too deep for columns of their own.
std::string flow_text(Node node) {
  if (!node.is_mapping() && !node.is_sequence()) return std::string(node.text());
  std::string text;
  for (const Node value : node) {
    text += text.empty() ? "" : ", ";
    text += node.is_mapping() ? fmt::format("{}: {}", value.key(), flow_text(value)) : flow_text(value);
  }
  return node.is_mapping() ? "{" + text + "}" : "[" + text + "]";
}

bool is_flat(Node mapping) {
  for (const Node value : mapping) {
    if (value.size() > 0) return false;
  }
  return true;
}

std::vector<CellRecord> records_of(Node list) {
  std::vector<CellRecord> records;
  if (!is_record_list(list)) return records;
  for (const Node item : list) {
    if (!is_flat(item)) return {};
    CellRecord& record = records.emplace_back();
    for (const Node value : item) {
      if (!value.is_null()) record.emplace_back(value.key(), trim(value.text()));
    }
  }
  return records;
}

Cell cell_of(Node node) {
  if (node.is_null()) return {{}, node.where()};
  Cell cell{std::string(trim(node.text())), node.where()};
  cell.plain = node.is_scalar() && node.plain() &&
               (boolean(node.text(), true) || integer(node.text(), true) || decimal(node.text(), true));
  if (!node.is_sequence()) return cell;
  for (const Node item : node)
    cell.text += fmt::format("{}{}", cell.text.empty() ? "" : "\n", flow_text(item));
  cell.records = records_of(node);
  return cell;
}

class TableBuilder {
 public:
  explicit TableBuilder(std::string rows) : list_(std::move(rows)) {}

  void add(Node record) {
    lines_ = {};
    cells_.clear();
    if (record.has_key()) add_key(record);
    add_members(record, "");
    ++records_;
    if (!lines_) return add_row(record, std::move(cells_));
    auto said = std::exchange(cells_, {});
    for (const Node line : lines_) {
      cells_ = said;
      add_members(line, list_ + ".");
      add_row(line, std::move(cells_));
      for (auto& [column, cell] : said) cell.repeated = true;
    }
  }

  bool has_lines() const { return list_.empty() || found_lines_; }

  RecordTable finish() && { return std::move(table_); }

 private:
  void add_key(Node record) {
    table_.keyed = true;
    cells_.emplace(column("key", record), Cell{std::string(trim(record.key())), record.key_where()});
  }

  void add_row(Node at, std::map<std::size_t, Cell>&& cells) {
    RecordRow& row = table_.rows.emplace_back(RecordRow{{}, at.where(), records_});
    for (auto& [column, cell] : cells) {
      if (cell.text.empty()) continue;
      cell.column = column;
      row.cells.push_back(std::move(cell));
    }
  }

  void add_members(Node mapping, const std::string& prefix) {
    for (const Node value : mapping) {
      const std::string name = prefix + std::string(value.key());
      if (value.is_mapping() && value.size() > 0) {
        add_members(value, name + ".");
      } else if (name == list_ && is_record_list(value)) {
        lines_ = value;
        found_lines_ = true;
      } else {
        add_cell(name, value);
      }
    }
  }

  // A key "a.b" beside "b" below "a" has a column of its own.
  void add_cell(const std::string& name, Node value) {
    std::size_t at = column(name, value);
    for (std::size_t copy = 2; cells_.contains(at); ++copy)
      at = column(fmt::format("{} ({})", name, copy), value);
    cells_.emplace(at, cell_of(value));
  }

  std::size_t column(const std::string& name, Node value) {
    const auto [at, is_new] = index_.try_emplace(name, table_.columns.size());
    if (is_new) table_.columns.push_back({name, value.key_where()});
    return at->second;
  }

  std::string list_;  // path of the records' own list, whose items are rows
  Node lines_;        // that list in the record at hand
  bool found_lines_ = false;
  std::size_t records_ = 0;
  RecordTable table_;
  std::map<std::string, std::size_t> index_;
  std::map<std::size_t, Cell> cells_;
};

Node member(Node node, std::string_view key, Diagnostics& diagnostics) {
  if (const Node found = node.is_mapping() ? node.find(key) : Node()) return found;
  std::vector<std::string_view> keys;
  for (const Node value : node) {
    if (value.has_key()) keys.push_back(value.key());
  }
  diagnostics.error(node.where(), fmt::format("there is no '{}' at the path of the records", key),
                    did_you_mean(key, keys));
  return {};
}

std::string size_text(Node node) {
  if (node.is_scalar()) return std::string(trim(node.text()));
  const bool one = node.size() == 1;
  return fmt::format("{} {}", node.size(),
                     node.is_mapping() ? (one ? "key" : "keys") : (one ? "item" : "items"));
}

// "exported: 2026-11-01", "invoices: 12 items"
void list_others(Node mapping, std::string_view key, std::vector<std::string>& others) {
  for (const Node value : mapping) {
    if (value.key() != key && !value.is_null())
      others.push_back(fmt::format("{}: {}", value.key(), size_text(value)));
  }
}

using Path = std::vector<std::string_view>;  // of keys

Path split_path(std::string_view text) {
  Path path;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('.'), text.size());
    path.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return path;
}

Node list_at(Node root, const Path& path, std::vector<std::string>& others, Diagnostics& diagnostics) {
  Node node = root;
  for (const std::string_view key : path) {
    const Node outer = node;
    node = member(node, key, diagnostics);
    if (!node) return {};
    list_others(outer, key, others);
  }
  if (has_records(node)) return node;
  if (const Node other = not_a_record(node)) node = other;
  diagnostics.error(node.where(), "this is not a list or mapping of records",
                    "name the list: records: path.to.list in a mapping");
  return {};
}

// {"salesforce": {"owner": …}, …}; a mapping of other things has hardly any usual heading in most members.
bool is_record_map(Node node, const TableOptions& options) {
  if (!node.is_mapping() || !has_records(node)) return false;
  std::size_t known = 0;
  for (const Node record : node) {
    const auto is_known = [&](Node value) { return options.is_known_heading(value.key()); };
    if (std::any_of(record.begin(), record.end(), is_known)) ++known;
  }
  return known * 2 > node.size();
}

// Through mappings inside mappings; what stands in a list of records is theirs.
void find_lists(Node mapping, const TableOptions& options, Path& here, std::vector<Path>& found) {
  if (!mapping.is_mapping()) return;
  for (const Node value : mapping) {
    here.push_back(value.key());
    if (is_record_list(value) || is_record_map(value, options)) {
      found.push_back(here);
    } else {
      find_lists(value, options, here, found);
    }
    here.pop_back();
  }
}

std::string records_hint(const std::vector<Path>& lists) {
  std::vector<std::string> texts;
  texts.reserve(lists.size());
  for (const Path& path : lists) texts.push_back(fmt::format("records: {}", fmt::join(path, ".")));
  if (texts.empty()) texts.push_back("records: path.to.list");
  return fmt::format("name the one to import in a mapping: {}", fmt::join(texts, ", or "));
}

Node only_list(Node root, const TableOptions& options, std::vector<std::string>& others,
               Diagnostics& diagnostics) {
  if (root.is_mapping() && root.find("martech")) {
    diagnostics.error(root.where(), "this is already an inventory", "scan or validate it directly");
    return {};
  }
  const bool is_map = is_record_map(root, options);
  if (is_record_list(root) || (is_map && root.size() > 1)) return root;
  std::vector<Path> lists;
  Path here;
  find_lists(root, options, here, lists);
  if (lists.size() == 1) return list_at(root, lists.front(), others, diagnostics);
  if (is_map && lists.empty()) return root;
  if (const Node other = not_a_record(root)) {
    diagnostics.error(other.where(), "this item of the list is not a record of keys and values",
                      "write {name: …}, or leave it out");
    return {};
  }
  diagnostics.error(
      root.where(),
      lists.empty() ? "there is no list of records here" : "there are several lists of records here",
      records_hint(lists));
  return {};
}

}  // namespace

std::optional<RecordTable> read_record_list(const SourcePtr& source, const TableOptions& options,
                                            Diagnostics& diagnostics) {
  const auto document = read_document(source, diagnostics);
  if (!document || diagnostics.has_errors()) return std::nullopt;
  const Node root = document->root();
  std::vector<std::string> others;
  const Node list = options.records.empty() ? only_list(root, options, others, diagnostics)
                                            : list_at(root, split_path(options.records), others, diagnostics);
  if (!list) return std::nullopt;
  TableBuilder builder(options.rows);
  for (const Node record : list) builder.add(record);
  if (!builder.has_lines()) {
    diagnostics.error(list.where(), fmt::format("no record has a list of mappings '{}'", options.rows),
                      "name the list whose items are rows: rows: contracts in a mapping");
    return std::nullopt;
  }
  RecordTable table = std::move(builder).finish();
  table.banner = std::move(others);
  return table;
}

}  // namespace martech_audit::import
