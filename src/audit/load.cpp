#include "audit/load.h"

#include <utility>

#include "document/document.h"
#include "model/reader.h"

namespace martech_audit {

std::optional<Inventory> load_inventory(const std::vector<SourcePtr>& sources, Diagnostics& diagnostics,
                                        std::span<const WaiverFile> waivers) {
  std::vector<Document> documents;
  for (const SourcePtr& source : sources) {
    std::optional<Document> document = read_document(source, diagnostics);
    if (document) documents.push_back(*std::move(document));
  }
  std::vector<WaiverDocument> beside;
  for (const WaiverFile& file : waivers) {
    std::optional<Document> document = file.parsed
                                           ? Document(std::static_pointer_cast<const Tree>(file.parsed))
                                           : read_document(file.source, diagnostics);
    if (document) beside.push_back({*std::move(document), file.is_configuration});
  }
  // With a file missing, the rest would lie.
  if (documents.size() < sources.size() || beside.size() < waivers.size()) return std::nullopt;
  std::optional<Inventory> inventory = read_inventory(std::move(documents), diagnostics, std::move(beside));
  if (diagnostics.has_errors()) return std::nullopt;
  return inventory;
}

}  // namespace martech_audit
