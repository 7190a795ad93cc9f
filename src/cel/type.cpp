#include "cel/type.h"

#include <array>
#include <deque>
#include <functional>
#include <mutex>
#include <unordered_map>

namespace martech_audit::cel {

struct Type::Node {
  TypeKind kind = TypeKind::dyn;
  std::uint32_t number = 0;  // of a variable; the letter of a parameter
  std::array<const Node*, 2> arguments{};
  const StructType* structure = nullptr;

  friend bool operator==(const Node&, const Node&) = default;
};

namespace {

struct SimpleName {
  TypeKind kind;
  std::string_view text;
};

constexpr SimpleName simple_names[] = {
    {TypeKind::dyn, "dyn"},
    {TypeKind::null, "null_type"},
    {TypeKind::boolean, "bool"},
    {TypeKind::integer, "int"},
    {TypeKind::unsigned_integer, "uint"},
    {TypeKind::real, "double"},
    {TypeKind::string, "string"},
    {TypeKind::bytes, "bytes"},
    {TypeKind::timestamp, "google.protobuf.Timestamp"},
    {TypeKind::duration, "google.protobuf.Duration"},
    {TypeKind::timestamp, "timestamp"},
    {TypeKind::duration, "duration"},
};

constexpr Type::Node simple_nodes[] = {{TypeKind::dyn},
                                       {TypeKind::null},
                                       {TypeKind::boolean},
                                       {TypeKind::integer},
                                       {TypeKind::unsigned_integer},
                                       {TypeKind::real},
                                       {TypeKind::string},
                                       {TypeKind::bytes},
                                       {TypeKind::timestamp},
                                       {TypeKind::duration}};

struct NodeHash {
  std::size_t operator()(const Type::Node& node) const {
    std::size_t hash = static_cast<std::size_t>(node.kind) * 31 + node.number;
    for (const void* part :
         {static_cast<const void*>(node.arguments[0]), static_cast<const void*>(node.arguments[1]),
          static_cast<const void*>(node.structure)}) {
      hash = hash * 0x9e3779b97f4a7c15U ^ std::hash<const void*>{}(part);
    }
    return hash;
  }
};

// Every compound type of the process, once. Bounded by the types that expressions use.
class Interner {
 public:
  const Type::Node* get(const Type::Node& wanted) {
    const std::lock_guard lock(mutex_);
    const auto found = index_.find(wanted);
    if (found != index_.end()) return found->second;
    nodes_.push_back(wanted);
    index_.emplace(wanted, &nodes_.back());
    return &nodes_.back();
  }

 private:
  std::mutex mutex_;
  std::deque<Type::Node> nodes_;
  std::unordered_map<Type::Node, const Type::Node*, NodeHash> index_;
};

Interner& interner() {
  static Interner the_one;
  return the_one;
}

}  // namespace

Type::Type() : node_(&simple_nodes[0]) {}

Type Type::make(const Node& wanted) { return Type(interner().get(wanted)); }

Type Type::of(TypeKind simple) { return Type(&simple_nodes[static_cast<std::size_t>(simple)]); }
Type Type::list(Type element) { return make({TypeKind::list, 0, {element.node_}}); }
Type Type::map(Type key, Type value) { return make({TypeKind::map, 0, {key.node_, value.node_}}); }
Type Type::optional(Type content) { return make({TypeKind::optional, 0, {content.node_}}); }
Type Type::type(Type instance) { return make({TypeKind::type, 0, {instance.node_}}); }
Type Type::structure(const StructType* description) {
  return make({TypeKind::structure, 0, {}, description});
}
Type Type::parameter(char name) { return make({TypeKind::parameter, static_cast<unsigned char>(name)}); }
Type Type::variable(std::uint32_t number) { return make({TypeKind::variable, number}); }

TypeKind Type::kind() const { return node_->kind; }
Type Type::argument(std::size_t i) const { return Type(node_->arguments[i]); }
const StructType* Type::structure() const { return node_->structure; }
char Type::parameter() const { return static_cast<char>(node_->number); }
std::uint32_t Type::number() const { return node_->number; }

std::string to_string(Type type) {
  switch (type.kind()) {
    case TypeKind::list:
      return "list(" + to_string(type.argument(0)) + ")";
    case TypeKind::map:
      return "map(" + to_string(type.argument(0)) + ", " + to_string(type.argument(1)) + ")";
    case TypeKind::optional:
      return "optional_type(" + to_string(type.argument(0)) + ")";
    case TypeKind::type:
      return "type(" + to_string(type.argument(0)) + ")";
    case TypeKind::structure:
      return type.structure()->name;
    case TypeKind::parameter:
      return std::string(1, type.parameter());
    case TypeKind::variable:
      return "dyn";
    default:
      break;
  }
  for (const SimpleName& simple : simple_names) {
    if (simple.kind == type.kind()) return std::string(simple.text);
  }
  return "dyn";
}

namespace {

void skip_spaces(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
}

bool skip(std::string_view& text, char expected) {
  skip_spaces(text);
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(1);
  return true;
}

std::string_view read_word(std::string_view& text) {
  skip_spaces(text);
  const std::size_t end = text.find_first_of("(), ");
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(word.size());
  return word;
}

std::optional<Type> simple_type(std::string_view word) {
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return Type::parameter(word[0]);
  for (const SimpleName& simple : simple_names) {
    if (simple.text == word) return Type::of(simple.kind);
  }
  return std::nullopt;
}

std::optional<Type> read_map(std::string_view& text) {
  const std::optional<Type> key = read_type(text);
  if (!key || !skip(text, ',')) return std::nullopt;
  const std::optional<Type> value = read_type(text);
  if (!value || !skip(text, ')')) return std::nullopt;
  return Type::map(*key, *value);
}

std::optional<Type> bare_compound(std::string_view word) {
  if (word == "list") return Type::list(Type::dyn());
  if (word == "map") return Type::map(Type::dyn(), Type::dyn());
  if (word == "type") return Type::type(Type::dyn());
  if (word == "optional_type") return Type::optional(Type::dyn());
  return std::nullopt;
}

}  // namespace

std::optional<Type> read_type(std::string_view& text) {
  const std::string_view word = read_word(text);
  if (const std::optional<Type> simple = simple_type(word)) return simple;
  const std::optional<Type> bare = bare_compound(word);
  if (!bare || !skip(text, '(')) return bare;
  if (word == "map") return read_map(text);
  const std::optional<Type> inner = read_type(text);
  if (!inner || !skip(text, ')')) return std::nullopt;
  if (word == "list") return Type::list(*inner);
  return word == "type" ? Type::type(*inner) : Type::optional(*inner);
}

std::optional<Type> parse_type(std::string_view text) {
  const std::optional<Type> type = read_type(text);
  skip_spaces(text);
  return text.empty() ? type : std::nullopt;
}

const StructField* StructType::find(std::string_view field) const {
  for (const StructField& candidate : fields) {
    if (candidate.name == field) return &candidate;
  }
  return nullptr;
}

}  // namespace martech_audit::cel
