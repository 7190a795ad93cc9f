#include <fmt/format.h>

#include "document/block_reader.h"
#include "document/document.h"
#include "document/json_reader.h"
#include "document/limits.h"
#include "document/text_check.h"
#include "document/tree_checks.h"
#include "document/yaml_reader.h"

namespace martech_audit {
namespace {

bool is_json_name(std::string_view name) { return name.ends_with(".json"); }

bool may_be_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && (text[first] == '{' || text[first] == '[');
}

std::shared_ptr<const Tree> read_tree(const SourcePtr& source, Diagnostics& diagnostics) {
  if (is_json_name(source->name())) return read_json(source, diagnostics);
  if (may_be_json(source->text())) {
    Diagnostics not_json;
    if (auto tree = read_json(source, not_json)) return tree;
  }
  if (auto tree = read_block_style(source)) return tree;
  return read_yaml(source, diagnostics);
}

}  // namespace

std::optional<Document> read_document(const SourcePtr& source, Diagnostics& diagnostics) {
  if (source->text().size() > limits::file_size) {
    diagnostics.error({source, 0, 0}, fmt::format("the file is larger than {} MiB", limits::file_size >> 20),
                      "split it into several files");
    return std::nullopt;
  }
  if (!check_text(source, diagnostics)) return std::nullopt;
  auto tree = read_tree(source, diagnostics);
  if (!tree) return std::nullopt;
  check_keys(*tree, diagnostics);
  return Document(std::move(tree));
}

}  // namespace martech_audit
