#include "import/record_list.h"

#include <fmt/format.h>

#include <map>

#include "base/edit_distance.h"
#include "base/text.h"
#include "document/document.h"
#include "document/scalar.h"

namespace martech_audit::import {
namespace {

bool is_record_list(Node node) {
  if (!node.is_sequence() || node.size() == 0) return false;
  for (const Node item : node) {
    if (!item.is_mapping()) return false;
  }
  return true;
}

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

Cell cell_of(Node node) {
  if (node.is_null()) return {{}, node.where(), false};
  Cell cell{std::string(trim(node.text())), node.where(), false};
  cell.plain = node.is_scalar() && node.plain() &&
               (boolean(node.text(), true) || integer(node.text(), true) || decimal(node.text(), true));
  if (!node.is_sequence()) return cell;
  for (const Node item : node)
    cell.text += fmt::format("{}{}", cell.text.empty() ? "" : "\n", flow_text(item));
  return cell;
}

class TableBuilder {
 public:
  void add(Node record) {
    cells_.clear();
    add_members(record, "");
    table_.rows.push_back({{}, record.where(), table_.rows.size() + 1});
    rows_.push_back(std::move(cells_));
  }

  RecordTable finish() && {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      RecordRow& row = table_.rows[i];
      row.cells.resize(table_.columns.size(), Cell{{}, row.where, false});
      for (auto& [column, cell] : rows_[i]) row.cells[column] = std::move(cell);
    }
    return std::move(table_);
  }

 private:
  void add_members(Node mapping, const std::string& prefix) {
    for (const Node value : mapping) {
      const std::string name = prefix + std::string(value.key());
      if (value.is_mapping() && value.size() > 0) {
        add_members(value, name + ".");
      } else {
        cells_.insert_or_assign(column(name, value), cell_of(value));
      }
    }
  }

  std::size_t column(const std::string& name, Node value) {
    const auto [at, is_new] = index_.try_emplace(name, table_.columns.size());
    if (is_new) table_.columns.push_back({name, value.key_where()});
    return at->second;
  }

  RecordTable table_;
  std::map<std::string, std::size_t> index_;
  std::map<std::size_t, Cell> cells_;
  std::vector<std::map<std::size_t, Cell>> rows_;
};

Node member(Node node, std::string_view key, Diagnostics& diagnostics) {
  if (const Node found = node.is_mapping() ? node.find(key) : Node()) return found;
  std::vector<std::string_view> keys;
  for (const Node value : node) {
    if (value.has_key()) keys.push_back(value.key());
  }
  diagnostics.error(node.where(),
                    fmt::format("there is no '{}' here, where the path of the records leads", key),
                    did_you_mean(key, keys));
  return {};
}

Node list_at(Node root, std::string_view path, Diagnostics& diagnostics) {
  Node node = root;
  while (!path.empty() && node) {
    const std::size_t end = std::min(path.find('.'), path.size());
    node = member(node, path.substr(0, end), diagnostics);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  if (!node || is_record_list(node)) return node;
  diagnostics.error(node.where(), "this is not a list of mappings",
                    "name the list: records: path.to.list in a mapping");
  return {};
}

Node only_list(Node root, Diagnostics& diagnostics) {
  if (is_record_list(root)) return root;
  std::vector<Node> lists;
  for (const Node value : root) {
    if (is_record_list(value)) lists.push_back(value);
  }
  if (root.is_mapping() && root.find("martech")) {
    diagnostics.error(root.where(), "this is an inventory already", "scan or validate it as it is");
    return {};
  }
  if (lists.size() == 1) return lists.front();
  diagnostics.error(
      root.where(),
      lists.empty() ? "there is no list of records here" : "there are several lists of records here",
      "name the one to import: records: path.to.list in a mapping");
  return {};
}

}  // namespace

std::optional<RecordTable> read_record_list(const SourcePtr& source, std::string_view path,
                                            Diagnostics& diagnostics) {
  const auto document = read_document(source, diagnostics);
  if (!document || diagnostics.has_errors()) return std::nullopt;
  const Node root = document->root();
  const Node list = path.empty() ? only_list(root, diagnostics) : list_at(root, path, diagnostics);
  if (!list) return std::nullopt;
  TableBuilder builder;
  for (const Node record : list) builder.add(record);
  return std::move(builder).finish();
}

}  // namespace martech_audit::import
