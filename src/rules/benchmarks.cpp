#include "rules/benchmarks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"
#include "document/scalar.h"

namespace martech_audit::rules {
namespace {

std::optional<double> number(Node node) {
  return node.is_scalar() ? real(node.text(), node.plain()) : std::nullopt;
}

}  // namespace

std::string source_text(const Benchmark& benchmark) {
  std::string text = benchmark.source;
  text += benchmark.edition.empty() ? ", undated" : " " + benchmark.edition;
  if (!benchmark.population.empty()) text += fmt::format(" ({})", benchmark.population);
  return fmt::format("{}: {} (grade {})", text, benchmark.says, benchmark.grade);
}

Benchmarks::Benchmarks(std::span<const Document> sets, Diagnostics& diagnostics) {
  for (const Document& set : sets) read(set, &set == sets.data(), diagnostics);
}

void Benchmarks::read(const Document& set, bool is_first, Diagnostics& diagnostics) {
  auto file = record::read_by_hand<BenchmarkFile>(set.root(), diagnostics);
  const std::size_t before = items_.size();
  for (Benchmark& benchmark : file.items) {
    if (!benchmark.id) continue;
    const auto [at, is_new] = by_id_.try_emplace(benchmark.id.text(), items_.size());
    if (!is_new) {
      const Benchmark& other = items_[at->second];
      if (at->second >= before) {
        diagnostics.error(benchmark.id.where(),
                          fmt::format("benchmark '{}' is given twice", benchmark.id.text()),
                          "keep one of the two");
        diagnostics.note(other.id.where(), "first given here");
        continue;
      }
      benchmark.replaces = benchmark.value && other.value && number(benchmark.value) != number(other.value);
      at->second = items_.size();
    }
    items_.push_back(std::move(benchmark));
    is_pinned_.push_back(!is_first);
  }
}

const Benchmark* Benchmarks::find(std::string_view id) {
  const auto at = by_id_.find(id);
  if (at == by_id_.end()) return nullptr;
  used_.emplace(id);
  return &items_[at->second];
}

std::vector<std::string_view> Benchmarks::ids() const {
  std::vector<std::string_view> ids;
  for (const Benchmark& benchmark : items_) ids.push_back(benchmark.id.text());
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

void Benchmarks::report_unused(Diagnostics& diagnostics) const {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const std::string_view id = items_[i].id.text();
    if (!is_pinned_[i] || used_.contains(id)) continue;
    diagnostics.warning(items_[i].id.where(), fmt::format("no rule uses benchmark '{}'", id), [&] {
      return did_you_mean(id, std::vector<std::string_view>(used_.begin(), used_.end()));
    });
  }
}

const Benchmark* find_benchmark(Node name, Benchmarks& benchmarks, Diagnostics& diagnostics) {
  const Benchmark* found = benchmarks.find(name.text());
  if (found == nullptr) {
    diagnostics.error(name.where(), fmt::format("unknown benchmark '{}'", name.text()), [&] {
      const std::string hint = did_you_mean(name.text(), benchmarks.ids());
      return hint.empty() ? "see `martech-audit rules list --params`" : hint;
    });
  }
  return found;
}

}  // namespace martech_audit::rules

void martech_audit::record::Form<martech_audit::rules::BenchmarkValue>::read(
    const HandReader& from, Node node, const rules::BenchmarkValue& of) {
  if (rules::number(node)) {
    of.node = node;
  } else {
    from.diagnostics().error(node.where(), "'value' must be a number",
                             "write a number such as 0.5, without quotes; a share is 0.5, not 50%");
  }
}
