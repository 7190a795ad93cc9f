// A ZIP archive of stored entries, as small as one can be, to build workbooks in a test.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace martech_audit::tests {

class ZipWriter {
 public:
  struct Entry {
    std::string name;
    std::string bytes;
    std::uint16_t flags = 0;
    std::uint32_t declared = 0;  // what it claims to unpack to, where that is not its size
  };

  ZipWriter& add(Entry entry) {
    offsets_.push_back(static_cast<std::uint32_t>(out_.size()));
    out_ += "PK\x03\x04" + header(entry) + entry.name + entry.bytes;
    entries_.push_back(std::move(entry));
    return *this;
  }

  // The directory calls it by where the first one stands: both share its bytes.
  ZipWriter& add_sharing_bytes_of_first(const std::string& name) {
    Entry entry = entries_.front();
    entry.name = name;
    offsets_.push_back(offsets_.front());
    entries_.push_back(std::move(entry));
    return *this;
  }

  std::string text() const {
    std::string directory;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      directory += "PK\x01\x02" + number(20, 2) + header(entries_[i]) + number(0, 2) + number(0, 2) +
                   number(0, 2) + number(0, 4) + number(offsets_[i], 4) + entries_[i].name;
    }
    return out_ + directory + "PK\x05\x06" + number(0, 4) + number(entries_.size(), 2) +
           number(entries_.size(), 2) + number(directory.size(), 4) + number(out_.size(), 4) + number(0, 2);
  }

 private:
  static std::string number(std::uint64_t value, std::size_t size) {
    std::string bytes;
    for (; size > 0; --size, value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
    return bytes;
  }

  // What the entry and its line of the directory have in common.
  static std::string header(const Entry& entry) {
    const std::uint64_t size = entry.declared == 0 ? entry.bytes.size() : entry.declared;
    return number(20, 2) + number(entry.flags, 2) + number(0, 2) + number(0, 4) +
           number(checksum(entry.bytes), 4) + number(entry.bytes.size(), 4) + number(size, 4) +
           number(entry.name.size(), 2) + number(0, 2);
  }

  static std::uint32_t checksum(std::string_view bytes) {
    constexpr std::uint32_t polynomial = 0xEDB88320;
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
      sum ^= static_cast<unsigned char>(byte);
      for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? polynomial : 0);
    }
    return ~sum;
  }

  std::string out_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> offsets_;
};

}  // namespace martech_audit::tests
