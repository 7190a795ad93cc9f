// Names made unique by numbers: "notes", "notes-2", "notes-3".
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace martech_audit::import {

// Remembers which number each name has come to, so that many equal ones take no longer than others.
class UniqueNames {
 public:
  void take(std::string name) { taken_.insert(std::move(name)); }

  // `name`, or the first of `numbered(2)`, `numbered(3)`, … that is free.
  template <class Numbered>
  std::string add(const std::string& name, Numbered numbered) {
    if (taken_.insert(name).second) return name;
    std::size_t& number = numbers_.try_emplace(name, 1).first->second;
    std::string other = numbered(++number);
    while (!taken_.insert(other).second) other = numbered(++number);
    return other;
  }

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace martech_audit::import
