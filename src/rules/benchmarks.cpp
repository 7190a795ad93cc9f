#include "rules/benchmarks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"
#include "document/scalar.h"
#include "rules/read_value.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

void read_id(Node node, Benchmark& benchmark, Diagnostics& diagnostics) {
  if (read_identifier(node, diagnostics)) benchmark.id = node;
}

std::optional<double> number(Node node) {
  return node.is_scalar() ? real(node.text(), node.plain()) : std::nullopt;
}

void read_number(Node node, Benchmark& benchmark, Diagnostics& diagnostics) {
  if (number(node)) {
    benchmark.value = node;
  } else {
    diagnostics.error(node.where(), "'value' must be a number",
                      "write a number such as 0.5, without quotes; a share is 0.5, not 50%");
  }
}

void read_grade(Node node, Benchmark& benchmark, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "grade", benchmark_grades, diagnostics)) {
    benchmark.grade = benchmark_grades[*word];
  }
}

void read_items(Node node, BenchmarkFile& file, Diagnostics& diagnostics) {
  if (node.is_sequence()) {
    file.items = node;
  } else {
    diagnostics.error(node.where(), fmt::format("'items' must be a list, not {}", found(node)),
                      "start each benchmark with '- id: …'");
  }
}

constexpr FieldRow<BenchmarkFile> file_table[] = {
    {{"benchmarks", Form::text, true, "edition of the benchmarks, such as 2026.11"},
     read_member<&BenchmarkFile::edition>},
    {{"about", Form::text, false, "what the benchmarks cover, in one sentence"},
     read_member<&BenchmarkFile::about>},
    {{"items", Form::benchmarks, true, "the benchmarks"}, read_items},
};

constexpr FieldRow<Benchmark> benchmark_table[] = {
    {{"id", Form::identifier, true, "id used by packs"}, read_id},
    {{"value", Form::number, true, "the number; shares from 0 to 1"}, read_number},
    {{"says", Form::text, true, "what the number says, in one clause"}, read_member<&Benchmark::says>},
    {{"population", Form::text, false, "who was surveyed or measured"}, read_member<&Benchmark::population>},
    {{"source", Form::text, true, "who published it, and where"}, read_member<&Benchmark::source>},
    {{"edition", Form::text, false, "year or edition of the publication"}, read_member<&Benchmark::edition>},
    {{"url", Form::text, false, "where it was read"}, read_member<&Benchmark::url>},
    {{"grade", Form::grade, true,
      "A: original publication; B: reputable secondary source; C: vendor claim or "
      "single page"},
     read_grade},
};

}  // namespace

std::span<const FieldRow<BenchmarkFile>> benchmark_file_rows() { return file_table; }
std::span<const FieldRow<Benchmark>> benchmark_rows() { return benchmark_table; }

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
  BenchmarkFile file;
  read_fields<BenchmarkFile>(set.root(), "a set of benchmarks", file_table, file, diagnostics);
  if (!file.items) return;
  const std::size_t before = items_.size();
  for (const Node item : file.items) {
    Benchmark benchmark;
    benchmark.node = item;
    read_fields<Benchmark>(item, "a benchmark", benchmark_table, benchmark, diagnostics);
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
