#include "audit/load.h"

#include <utility>

#include "document/document.h"
#include "model/reader.h"

namespace martech_audit {

std::optional<Inventory> load_inventory(const std::vector<SourcePtr>& sources, Diagnostics& diagnostics) {
  std::vector<Document> documents;
  for (const SourcePtr& source : sources) {
    std::optional<Document> document = read_document(source, diagnostics);
    if (document) documents.push_back(*std::move(document));
  }
  if (documents.size() < sources.size()) return std::nullopt;  // with a file missing, the rest would lie
  std::optional<Inventory> inventory = read_inventory(std::move(documents), diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return inventory;
}

}  // namespace martech_audit
