// Type: what the checker knows about a value before anything is evaluated.
//
// A handle of one pointer; equal types are the same pointer. The descriptions behind it are made once and
// live as long as the process, so a Type may be copied and kept freely. Only struct types refer to something
// else: the StructType, which belongs to its Environment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit::cel {

struct StructType;

enum class TypeKind : std::uint8_t {
  dyn,
  null,
  boolean,
  integer,
  unsigned_integer,
  real,
  string,
  bytes,
  timestamp,
  duration,
  list,       // of argument(0)
  map,        // from argument(0) to argument(1)
  optional,   // of argument(0)
  type,       // type(T): what a type name such as `int` has
  structure,  // structure()
  parameter,  // T of a function's signature; parameter() names it
  variable,   // not known yet while an expression is checked; number() tells which
};

class Type {
 public:
  Type();  // dyn

  static Type dyn() { return Type(); }
  static Type of(TypeKind simple);  // a kind without arguments
  static Type list(Type element);
  static Type map(Type key, Type value);
  static Type optional(Type content);
  static Type type(Type instance);
  static Type structure(const StructType* description);
  static Type parameter(char name);
  static Type variable(std::uint32_t number);

  TypeKind kind() const;
  bool is(TypeKind wanted) const { return kind() == wanted; }
  Type argument(std::size_t i) const;
  const StructType* structure() const;
  char parameter() const;
  std::uint32_t number() const;

  friend bool operator==(Type a, Type b) { return a.node_ == b.node_; }

  struct Node;

 private:
  explicit Type(const Node* node) : node_(node) {}
  static Type make(const Node& wanted);
  const Node* node_;
};

// As CEL writes it: "map(string, int)", "optional_type(dyn)", the name of a struct.
std::string to_string(Type type);

// Reads what to_string prints, one-letter type parameters included; struct names are not known here.
// Moves `text` past what was read; nothing where no type begins.
std::optional<Type> read_type(std::string_view& text);
std::optional<Type> parse_type(std::string_view text);

struct StructField {
  std::string name;
  Type type;
  std::uint32_t slot = 0;
  bool derived = false;  // slot of DerivedFields, not of the record
  std::string summary;   // one clause for people
};

// The fields of one shape of Record. Filled in after construction, so that struct types may refer to each
// other.
struct StructType {
  std::string name;
  std::uint16_t shape = 0;
  bool block = false;  // part of the record that holds it: a fact missing here is missing there
  std::optional<std::uint32_t> extras_slot;  // a map that answers selects of names beginning with "x-"
  std::vector<StructField> fields;

  const StructField* find(std::string_view field) const;
};

}  // namespace martech_audit::cel
