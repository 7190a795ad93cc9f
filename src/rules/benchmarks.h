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
#include "record/hand_forms.h"
#include "rules/words.h"

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

struct BenchmarkValue {
  Node& node;
};

struct BenchmarkFile {
  std::string edition;
  std::string about;
  std::vector<Benchmark> items;
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

}  // namespace rules

// ---- what may be written in a set of benchmarks
// -------------------------------------------------------------

template <>
struct record::Fields<rules::BenchmarkFile> {
  static constexpr std::string_view noun = "a set of benchmarks";

  template <class V>
  static void of(V& visit, rules::BenchmarkFile& file) {
    visit("benchmarks", file.edition, "edition of the benchmarks, such as 2026.11");
    visit.optional("about", file.about, "what the benchmarks cover, in one sentence");
    visit("items", file.items, "the benchmarks");
  }
};

template <>
struct record::Fields<rules::Benchmark> {
  static constexpr std::string_view noun = "a benchmark";
  static constexpr auto place = &rules::Benchmark::node;

  template <class V>
  static void of(V& visit, rules::Benchmark& benchmark) {
    visit("id", identifier(benchmark.id), "id used by packs");
    visit("value", rules::BenchmarkValue{benchmark.value}, "the number; shares from 0 to 1");
    visit("says", benchmark.says, "what the number says, in one clause");
    visit.optional("population", benchmark.population, "who was surveyed or measured");
    visit("source", benchmark.source, "who published it, and where");
    visit.optional("edition", benchmark.edition, "year or edition of the publication");
    visit.optional("url", benchmark.url, "where it was read");
    visit("grade", Choice<std::string>{"grade", rules::benchmark_grades, benchmark.grade},
          "A: original publication; B: reputable secondary source; C: vendor claim or single page");
  }
};

template <>
struct record::Form<rules::BenchmarkValue> : Plain {
  static constexpr const char* type = "number";
  static void read(const HandReader& from, Node node, const rules::BenchmarkValue& of);
};

}  // namespace martech_audit
