// The syntax tree of an expression. The parser makes it, the checker annotates it, the builder reads it;
// anyone may change it in between (nodes are plain data in the arena of their tree).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/arena.h"
#include "cel/function.h"
#include "cel/type.h"
#include "martech_audit/value.h"

namespace martech_audit::cel {

enum class NodeKind : std::uint8_t {
  literal,    // value
  name,       // name; `rooted` where it was written with a leading dot
  select,     // children[0].name; children[0].?name where `optional`
  operation,  // op over the children
  call,       // name(children…), or children[0].name(children[1]…) where `member`
  list,       // children, some an `optional_entry`
  map,        // key, value, key, value, …; keys may be an `optional_entry`
  macro,      // macro over the children, naming `variables`
};

enum class Operator : std::uint8_t {
  logical_or,  // two or more operands, as && is: chains are one node
  logical_and,
  logical_not,
  conditional,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  negate,
  index,
  optional_index,
};

// `==`, `_[_]`, …: how messages and dumps call it.
std::string_view symbol(Operator op);

enum class Macro : std::uint8_t {
  has,  // [select]
  all,  // [range, predicate], as the two that follow
  exists,
  exists_one,
  filter,
  map,  // [range, value] or [range, predicate, value], as the three that follow
  transform_list,
  transform_map,
  transform_map_entry,
  sort_by,       // [range, key]
  reduce,        // [range, start, value]
  bind,          // [start, value]
  optional_map,  // [optional, value], as the one that follows
  optional_flat_map,
};

struct Signature;

// What a name or call was found to mean.
struct Resolution {
  enum class Kind : std::uint8_t {
    none,
    variable,   // index: of the environment's variable
    local,      // index: of the macro's variable, counted from the outermost
    type_name,  // value: the type
    field,      // field of a struct type, or its extras where `field` is null
    overloads,  // of `function`, those that may apply
    failed,     // evaluating it is the error `failure` (only where nothing was checked)
  };
  Kind kind = Kind::none;
  std::uint32_t index = 0;
  const StructField* field = nullptr;
  const Function* function = nullptr;
  std::span<const Signature* const> overloads;
  Value type_name;
  std::string_view failure;
};

struct Node {
  NodeKind kind = NodeKind::literal;
  Operator op = Operator::logical_or;
  Macro macro = Macro::has;
  bool rooted = false;
  bool optional = false;
  bool optional_entry = false;  // of a list, or a key of a map: written with a '?' before it
  bool member = false;
  std::uint32_t height = 1;
  std::uint32_t begin = 0;  // bytes [begin, end) of the text
  std::uint32_t end = 0;
  std::uint32_t place = 0;  // where the operator, field or function is named
  std::string_view name;
  Value value;
  std::span<Node*> children;
  std::span<const std::string_view> variables;

  Type type;  // from here on the checker's
  Resolution resolution;

  std::uint32_t place_end() const;
};

// The nodes belong to the arena; `text` is a copy there.
struct Ast {
  Arena arena{1024};
  std::string_view text;
  Node* root = nullptr;
};

}  // namespace martech_audit::cel
