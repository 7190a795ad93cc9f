// Benchmarks: published numbers with who published them, when, and how well that was read. Thresholds of
// packs and references of rules go back to them by id.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "rules/field_row.h"

namespace martech_audit {
namespace rules {

struct Benchmark {
  Node node, id, value;
  std::string says;        // the number in its words, one clause
  std::string population;  // who was asked; may be empty
  std::string source;
  std::string edition;  // empty: undated
  std::string url;
  std::string grade;      // A: the publisher's words were read, B: a restatement was, C: a vendor's claim
  bool replaces = false;  // an item of an earlier set that had another value
};

// "Zylo SaaS Management Index 2025: organisations add 33% of their applications in a year (grade A)"
std::string source_text(const Benchmark& benchmark);

// Sets laid over each other: of two items of one id the one of the later set counts.
class Benchmarks {
 public:
  // Faults are reported at their places; what is right can be found all the same.
  Benchmarks(std::span<const Document> sets, Diagnostics& diagnostics);

  // Null where there is none of that id. What is found counts as used.
  const Benchmark* find(std::string_view id);
  std::vector<std::string_view> ids() const;

  // Warns of items in sets behind the first that nothing found: nothing goes back to them.
  void report_unused(Diagnostics& diagnostics) const;

 private:
  void read(const Document& set, bool is_first, Diagnostics& diagnostics);

  std::vector<Benchmark> items_;                             // in the order of sets
  std::unordered_map<std::string_view, std::size_t> by_id_;  // the item that counts
  std::vector<bool> is_pinned_;                              // an item each: it is of a set behind the first
  std::set<std::string, std::less<>> used_;
};

// The benchmark that the node names; reports one that does not exist.
const Benchmark* find_benchmark(Node name, Benchmarks& benchmarks, Diagnostics& diagnostics);

struct BenchmarkFile {
  std::string edition;
  std::string about;
  Node items;
};

std::span<const FieldRow<BenchmarkFile>> benchmark_file_rows();
std::span<const FieldRow<Benchmark>> benchmark_rows();

}  // namespace rules
}  // namespace martech_audit
