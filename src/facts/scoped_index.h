// Finds tools by capability and scope without comparing each with each.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "martech_audit/value.h"

namespace martech_audit::facts {

// Lists of overlapping tools stop here; nobody reads on, and whole ones would grow with the square of the
// inventory.
inline constexpr std::size_t listed_peers = 10;

// A scope of more regions or teams than this counts as everywhere.
inline constexpr std::size_t widest_scope = 16;

// What a tool's scope says, in numbers that stand for texts. An empty list: nothing, which meets everything.
struct Scope {
  enum Dimension : std::size_t { regions, teams, audience, dimensions };
  std::array<std::vector<std::uint32_t>, dimensions> values;
};

// Numbers the texts of scopes.
class Scopes {
 public:
  Scope read(const Record& tool);
  // Whether any scope read so far says something in the dimension.
  bool uses(Scope::Dimension dimension) const { return used_[dimension]; }

 private:
  void add(Scope& scope, Scope::Dimension dimension, std::string_view text);

  Arena memory_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::array<bool, Scope::dimensions> used_{};
};

// A tool as the index keeps it. Ranks are those of overlap.h, from 0.
struct Entry {
  std::uint32_t tool;
  std::uint32_t rank;
  std::uint32_t contract;  // tools of one contract have the same number
};

// Every tool is entered under each combination of what its scope names, and of "anything" in each dimension;
// a search asks for the combinations that meet its own scope. A place keeps the first tools of each contract
// and no more than a search can list, so that the work for a tool depends on its own scope alone.
class ScopedIndex {
 public:
  explicit ScopedIndex(const Scopes& scopes) : scopes_(scopes) {}

  // In the order of ranks.
  void enter(std::uint32_t capability, const Scope& scope, const Entry& entry);

  // Adds to `found` the tools with the capability whose scope meets this one, the first of each place; some
  // may be added twice.
  void search(std::uint32_t capability, const Scope& scope, std::vector<Entry>& found) const;

  // Whether such a tool has another rank.
  bool has_other(std::uint32_t capability, const Scope& scope, std::uint32_t rank) const;

 private:
  using Key = std::array<std::uint32_t, 1 + Scope::dimensions>;

  // What was entered under a key, the last first, as numbers of links; 0 is none.
  struct Place {
    Key key{};
    std::uint32_t newest = 0;
    std::uint32_t count = 0;
  };
  struct Link {
    Entry entry;
    std::uint32_t older;
  };

  // A hash table without nodes: what a large stack asks for is in no cache, and each step would be a wait.
  class Places {
   public:
    Place& at(const Key& key);  // made where there is none
    const Place* find(const Key& key) const;

   private:
    static std::size_t hash(const Key& key);
    // Where the key is or could be put, in a table that is not full.
    static std::size_t locate(const std::vector<Place>& table, const Key& key);
    void grow();

    std::vector<Place> table_;  // empty or a power of two; empty ones have no entries
    std::size_t used_ = 0;
  };

  enum class Purpose : std::uint8_t { enter, search };

  // What to look under in one dimension.
  struct Choices {
    std::array<std::uint32_t, widest_scope + 2> values;
    std::size_t count = 0;
    void add(std::uint32_t value) { values[count++] = value; }
    const std::uint32_t* begin() const { return values.data(); }
    const std::uint32_t* end() const { return values.data() + count; }
  };

  void keep(Place& place, const Entry& entry);
  Choices choices(const Scope& scope, Scope::Dimension dimension, Purpose purpose) const;
  template <class Use>
  void for_each_key(std::uint32_t capability, const Scope& scope, Purpose purpose, Use use) const;

  const Scopes& scopes_;
  Places places_;
  std::vector<Link> links_ = std::vector<Link>(1);  // number 0 stands for none
};

}  // namespace martech_audit::facts
