// Places of a saved report: the lines that it quotes, put back where they stood, so that what points at bytes
// of a text has a text to point at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/source.h"

namespace martech_audit::saved {

// The byte at which column `column` of the line begins; the end for one beyond it.
std::size_t byte_of(std::string_view line, std::uint32_t column);

class Places {
 public:
  // `where` is set by settle(), and must stay where it is until then.
  void add(const Place& place, Location& where) { wanted_.push_back({place, &where}); }

  // Whether the files that the places are in could be files: a place may name any line.
  bool fit() const;

  // Makes a text of each file that places are in; lines that nothing quotes are empty.
  std::vector<SourcePtr> settle() const;

 private:
  struct Wanted {
    Place place;
    Location* where;
  };
  std::vector<Wanted> wanted_;
};

}  // namespace martech_audit::saved
