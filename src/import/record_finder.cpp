#include "import/record_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"
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

// Keys, "data", "apps"; of each item of a list: "categories[]", "tools[]". The root itself has no name:
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
      within_.push_back({std::string(key.empty() ? "group" : key), group});
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

bool is_record_list(Node node) { return node.is_sequence() && has_records(node); }

std::optional<FoundRecords> find_records(Node root, const TableOptions& options, Diagnostics& diagnostics) {
  std::optional<Path> path = split_path(options.records);
  if (path->empty()) path = only_list(root, options, diagnostics);
  if (!path) return std::nullopt;
  if (options.records.empty()) path = innermost(root, *std::move(path), options);
  RecordFinder finder(diagnostics);
  std::vector<RecordGroup> groups = finder.find(root, *path);
  if (diagnostics.has_errors()) return std::nullopt;
  return FoundRecords{std::move(groups), std::move(finder.others), fmt::format("{}", fmt::join(*path, "."))};
}

}  // namespace martech_audit::import
