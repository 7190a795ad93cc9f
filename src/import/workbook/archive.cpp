#include "import/workbook/archive.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/workbook/limits.h"

namespace martech_audit::import {

// Where minizip reads.
struct Archive::Memory {
  std::string_view bytes;
  std::uint64_t at = 0;
};

struct Archive::Entry {
  unz64_file_pos place{};
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
  std::uint64_t begin = 0;  // of the packed bytes; 0 where its own header is damaged
};

struct Archive::Zip {
  unzFile file = nullptr;
};

namespace {

constexpr std::size_t piece = std::size_t{64} << 10;

// How minizip reads from memory; `Memory` is private to the archive.
template <class Memory>
zlib_filefunc64_def memory_functions(Memory& memory) {
  zlib_filefunc64_def functions{};
  functions.opaque = &memory;
  functions.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; };
  functions.zread_file = [](voidpf opaque, voidpf, void* buffer, uLong size) {
    auto& from = *static_cast<Memory*>(opaque);
    const std::uint64_t left = from.bytes.size() - std::min<std::uint64_t>(from.at, from.bytes.size());
    const auto count = std::min<std::uint64_t>(size, left);
    if (count > 0) std::memcpy(buffer, from.bytes.data() + from.at, count);
    from.at += count;
    return static_cast<uLong>(count);
  };
  functions.zwrite_file = [](voidpf, voidpf, const void*, uLong) { return uLong{0}; };
  functions.ztell64_file = [](voidpf opaque, voidpf) { return ZPOS64_T{static_cast<Memory*>(opaque)->at}; };
  functions.zseek64_file = [](voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
    auto& from = *static_cast<Memory*>(opaque);
    const std::uint64_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                               : origin == ZLIB_FILEFUNC_SEEK_CUR ? from.at
                                                                  : from.bytes.size();
    if (base + offset > from.bytes.size() || base + offset < base) return -1L;
    from.at = base + offset;
    return 0L;
  };
  functions.zclose_file = [](voidpf, voidpf) { return 0; };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  return functions;
}

// "xl\Workbook.xml" and "/xl/workbook.xml" name one part.
std::string entry_key(std::string_view name) {
  std::string key = lower_ascii(name);
  std::replace(key.begin(), key.end(), '\\', '/');
  return key.substr(std::min(key.find_first_not_of('/'), key.size()));
}

std::string shown_name(std::string_view name) { return shorten(escape_controls(name), 60); }

Refusal damaged() {
  return refusal("this file is damaged or not complete: it cannot be unpacked",
                 "copy or download it again, or open it in a spreadsheet program and save it again");
}

}  // namespace

Archive::Archive(std::string_view bytes)
    : memory_(std::make_unique<Memory>(Memory{bytes})), zip_(std::make_unique<Zip>()) {}

Archive::~Archive() {
  if (zip_->file != nullptr) unzClose(zip_->file);
}

Refusal Archive::open() {
  zlib_filefunc64_def functions = memory_functions(*memory_);
  zip_->file = unzOpen2_64("", &functions);
  unz_global_info64 info{};
  if (zip_->file == nullptr || unzGetGlobalInfo64(zip_->file, &info) != UNZ_OK) return damaged();
  if (info.number_entry > workbook_limits::entries) {
    return refusal(fmt::format("this archive has {} entries; the maximum of a workbook is {}",
                               grouped(info.number_entry), grouped(workbook_limits::entries)),
                   save_again);
  }
  for (std::uint64_t i = 0; i < info.number_entry; ++i) {
    const int moved = i == 0 ? unzGoToFirstFile(zip_->file) : unzGoToNextFile(zip_->file);
    if (moved != UNZ_OK) return damaged();
    if (Refusal wrong = add_entry()) return wrong;
  }
  return check_overlap();
}

Refusal Archive::add_entry() {
  constexpr std::size_t longest = 1024;
  constexpr uLong encrypted = 1;
  std::array<char, longest> name{};
  unz_file_info64 info{};
  Entry entry;
  if (unzGetCurrentFileInfo64(zip_->file, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) !=
          UNZ_OK ||
      unzGetFilePos64(zip_->file, &entry.place) != UNZ_OK) {
    return damaged();
  }
  if ((info.flag & encrypted) != 0) {
    return refusal("this archive is protected with a password", "unpack it, and import what is in it");
  }
  if (info.size_filename >= longest) return damaged();
  entry.packed = info.compressed_size;
  entry.unpacked = info.uncompressed_size;
  int method = 0;
  int level = 0;
  if (unzOpenCurrentFile2(zip_->file, &method, &level, 1) == UNZ_OK) {
    entry.begin = unzGetCurrentFileZStreamPos64(zip_->file);
    unzCloseCurrentFile(zip_->file);
  }
  const std::string_view written(name.data(), info.size_filename);
  if (!entries_.emplace(entry_key(written), entry).second) {
    return refusal(fmt::format("this archive has two entries '{}'", shown_name(written)), save_again);
  }
  return {};
}

// Entries that share their bytes make much of little.
Refusal Archive::check_overlap() const {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
  for (const auto& [name, entry] : entries_) {
    if (entry.begin > 0 && entry.packed > 0) ranges.emplace_back(entry.begin, entry.packed);
  }
  std::sort(ranges.begin(), ranges.end());
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto [begin, size] = ranges[i];
    if (begin + size < begin || begin + size > memory_->bytes.size()) return damaged();
    if (i + 1 < ranges.size() && begin + size > ranges[i + 1].first) {
      return refusal("entries of this archive overlap, which no program writes", save_again);
    }
  }
  return {};
}

std::size_t Archive::size() const { return memory_->bytes.size(); }

bool Archive::has(std::string_view name) const { return entries_.contains(entry_key(name)); }

bool Archive::has_folder(std::string_view folder) const {
  const auto at = entries_.lower_bound(folder);
  return at != entries_.end() && at->first.starts_with(folder);
}

Refusal Archive::check_size(std::string_view name, const Entry& entry) {
  namespace limit = workbook_limits;
  constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
  if (entry.unpacked > limit::part_size) {
    return refusal(fmt::format("'{}' unpacks to {} MiB; the maximum is {} MiB", shown_name(name),
                               grouped(entry.unpacked / mebibyte), limit::part_size / mebibyte),
                   "keep only the list of tools, or export the sheet as 'CSV UTF-8'");
  }
  if (entry.unpacked > limit::ratio_from && entry.unpacked / limit::ratio > entry.packed) {
    return refusal(fmt::format("'{}' unpacks to more than {} times its size, as no sheet does",
                               shown_name(name), limit::ratio),
                   save_again);
  }
  unpacked_ += entry.unpacked;
  if (unpacked_ > limit::parts_size) {
    return refusal(
        fmt::format("the sheets unpack to more than {} MiB together", limit::parts_size / mebibyte),
        "keep only the sheet with the list of tools, or export it as 'CSV UTF-8'");
  }
  return {};
}

Refusal Archive::read(std::string_view name, const std::function<bool(std::string_view)>& take) {
  const auto found = entries_.find(entry_key(name));
  if (found == entries_.end()) {
    return refusal(fmt::format("this workbook lacks its part '{}'", shown_name(name)), save_again);
  }
  const Entry& entry = found->second;
  if (Refusal wrong = check_size(name, entry)) return wrong;
  if (unzGoToFilePos64(zip_->file, &entry.place) != UNZ_OK || unzOpenCurrentFile(zip_->file) != UNZ_OK) {
    return damaged();
  }
  std::vector<char> buffer(piece);
  bool wanted = true;
  int count = 0;
  do {  // minizip hands out no more than the declared size, and checks the sum of the bytes at the end
    count = unzReadCurrentFile(zip_->file, buffer.data(), static_cast<unsigned>(buffer.size()));
    if (count > 0) wanted = take({buffer.data(), static_cast<std::size_t>(count)});
  } while (wanted && count > 0);
  const bool ended = unztell64(zip_->file) == entry.unpacked;
  const int closed = unzCloseCurrentFile(zip_->file);
  if (wanted && (count < 0 || !ended || closed != UNZ_OK)) return damaged();
  return {};
}

}  // namespace martech_audit::import
