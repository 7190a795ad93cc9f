// Tree: how a Document lies in memory. Written by the readers, read through Node (document.h).
//
// Nodes stand in pre-order, twelve bytes each. A mapping's members are two nodes in a row, the key (always a
// scalar) and the value. Texts are slices of the source wherever the source spells them out; others lie in
// `side`.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/source.h"

namespace martech_audit {

// Offsets fit: no document is longer than limits::file_size.
constexpr std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

enum class RecordKind : std::uint8_t { null, scalar, sequence, mapping, alias };

class NodeRecord {
 public:
  constexpr NodeRecord(std::uint32_t begin_, std::uint32_t head_, std::uint32_t tail_)
      : begin(begin_), head(head_), tail(tail_) {}
  constexpr NodeRecord(RecordKind kind, std::uint32_t begin_, bool plain = false)
      : begin(begin_), head(static_cast<std::uint32_t>(kind) | (plain ? plain_bit : 0)), tail(0) {}

  constexpr RecordKind kind() const { return static_cast<RecordKind>(head & kind_bits); }
  constexpr bool is_container() const {
    return kind() == RecordKind::sequence || kind() == RecordKind::mapping;
  }
  constexpr bool is_plain() const { return (head & plain_bit) != 0; }
  constexpr bool is_key() const { return (head & key_bit) != 0; }
  constexpr bool is_side() const { return (head & side_bit) != 0; }
  constexpr std::uint32_t count() const { return head >> count_shift; }

  constexpr void mark_key() { head |= key_bit; }
  constexpr void mark_side() { head |= side_bit; }
  constexpr void close(std::uint32_t count, std::uint32_t end) {
    head |= count << count_shift;
    tail = end;
  }

  static constexpr std::uint32_t kind_bits = 7;
  static constexpr std::uint32_t plain_bit = 8;
  static constexpr std::uint32_t key_bit = 16;
  static constexpr std::uint32_t side_bit = 32;
  static constexpr std::uint32_t count_shift = 6;

  std::uint32_t begin;  // byte of the source where the value starts: its quote, bracket, dash or first key
  std::uint32_t head;   // kind, the three bits, and the number of items or members
  // Scalar: length of the text, or with side_bit the number in `sides`. Sequence and mapping: the node after
  // the last one inside. Alias: the node it stands for.
  std::uint32_t tail;

  friend bool operator==(const NodeRecord&, const NodeRecord&) = default;
};
static_assert(sizeof(NodeRecord) == 12);

// A text that the source does not spell out byte by byte (escapes, folded lines): a slice of `side`.
struct SideText {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
  friend bool operator==(const SideText&, const SideText&) = default;
};

struct Tree {
  SourcePtr source;
  std::span<const NodeRecord> nodes;
  std::span<const SideText> sides;
  std::string_view side;

  // What the three views above look at, unless it is constant data of the program (an embedded document).
  std::vector<NodeRecord> own_nodes;
  std::vector<SideText> own_sides;
  std::string own_side;

  // Members of large mappings that are not in the tree, their keys being given again (TreeBuilder).
  std::size_t members_left_out = 0;

  // Where each child of a large container starts, made when a pointer into it is first asked for; threads may
  // ask at once.
  struct ChildIndex {
    std::uint32_t container = 0;
    std::vector<std::uint32_t> starts;
  };
  mutable std::mutex indexing;
  mutable std::deque<ChildIndex> child_indexes;

  const NodeRecord& record(std::uint32_t id) const { return nodes[id]; }
  std::uint32_t resolve(std::uint32_t id) const {
    return nodes[id].kind() == RecordKind::alias ? nodes[id].tail : id;
  }
  // The node after `id` and all that is inside it.
  std::uint32_t after(std::uint32_t id) const { return nodes[id].is_container() ? nodes[id].tail : id + 1; }

  // The text of a scalar or null.
  std::string_view text(const NodeRecord& scalar) const {
    if (scalar.is_side()) return side.substr(sides[scalar.tail].begin, sides[scalar.tail].length);
    const std::string_view all = source->text();
    const bool quoted = scalar.kind() == RecordKind::scalar && is_quote(all[scalar.begin]);
    return {all.data() + scalar.begin + (quoted ? 1 : 0), scalar.tail};
  }

  static bool is_quote(char c) { return c == '"' || c == '\''; }
};

}  // namespace martech_audit
