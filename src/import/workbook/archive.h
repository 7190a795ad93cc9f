// A ZIP archive in memory: its entries by name, unpacked piece by piece within a budget. Nothing is ever
// written to disk, so that names are only names.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "import/workbook/refusal.h"

namespace martech_audit::import {

class Archive {
 public:
  // The bytes must outlive it.
  explicit Archive(std::string_view bytes);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // Reads the directory. Refused: no archive or part of one, too many entries, a name twice, entries that
  // share bytes, encryption.
  Refusal open();

  std::size_t size() const;  // of the file, in bytes

  // Names are compared without regard to case, as those of parts of a workbook are.
  bool has(std::string_view name) const;
  // Whether there is an entry in the folder: "word/".
  bool has_folder(std::string_view folder) const;

  // Hands the bytes of an entry on, until `take` says false. Refused: an entry that is absent, damaged or
  // larger than the budget has left.
  Refusal read(std::string_view name, const std::function<bool(std::string_view)>& take);

 private:
  struct Entry;
  struct Memory;
  struct Zip;

  Refusal add_entry();
  Refusal check_overlap() const;
  Refusal check_size(std::string_view name, const Entry& entry);

  std::unique_ptr<Memory> memory_;
  std::unique_ptr<Zip> zip_;
  std::map<std::string, Entry, std::less<>> entries_;  // by name in lower case
  std::uint64_t unpacked_ = 0;
};

}  // namespace martech_audit::import
