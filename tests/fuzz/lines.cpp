// Mutations of whole lines: single bytes seldom make a text of lines that means something else.
#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using Random = std::minstd_rand;
using Lines = std::vector<std::string>;
struct Block {
  Lines::iterator begin, end;
};

std::size_t below(std::size_t limit, Random& random) { return random() % limit; }

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::size_t indent(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

// A line and, half the times, all that is indented below it.
Block some_block(Lines& lines, Random& random) {
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size(), random));
  auto end = begin + 1;
  if (random() % 2 == 0) {
    while (end != lines.end() && indent(*end) > indent(*begin)) ++end;
  }
  return {begin, end};
}

std::string& some_line(Lines& lines, Random& random) { return lines[below(lines.size(), random)]; }

// Behind the colon or comma at which the value starts.
std::size_t value_of(const std::string& line) {
  const std::size_t at = std::min(line.find_first_of(":,"), line.size() - 1);
  return at + 1;
}

void erase(Lines& lines, Random& random) {
  const Block block = some_block(lines, random);
  lines.erase(block.begin, block.end);
}

void insert(Lines& lines, const Lines& block, Random& random) {
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size() + 1, random)), block.begin(),
               block.end());
}

void copy(Lines& lines, Random& random) {
  const Block block = some_block(lines, random);
  insert(lines, Lines(block.begin, block.end), random);
}

void swap(Lines& lines, Random& random) { std::swap(some_line(lines, random), some_line(lines, random)); }

void take_value(Lines& lines, Random& random) {
  const std::string from = some_line(lines, random);
  std::string& to = some_line(lines, random);
  to = to.substr(0, value_of(to)) + from.substr(value_of(from));
}

void shift(Lines& lines, Random& random) {
  const Block block = some_block(lines, random);
  const bool out = random() % 2 == 0;
  for (auto line = block.begin; line != block.end; ++line) {
    out ? line->erase(0, std::min<std::size_t>(indent(*line), 2)) : line->insert(0, 2, ' ');
  }
}

std::size_t put(const Lines& lines, std::uint8_t* data, std::size_t max_size) {
  std::string text;
  for (const std::string& line : lines) text += line;
  text.resize(std::min(text.size(), max_size));
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  constexpr std::array changes{erase, copy, swap, take_value, shift};
  Random random(seed);
  Lines lines = lines_of({reinterpret_cast<const char*>(data), size});
  if (lines.size() < 2 || random() % 2 == 0) return LLVMFuzzerMutate(data, size, max_size);
  changes[below(changes.size(), random)](lines, random);
  return put(lines, data, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t one_size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t max_size, unsigned seed) {
  Random random(seed);
  Lines lines = lines_of({reinterpret_cast<const char*>(one), one_size});
  Lines others = lines_of({reinterpret_cast<const char*>(other), other_size});
  if (others.empty()) return put(lines, out, max_size);
  const Block block = some_block(others, random);
  insert(lines, Lines(block.begin, block.end), random);
  return put(lines, out, max_size);
}
