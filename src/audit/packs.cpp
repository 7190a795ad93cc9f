#include "audit/packs.h"

#include "document/document.h"
#include "embedded/built_in_packs.h"

namespace martech_audit {

std::vector<PackDocument> built_in_packs() {
  std::vector<PackDocument> packs;
  for (const EmbeddedDocument& image : embedded::built_in_packs()) {
    packs.push_back({Document::from_image(image), true});
  }
  return packs;
}

std::vector<PackDocument> pack_documents(const AuditOptions& options, Diagnostics& diagnostics) {
  std::vector<PackDocument> packs;
  if (options.built_in_packs) packs = built_in_packs();
  for (const SourcePtr& source : options.packs) {
    std::optional<Document> document = read_document(source, diagnostics);
    if (document) packs.push_back({*std::move(document), false});
  }
  return packs;
}

std::optional<RuleSet> load_rules(const AuditOptions& options, Diagnostics& diagnostics) {
  const std::vector<PackDocument> packs = pack_documents(options, diagnostics);
  const RuleSettings settings{options.rules, options.params, all_facts()};
  std::optional<RuleSet> rules = load_packs(packs, settings, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return rules;
}

}  // namespace martech_audit
