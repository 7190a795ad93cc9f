#include "import/record_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"
#include "document/document.h"
#include "document/scalar.h"
#include "import/header_names.h"

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

// A record whose list has the records that are meant.
struct Group {
  std::string_view list;  // the key of the list that it is in itself
  Node node;
};

struct RecordGroup {
  Node records;
  std::vector<Group> within;  // from the outermost
};

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

// RecordKeys, "data", "apps"; of each item of a list: "categories[]", "tools[]". The root itself has no name:
// "[]".
using Path = std::vector<std::string>;
constexpr std::string_view each = "[]";

Path split_path(std::string_view text) {
  Path path;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('.'), text.size());
    path.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return path;
}

// The records at a path, which are several lists where it leads through groups.
class RecordFinder {
 public:
  explicit RecordFinder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::vector<RecordGroup> find(Node root, const Path& path) {
    walk(root, path);
    if (groups_.empty() && !diagnostics_.has_errors()) report_none(root);
    return std::move(groups_);
  }

  std::vector<std::string> others;  // what stands beside the outermost list

 private:
  void walk(Node node, std::span<const std::string> path) {
    if (path.empty()) return add(node);
    std::string_view key = path.front();
    const bool through = key.ends_with(each);
    if (through) key.remove_suffix(each.size());
    Node list = node;
    if (!key.empty()) {
      list = within_.empty() ? member(node, key, diagnostics_) : node.find(key);
      if (!list) return;  // a group of nothing is none
      if (within_.empty()) list_others(node, key, others);
    }
    if (!through || path.size() == 1) return walk(list, path.subspan(1));
    if (!has_records(list)) return report_none(list);
    for (const Node group : list) {
      within_.push_back({key.empty() ? "group" : key, group});
      walk(group, path.subspan(1));
      within_.pop_back();
    }
  }

  void add(Node list) {
    if (has_records(list)) {
      groups_.push_back({list, within_});
    } else if (within_.empty() || list.size() > 0) {
      report_none(list);
    }
  }

  void report_none(Node node) {
    if (const Node other = not_a_record(node)) node = other;
    diagnostics_.error(node.where(), "this is not a list or mapping of records",
                       "name the list: records: path.to.list in a mapping, or records: groups[].items[]");
  }

  Diagnostics& diagnostics_;
  std::vector<Group> within_;
  std::vector<RecordGroup> groups_;
};

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
    here.emplace_back(value.key());
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

std::optional<Path> only_list(Node root, const TableOptions& options, Diagnostics& diagnostics) {
  if (root.is_mapping() && root.find("martech")) {
    diagnostics.error(root.where(), "this is already an inventory", "scan or validate it directly");
    return std::nullopt;
  }
  const bool is_map = is_record_map(root, options);
  if (is_record_list(root) || (is_map && root.size() > 1)) return Path();
  std::vector<Path> lists;
  Path here;
  find_lists(root, options, here, lists);
  if (lists.size() == 1) return lists.front();
  if (is_map && lists.empty()) return Path();
  if (const Node other = not_a_record(root)) {
    diagnostics.error(other.where(), "this item of the list is not a record of keys and values",
                      "write {name: …}, or leave it out");
    return std::nullopt;
  }
  diagnostics.error(
      root.where(),
      lists.empty() ? "there is no list of records here" : "there are several lists of records here",
      records_hint(lists));
  return std::nullopt;
}

Node at(Node node, const Path& path) {
  for (const std::string& key : path) node = node.find(key);
  return node;
}

// The one key under which each has a list of records; empty where there is no such key.
std::string_view key_of_lists(const std::vector<Node>& records) {
  std::string_view key;
  for (const Node record : records) {
    const auto is_list = [](Node value) { return is_record_list(value); };
    const auto list = std::find_if(record.begin(), record.end(), is_list);
    if (list == record.end() || std::count_if(record.begin(), record.end(), is_list) > 1) return {};
    if (!key.empty() && key != (*list).key()) return {};
    key = (*list).key();
  }
  return key;
}

bool is_name(std::string_view key) {
  const HeaderName* const meaning = read_heading(key).meaning;
  return meaning != nullptr && meaning->field == "name";
}

// Different keys with a single value, and those of all that mean something else than the name.
struct RecordKeys {
  std::set<std::string_view> single, known;
  bool has_name = false;

  RecordKeys(const std::vector<Node>& records, const TableOptions& options) {
    for (const Node record : records) {
      for (const Node value : record) {
        if (value.is_scalar()) single.insert(value.key());
        if (is_name(value.key())) {
          has_name = true;
        } else if (options.is_known_heading(value.key())) {
          known.insert(value.key());
        }
      }
    }
  }
};

// Categories of tools are no tools: where each record has a list of others that have names, and of which the
// same and more is said, those are meant.
Path innermost(Node root, Path path, const TableOptions& options) {
  const Node list = at(root, path);
  std::vector<Node> records(list.begin(), list.end());
  const RecordKeys outermost(records, options);
  Path here = path;
  for (auto key = key_of_lists(records); !key.empty(); key = key_of_lists(records)) {
    std::vector<Node> inner;
    for (const Node record : records) {
      const Node items = record.find(key);
      inner.insert(inner.end(), items.begin(), items.end());
    }
    here.empty() ? here.emplace_back(each) : here.back() += each;
    here.emplace_back(key);
    const RecordKeys inside(inner, options);
    if (std::ranges::includes(inside.known, outermost.known) &&
        inside.single.size() > outermost.single.size())
      path = here;
    records = std::move(inner);
  }
  return path;
}

}  // namespace

std::optional<RecordTable> read_record_list(const SourcePtr& source, const TableOptions& options,
                                            Diagnostics& diagnostics) {
  const auto document = read_document(source, diagnostics);
  if (!document || diagnostics.has_errors()) return std::nullopt;
  const Node root = document->root();
  std::optional<Path> path = split_path(options.records);
  if (path->empty()) path = only_list(root, options, diagnostics);
  if (!path) return std::nullopt;
  if (options.records.empty()) path = innermost(root, *std::move(path), options);
  RecordFinder finder(diagnostics);
  const std::vector<RecordGroup> groups = finder.find(root, *path);
  if (diagnostics.has_errors()) return std::nullopt;
  TableBuilder builder(options.rows);
  for (const RecordGroup& group : groups) builder.add(group);
  if (!builder.has_lines()) {
    diagnostics.error(groups.front().records.where(),
                      fmt::format("no record has a list of mappings '{}'", options.rows),
                      "name the list whose items are rows: rows: contracts in a mapping");
    return std::nullopt;
  }
  RecordTable table = std::move(builder).finish();
  table.banner = std::move(finder.others);
  if (options.records.empty() && !groups.front().within.empty())
    table.remarks.push_back(fmt::format("the records are those at {}", fmt::join(*path, ".")));
  return table;
}

}  // namespace martech_audit::import
