#include <fmt/format.h>

#include "document/document.h"
#include "document/limits.h"
#include "document/text_check.h"
#include "document/tree_checks.h"
#include "document/yaml_reader.h"

namespace martech_audit {

std::optional<Document> read_document(SourcePtr source, Diagnostics& diagnostics) {
  if (source->text().size() > limits::file_size) {
    diagnostics.error({source.get(), 0, 0},
                      fmt::format("the file is larger than {} MiB", limits::file_size >> 20),
                      "split it into several files");
    return std::nullopt;
  }
  if (!check_text(*source, diagnostics)) return std::nullopt;
  auto tree = read_yaml(source, diagnostics);
  if (!tree) return std::nullopt;
  check_keys(*tree, diagnostics);
  return Document(std::move(tree));
}

}  // namespace martech_audit
