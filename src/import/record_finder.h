// Where the records are in YAML or JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "import/record_table.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::import {

// A record whose list has the records that are meant.
struct Group {
  std::string list;  // the key of the list that it is in itself
  Node node;
};

// A list or mapping of records.
struct RecordGroup {
  Node records;
  std::vector<Group> within;  // from the outermost
};

struct FoundRecords {
  std::vector<RecordGroup> groups;  // several where the path leads through lists
  std::vector<std::string> others;  // what stands beside the outermost list: "exported: 2026-11-01"
  std::string path;                 // "categories[].tools"; empty for the root
};

// By options.records, or where read_record_list() looks without it. Nothing, with an error, where there are
// none.
std::optional<FoundRecords> find_records(Node root, const TableOptions& options, Diagnostics& diagnostics);

// Whether the node is a list of mappings, of one at least.
bool is_record_list(Node node);

}  // namespace martech_audit::import
