#include "facts/overlap.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "base/slots.h"
#include "facts/context.h"
#include "facts/contracts.h"
#include "facts/data_flows.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/keeping.h"
#include "facts/lifecycle.h"
#include "facts/scoped_index.h"
#include "facts/seen.h"
#include "facts/spend.h"

namespace martech_audit::facts {
namespace {

constexpr std::uint32_t any_capability = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t primary_slot = *model::tool_capability_shape.index_of("primary");

struct ToolCapabilities {
  std::vector<const Record*> all;
  std::vector<const Record*> core;
};

ToolCapabilities capabilities_of(const Record& tool) {
  ToolCapabilities found;
  Seen seen;
  std::vector<const Record*> unmarked;
  for (const Value& item : links_of(tool, tool_field::capabilities)) {
    const Record& entry = *item.as_record();
    if (!values_of(entry)[capability_slot].is(ValueKind::record)) continue;
    const Record* capability = values_of(entry)[capability_slot].as_record();
    if (!seen.insert(*capability)) continue;
    found.all.push_back(capability);
    const Value& primary = values_of(entry)[primary_slot];
    if (!primary.is(ValueKind::boolean)) {
      unmarked.push_back(capability);
    } else if (primary.as_boolean()) {
      found.core.push_back(capability);
    }
  }
  if (found.core.empty()) found.core = std::move(unmarked);
  return found;
}

// Numbers such that tools of one contract have the same one.
std::vector<std::uint32_t> number_contracts(const Context& context) {
  std::map<std::pair<std::string_view, std::int64_t>, std::uint32_t> numbers;
  std::vector<std::uint32_t> contracts;
  const auto tools = static_cast<std::uint32_t>(context.tools().size());
  for (const Record& tool : context.tools()) {
    const std::string_view vendor = text_of(tool, tool_field::vendor);
    const auto ends = contract_on(tool, context.today).ends;
    if (vendor.empty() || !ends) {
      contracts.push_back(tool.index);
      continue;
    }
    const auto next = tools + static_cast<std::uint32_t>(numbers.size());
    contracts.push_back(numbers.try_emplace({vendor, *ends}, next).first->second);
  }
  return contracts;
}

struct Ranked {
  const Record* tool;
  Merits merits;
};

// Active tools, the one to keep first.
std::vector<Ranked> ranked(const Context& context, const Spend& spend, const DataFlows& flows) {
  std::vector<Ranked> order;
  for (const Record& tool : context.tools()) {
    if (is_active(context, tool)) order.push_back({&tool, merits_of(context, spend, flows, tool)});
  }
  std::ranges::sort(order, [](const Ranked& a, const Ranked& b) {
    if (is_better(a.merits, b.merits)) return true;
    return !is_better(b.merits, a.merits) &&
           text_of(*a.tool, tool_field::id) < text_of(*b.tool, tool_field::id);
  });
  return order;
}

// House default: a migration that is to end later than this has no end in sight.
constexpr std::int64_t longest_migration_days = 365;

// Whether one names the other as meant to be there beside it today. A migration that has no end is none.
bool is_meant_beside(const Context& context, const Record& tool, const Record& other) {
  if (reference_of(tool, tool_field::relation_to) != &other) return false;
  const std::string_view kind = text_of(tool, tool_field::relation_kind);
  const Value& until = at(tool, tool_field::relation_until);
  if (!until.is(ValueKind::date)) return !kind.empty() && kind != "migration-from";
  const bool ends = kind != "migration-from" || until.as_integer() <= context.today + longest_migration_days;
  return !kind.empty() && !until.is_before() && until.as_integer() >= context.today && ends;
}

class OverlapFinder {
 public:
  OverlapFinder(const Context& context, const Spend& spend, const DataFlows& flows)
      : context_(context), core_(scopes_), all_(scopes_) {
    for (const Ranked& one : ranked(context, spend, flows)) {
      tools_.push_back(one.tool);
      merits_.push_back(one.merits);
    }
  }

  Overlap find() {
    read();
    clear();
    for (std::uint32_t rank = 0; rank < active_; ++rank) judge(rank);
    for (auto rank = active_; rank < tools_.size(); ++rank) judge_cover(rank);
    return std::move(overlap_);
  }

 private:
  // Tools that are not active come after all others; only they are not entered in the index.
  void read() {
    const auto contracts = number_contracts(context_);
    active_ = static_cast<std::uint32_t>(tools_.size());
    for (const Record& tool : context_.tools()) {
      if (!is_active(context_, tool)) tools_.push_back(&tool);
    }
    // In the order in which they lie in memory.
    std::vector<Scope> scopes;
    std::vector<ToolCapabilities> capabilities;
    for (const Record& tool : context_.tools()) {
      scopes.push_back(scopes_.read(tool));
      capabilities.push_back(capabilities_of(tool));
    }
    for (const Record* tool : tools_) {
      scope_.push_back(std::move(scopes[tool->index]));
      capabilities_.push_back(std::move(capabilities[tool->index]));
      contract_.push_back(contracts[tool->index]);
    }
    for (std::uint32_t rank = 0; rank < active_; ++rank) {
      const Entry entry{tools_[rank]->index, rank, contract_[rank]};
      if (is_silent(*tools_[rank])) all_.enter(any_capability, scope_[rank], entry);
      for (const Record* c : capabilities_[rank].core) core_.enter(c->index, scope_[rank], entry);
      for (const Record* c : capabilities_[rank].all) all_.enter(c->index, scope_[rank], entry);
    }
  }

  // Tools that are not active overlap with nothing.
  void clear() {
    const std::size_t count = context_.tools().size();
    for (auto* list : {&overlap_.shares_capability_with, &overlap_.duplicates, &overlap_.overlap_capabilities,
                       &overlap_.repeated_capabilities}) {
      list->assign(count, Value::list({}));
    }
    overlap_.covered_elsewhere.resize(count);
    overlap_.kept_for.assign(count, Value::string(""));
  }

  void judge_cover(std::uint32_t rank) {
    const Record& tool = *tools_[rank];
    Given given(tool);
    if (given.links(tool_field::capabilities).empty()) given.lacks(tool_field::capabilities);
    const bool is_comparable = static_cast<bool>(given);
    const bool covered = is_comparable && is_covered(rank);
    if (is_comparable && !covered) doubt(rank, active_, given);
    overlap_.covered_elsewhere[tool.index] = given ? Value::boolean(covered) : given.unknown(context_.memory);
  }

  // Whether a tool may have any capability, since it names none.
  static bool is_silent(const Record& tool) {
    return links_of(tool, tool_field::capabilities).empty() && !is_ruled_out(tool, tool_field::capabilities);
  }

  // Silent tools that rank before `end` may do what this one does.
  void doubt(std::uint32_t rank, std::uint32_t end, Given& given) const {
    std::vector<Entry> silent;
    all_.search(any_capability, scope_[rank], silent);
    std::erase_if(silent, [&](const Entry& entry) {
      return entry.rank >= end || entry.rank == rank || entry.contract == contract_[rank];
    });
    for (const Entry& entry : first_by_rank(std::move(silent))) {
      given.lacks(*tools_[entry.rank], tool_field::capabilities);
    }
  }

  void judge(std::uint32_t rank) {
    const Record& tool = *tools_[rank];
    judge_cover(rank);
    if (capabilities_[rank].all.empty()) return set_lists(tool, overlap_.covered_elsewhere[tool.index]);
    std::vector<Entry> peers;
    std::vector<const Record*> shared;
    std::vector<const Record*> repeated;
    for (const Record* capability : capabilities_[rank].core) {
      std::vector<Entry> found = peers_in(rank, *capability);
      if (found.empty()) continue;
      shared.push_back(capability);
      if (found.front().rank < rank) repeated.push_back(capability);
      peers.insert(peers.end(), found.begin(), found.end());
    }
    if (!peers.empty()) set_peers(rank, peers, shared, repeated);
    if (repeated.empty()) doubt_duplicates(rank);
  }

  void doubt_duplicates(std::uint32_t rank) {
    const Record& tool = *tools_[rank];
    Given given(tool);
    doubt(rank, rank, given);
    if (!given) overlap_.duplicates[tool.index] = given.unknown(context_.memory);
  }

  void set_lists(const Record& tool, Value value) {
    overlap_.shares_capability_with[tool.index] = value;
    overlap_.duplicates[tool.index] = value;
    overlap_.overlap_capabilities[tool.index] = value;
    overlap_.repeated_capabilities[tool.index] = value;
  }

  // The others of the same contract left out, by rank.
  std::vector<Entry> peers_in(std::uint32_t rank, const Record& capability) const {
    std::vector<Entry> found;
    core_.search(capability.index, scope_[rank], found);
    std::erase_if(found, [&](const Entry& entry) {
      return entry.rank == rank || entry.contract == contract_[rank] || are_meant(rank, entry.rank);
    });
    return first_by_rank(std::move(found));
  }

  bool are_meant(std::uint32_t a, std::uint32_t b) const {
    return is_meant_beside(context_, *tools_[a], *tools_[b]) ||
           is_meant_beside(context_, *tools_[b], *tools_[a]);
  }

  static std::vector<Entry> first_by_rank(std::vector<Entry> entries) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.rank < b.rank; });
    const auto end = std::unique(entries.begin(), entries.end(),
                                 [](const Entry& a, const Entry& b) { return a.rank == b.rank; });
    entries.erase(end, entries.end());
    if (entries.size() > listed_peers) entries.resize(listed_peers);
    return entries;
  }

  bool is_covered(std::uint32_t rank) const {
    const auto& all = capabilities_[rank].all;
    return std::all_of(all.begin(), all.end(), [&](const Record* capability) {
      return all_.has_other(capability->index, scope_[rank], rank);
    });
  }

  // The tools that rank higher come first, so both lists are one.
  void set_peers(std::uint32_t rank, std::vector<Entry> entries, const std::vector<const Record*>& shared,
                 const std::vector<const Record*>& repeated) {
    const std::uint32_t tool = tools_[rank]->index;
    const std::vector<Entry> peers = first_by_rank(std::move(entries));
    std::vector<Value> items;
    items.reserve(peers.size());
    for (const Entry& peer : peers) items.push_back(Value::record(tools_[peer.rank]));
    const Value list = context_.list(items);
    const auto higher =
        std::count_if(peers.begin(), peers.end(), [&](const Entry& e) { return e.rank < rank; });
    overlap_.shares_capability_with[tool] = list;
    overlap_.duplicates[tool] = Value::list(list.as_list().first(static_cast<std::size_t>(higher)));
    if (higher > 0)
      overlap_.kept_for[tool] = Value::string(why_kept(merits_[peers.front().rank], merits_[rank]));
    overlap_.overlap_capabilities[tool] = ids(shared);
    overlap_.repeated_capabilities[tool] = ids(repeated);
  }

  Value ids(const std::vector<const Record*>& capabilities) const {
    std::vector<Value> names;
    names.reserve(capabilities.size());
    for (const Record* capability : capabilities) names.push_back(at(*capability, capability_field::id));
    return context_.list(names);
  }

  const Context& context_;
  std::vector<const Record*> tools_;  // by rank, as all that follows
  std::vector<Merits> merits_;        // of the active ones
  std::uint32_t active_ = 0;          // so many of them
  std::vector<Scope> scope_;
  std::vector<ToolCapabilities> capabilities_;
  std::vector<std::uint32_t> contract_;
  Scopes scopes_;
  ScopedIndex core_;
  ScopedIndex all_;
  Overlap overlap_;
};

}  // namespace

Overlap derive_overlap(const Context& context, const Spend& spend, const DataFlows& flows) {
  return OverlapFinder(context, spend, flows).find();
}

Value tool_covered_elsewhere(const Context&, const Overlap& overlap, const Record& tool) {
  return overlap.covered_elsewhere[tool.index];
}

Value tool_duplicate_reason(const Context&, const Overlap& overlap, const Record& tool) {
  return overlap.kept_for[tool.index];
}

Value tool_duplicates(const Context&, const Overlap& overlap, const Record& tool) {
  return overlap.duplicates[tool.index];
}

Value tool_overlap_capabilities(const Context&, const Overlap& overlap, const Record& tool) {
  return overlap.overlap_capabilities[tool.index];
}

Value tool_repeated_capabilities(const Context&, const Overlap& overlap, const Record& tool) {
  return overlap.repeated_capabilities[tool.index];
}

Value tool_shares_capability_with(const Context&, const Overlap& overlap, const Record& tool) {
  return overlap.shares_capability_with[tool.index];
}

// Tools that name no capability leave it open whether there are more.
Value org_overlap_capabilities(const Context& context, const Overlap& overlap, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  std::vector<std::string_view> names;
  for (const Value& capabilities : overlap.overlap_capabilities) {
    if (capabilities.is_unknown()) continue;
    for (const Value& name : capabilities.as_list()) names.push_back(name.as_text());
  }
  return context.sorted_texts(std::move(names));
}

}  // namespace martech_audit::facts
