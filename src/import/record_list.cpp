#include "import/record_list.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/text.h"
#include "document/document.h"
#include "document/scalar.h"
#include "import/record_finder.h"

namespace martech_audit::import {
namespace {

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

  void add(const RecordGroup& group) {
    for (const Node record : group.records) {
      cells_.clear();
      for (const Group& outer : group.within) add_texts(outer);
      add(record);
    }
  }

  bool has_lines() const { return list_.empty() || found_lines_; }

  RecordTable finish() && { return std::move(table_); }

 private:
  void add(Node record) {
    lines_ = {};
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

  // What a group says beside its list.
  void add_texts(const Group& group) {
    for (const Node value : group.node) {
      if (!value.is_scalar()) continue;
      const std::size_t at = column(fmt::format("{}.{}", group.list, value.key()), value);
      cells_.insert_or_assign(at, cell_of(value));
    }
  }

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

}  // namespace

std::optional<RecordTable> read_record_list(const SourcePtr& source, const TableOptions& options,
                                            Diagnostics& diagnostics) {
  const auto document = read_document(source, diagnostics);
  if (!document || diagnostics.has_errors()) return std::nullopt;
  auto found = find_records(document->root(), options, diagnostics);
  if (!found) return std::nullopt;
  TableBuilder builder(options.rows);
  for (const RecordGroup& group : found->groups) builder.add(group);
  const RecordGroup& first = found->groups.front();
  if (!builder.has_lines()) {
    diagnostics.error(first.records.where(),
                      fmt::format("no record has a list of mappings '{}'", options.rows),
                      "name the list whose items are rows: rows: contracts in a mapping");
    return std::nullopt;
  }
  RecordTable table = std::move(builder).finish();
  table.banner = std::move(found->others);
  if (options.records.empty() && !first.within.empty())
    table.remarks.push_back(fmt::format("the records are those at {}", found->path));
  return table;
}

}  // namespace martech_audit::import
