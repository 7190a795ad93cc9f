#include "audit/packs.h"

#include <algorithm>
#include <string_view>

#include "document/document.h"
#include "embedded/built_in_benchmarks.h"
#include "embedded/built_in_packs.h"

namespace martech_audit {
namespace {

std::string_view pack_id(const PackDocument& pack) {
  const Node id = pack.document.root().find("pack");
  return id && id.is_scalar() ? id.text() : std::string_view();
}

// The built-in packs but those that one of `given` stands for.
std::vector<PackDocument> others_built_in(const std::vector<PackDocument>& given) {
  std::vector<PackDocument> packs = built_in_packs();
  std::erase_if(packs, [&](const PackDocument& built_in) {
    const auto same = [&](const PackDocument& other) { return pack_id(other) == pack_id(built_in); };
    return std::any_of(given.begin(), given.end(), same);
  });
  return packs;
}

std::vector<PackDocument> pack_documents(const AuditOptions& options, Namesake namesake,
                                         Diagnostics& diagnostics) {
  std::vector<PackDocument> given;
  for (const SourcePtr& source : options.packs) {
    std::optional<Document> document = read_document(source, diagnostics);
    if (document) given.push_back({*std::move(document), false});
  }
  std::vector<PackDocument> packs;
  if (options.built_in_packs) {
    packs = namesake == Namesake::stands_in ? others_built_in(given) : built_in_packs();
  }
  packs.insert(packs.end(), given.begin(), given.end());
  return packs;
}

}  // namespace

const std::vector<PackDocument>& built_in_packs() {
  static const std::vector<PackDocument> packs = [] {
    std::vector<PackDocument> read;
    for (const EmbeddedDocument& image : embedded::built_in_packs()) {
      read.push_back({Document::from_image(image), true});
    }
    return read;
  }();
  return packs;
}

std::vector<Document> benchmark_sets(const AuditOptions& options, Diagnostics& diagnostics) {
  std::vector<Document> sets{Document::from_image(embedded::built_in_benchmarks().front())};
  if (!options.benchmarks) return sets;
  std::optional<Document> given = read_document(options.benchmarks, diagnostics);
  if (given) sets.push_back(*std::move(given));
  return sets;
}

std::optional<RuleSet> load_rules(const AuditOptions& options, Diagnostics& diagnostics, Namesake namesake) {
  const std::vector<PackDocument> packs = pack_documents(options, namesake, diagnostics);
  const std::vector<Document> benchmarks = benchmark_sets(options, diagnostics);
  const RuleSettings settings{options.rules, options.params, all_facts(), benchmarks};
  std::optional<RuleSet> rules = load_packs(packs, settings, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return rules;
}

}  // namespace martech_audit
