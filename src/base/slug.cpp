#include <algorithm>
#include <array>

#include "base/text.h"

namespace martech_audit {
namespace {

struct Fold {
  char32_t first;
  char32_t last;
  std::string_view to;  // empty: drop the character
};

// Sorted. Latin-1, Latin Extended-A, the horned and comma letters of Vietnamese and Romanian, combining
// marks, and the rest of Vietnamese.
constexpr std::array folds{
    Fold{0xC0, 0xC5, "a"},     Fold{0xC6, 0xC6, "ae"},    Fold{0xC7, 0xC7, "c"},
    Fold{0xC8, 0xCB, "e"},     Fold{0xCC, 0xCF, "i"},     Fold{0xD0, 0xD0, "d"},
    Fold{0xD1, 0xD1, "n"},     Fold{0xD2, 0xD6, "o"},     Fold{0xD8, 0xD8, "o"},
    Fold{0xD9, 0xDC, "u"},     Fold{0xDD, 0xDD, "y"},     Fold{0xDE, 0xDE, "th"},
    Fold{0xDF, 0xDF, "ss"},    Fold{0xE0, 0xE5, "a"},     Fold{0xE6, 0xE6, "ae"},
    Fold{0xE7, 0xE7, "c"},     Fold{0xE8, 0xEB, "e"},     Fold{0xEC, 0xEF, "i"},
    Fold{0xF0, 0xF0, "d"},     Fold{0xF1, 0xF1, "n"},     Fold{0xF2, 0xF6, "o"},
    Fold{0xF8, 0xF8, "o"},     Fold{0xF9, 0xFC, "u"},     Fold{0xFD, 0xFD, "y"},
    Fold{0xFE, 0xFE, "th"},    Fold{0xFF, 0xFF, "y"},     Fold{0x100, 0x105, "a"},
    Fold{0x106, 0x10D, "c"},   Fold{0x10E, 0x111, "d"},   Fold{0x112, 0x11B, "e"},
    Fold{0x11C, 0x123, "g"},   Fold{0x124, 0x127, "h"},   Fold{0x128, 0x131, "i"},
    Fold{0x132, 0x133, "ij"},  Fold{0x134, 0x135, "j"},   Fold{0x136, 0x138, "k"},
    Fold{0x139, 0x142, "l"},   Fold{0x143, 0x14B, "n"},   Fold{0x14C, 0x151, "o"},
    Fold{0x152, 0x153, "oe"},  Fold{0x154, 0x159, "r"},   Fold{0x15A, 0x161, "s"},
    Fold{0x162, 0x167, "t"},   Fold{0x168, 0x173, "u"},   Fold{0x174, 0x175, "w"},
    Fold{0x176, 0x178, "y"},   Fold{0x179, 0x17E, "z"},   Fold{0x17F, 0x17F, "s"},
    Fold{0x1A0, 0x1A1, "o"},   Fold{0x1AF, 0x1B0, "u"},   Fold{0x218, 0x219, "s"},
    Fold{0x21A, 0x21B, "t"},   Fold{0x300, 0x36F, ""},    Fold{0x1E9E, 0x1E9E, "ss"},
    Fold{0x1EA0, 0x1EB7, "a"}, Fold{0x1EB8, 0x1EC7, "e"}, Fold{0x1EC8, 0x1ECB, "i"},
    Fold{0x1ECC, 0x1EE3, "o"}, Fold{0x1EE4, 0x1EF1, "u"}, Fold{0x1EF2, 0x1EF9, "y"},
};

const Fold* find_fold(char32_t code_point) {
  const auto* fold = std::lower_bound(folds.begin(), folds.end(), code_point,
                                      [](const Fold& f, char32_t c) { return f.last < c; });
  return fold != folds.end() && fold->first <= code_point ? fold : nullptr;
}

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string slug(std::string_view text) {
  const std::string lower = lower_ascii(text);
  std::string out;
  for (std::size_t at = 0; at < lower.size();) {
    const char first = lower[at];
    const char32_t code_point = next_code_point(lower, at);
    if (is_plain(first)) {
      out += first;
    } else if (const Fold* fold = find_fold(code_point)) {
      out += fold->to;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  if (out.ends_with('-')) out.pop_back();
  return out.empty() ? "unnamed" : out;
}

std::vector<std::string> slug_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string spelt = slug(text);
  for (std::size_t begin = 0; begin <= spelt.size();) {
    const std::size_t end = std::min(spelt.find('-', begin), spelt.size());
    words.push_back(spelt.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace martech_audit
