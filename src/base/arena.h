// Arena: memory given back all at once. What Values, records and lists point into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace martech_audit {

class Arena {
 public:
  explicit Arena(std::size_t first_block = 4096) : next_size_(first_block) {}
  Arena(Arena&& other) noexcept { *this = std::move(other); }
  Arena& operator=(Arena&& other) noexcept {
    blocks_ = std::exchange(other.blocks_, {});
    at_ = std::exchange(other.at_, nullptr);  // or both would hand out the same bytes
    end_ = std::exchange(other.end_, nullptr);
    next_size_ = other.next_size_;
    return *this;
  }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // `count` default-constructed objects; only types that need no destructor.
  template <class T>
  std::span<T> make(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* first = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_default_construct_n(first, count);
    return {first, count};
  }

  // Memory for `count` objects, which whoever asks for it fills; what is never filled costs next to nothing.
  template <class T>
  std::span<T> reserve(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    return {static_cast<T*>(allocate(count * sizeof(T), alignof(T))), count};
  }

  template <class T>
  const T* copy(const T& object) {
    static_assert(std::is_trivially_copyable_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T(object);
  }

  template <class T>
  std::span<const T> copy(std::span<const T> objects) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (objects.empty()) return {};
    void* to = allocate(objects.size_bytes(), alignof(T));
    std::memcpy(to, objects.data(), objects.size_bytes());
    return {static_cast<const T*>(to), objects.size()};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    const auto kept = copy(std::span<const char>(text.data(), text.size()));
    return {kept.data(), kept.size()};
  }

  void* allocate(std::size_t size, std::size_t alignment) {
    const auto start = (reinterpret_cast<std::uintptr_t>(at_) + alignment - 1) & ~(alignment - 1);
    if (at_ == nullptr || start + size > reinterpret_cast<std::uintptr_t>(end_)) {
      return allocate_block(size, alignment);
    }
    at_ = reinterpret_cast<std::byte*>(start + size);
    return reinterpret_cast<void*>(start);
  }

  // Forgets everything; keeps the last block for what comes next.
  void reset() {
    if (blocks_.empty()) return;
    if (blocks_.size() > 1) blocks_.erase(blocks_.begin(), blocks_.end() - 1);
    at_ = blocks_.back().memory.get();
    end_ = at_ + blocks_.back().size;
  }

  // A place to go back to.
  struct Mark {
    std::size_t blocks = 0;
    std::byte* at = nullptr;
  };
  Mark mark() const { return {blocks_.size(), at_}; }

  // Forgets what was made since then.
  void rewind(const Mark& mark) {
    blocks_.resize(mark.blocks);
    at_ = mark.at;
    end_ = blocks_.empty() ? nullptr : blocks_.back().memory.get() + blocks_.back().size;
  }

  std::size_t bytes() const {
    std::size_t sum = 0;
    for (const Block& block : blocks_) sum += block.size;
    return sum;
  }

 private:
  static constexpr std::size_t largest_block = std::size_t{1} << 20;

  struct Block {
    std::unique_ptr<std::byte[]> memory = nullptr;
    std::size_t size = 0;
  };

  void* allocate_block(std::size_t size, std::size_t alignment) {
    std::size_t wanted = next_size_;
    if (wanted < size + alignment) wanted = size + alignment;
    if (next_size_ < largest_block) next_size_ *= 2;
    blocks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[wanted]), wanted});
    at_ = blocks_.back().memory.get();
    end_ = at_ + wanted;
    return allocate(size, alignment);
  }

  std::vector<Block> blocks_;
  std::byte* at_ = nullptr;
  std::byte* end_ = nullptr;
  std::size_t next_size_ = 4096;
};

}  // namespace martech_audit
