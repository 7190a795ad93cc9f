#include "model/hints.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/edit_distance.h"
#include "base/text.h"
#include "model/field_table.h"
#include "model/read_scalar.h"

namespace martech_audit::model {
namespace {

struct Synonym {
  std::string_view word;
  std::string_view advice;
};

// What spreadsheets and other tools call the fields of a tool; sorted.
constexpr std::array synonyms{
    Synonym{"active_users", "use 'active' under 'usage'"},
    Synonym{"annual_cost", "write cost: {amount: …, per: year}"},
    Synonym{"approved", "use 'approved_by'"},
    Synonym{"assigned_seats", "use 'assigned' under 'seats'"},
    Synonym{"business_owner", "use 'owner'"},
    Synonym{"department", "use 'user_teams', or the owner's team"},
    Synonym{"function", "use 'category' or 'capabilities'"},
    Synonym{"it_owner", "use 'technical_owner'"},
    Synonym{"last_reviewed", "use 'reviewed_on'"},
    Synonym{"licences", "use 'purchased' under 'seats'"},
    Synonym{"licenses", "use 'purchased' under 'seats'"},
    Synonym{"monthly_cost", "write cost: {amount: …, per: month}"},
    Synonym{"notice_period", "use 'notice_days' under 'contract'"},
    Synonym{"price", "use 'cost', or 'unit_price' under 'pricing'"},
    Synonym{"pricing_metric", "use 'metrics' under 'pricing'"},
    Synonym{"publisher", "use 'vendor'"},
    Synonym{"purchase_date", "use 'purchased_on'"},
    Synonym{"purpose", "use 'problem'"},
    Synonym{"renewal", "use 'ends' under 'contract'"},
    Synonym{"renewal_date", "use 'ends' under 'contract'"},
    Synonym{"renews_on", "use 'ends' under 'contract'"},
    Synonym{"supplier", "use 'vendor'"},
    Synonym{"teams", "use 'user_teams'"},
    Synonym{"use_case", "use 'problem'"},
    Synonym{"users", "use 'active' under 'usage'"},
};

std::string_view last_step(std::string_view name) { return name.substr(name.rfind('.') + 1); }

// The path of blocks below `shape` to one that has the field; empty where none has.
std::string block_with(const Shape& shape, std::string_view key) {
  for (const Field& field : shape.fields) {
    if (field.kind != FieldKind::block || field.derived || field.block->id == defaults_shape.id) continue;
    const auto at = field.block->index_of(key);
    if (at && !field.block->fields[*at].derived) return std::string(field.name);
    if (const std::string inner = block_with(*field.block, key); !inner.empty()) {
      return fmt::format("{}.{}", field.name, inner);
    }
  }
  return {};
}

std::string synonym_hint(std::string_view key) {
  std::string plain = lower_ascii(key);
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '-' || c == ' '; }, '_');
  const auto at =
      std::lower_bound(synonyms.begin(), synonyms.end(), plain,
                       [](const Synonym& synonym, const std::string& word) { return synonym.word < word; });
  return at != synonyms.end() && at->word == plain ? std::string(at->advice) : std::string();
}

std::string entity_with(std::string_view key) {
  for (std::size_t i = 1; i < entity_kind_count; ++i) {
    const auto at = shapes[i]->index_of(key);
    if (!at || shapes[i]->fields[*at].derived) continue;
    return fmt::format("'{}' is a field of {}", key, with_article(shapes[i]->name));
  }
  return {};
}

// What is left of "{amount: 12,000}" behind the comma.
bool is_number_part(std::string_view key) {
  return !key.empty() && key.find_first_not_of("0123456789.") == std::string_view::npos;
}

// A field of the block's surroundings: of the entity, or the top level of the file.
std::string outside(std::string_view key, const Shape& shape, const Shape& whole) {
  const auto outer = whole.index_of(key);
  if (&whole == &shape || shape.id == file_shape.id || !outer || whole.fields[*outer].derived) return {};
  if (whole.id == organisation_shape.id) return fmt::format("'{}' belongs at the top level of the file", key);
  return fmt::format("'{}' belongs to the {} itself, outside '{}'", key, whole.name, last_step(shape.name));
}

std::vector<std::string_view> names_in(const Shape& shape) {
  std::vector<std::string_view> names;
  for (const Field& field : shape.fields) {
    if (!field.derived) names.push_back(field.name);
  }
  return names;
}

// "'a', 'b' and 'c'"
std::string enumerate(std::span<const std::string_view> names, fmt::string_view form, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? fmt::format(" {} ", last) : ", ";
    text += fmt::format(fmt::runtime(form), names[i]);
  }
  return text;
}

}  // namespace

std::string unknown_key_message(std::string_view key, const Shape& shape) {
  if (shape.id == file_shape.id) return fmt::format("an inventory has no section '{}'", key);
  if (shape.id < entity_kind_count) return fmt::format("{} has no field '{}'", with_article(shape.name), key);
  return fmt::format("'{}' has no field '{}'", last_step(shape.name), key);
}

std::string unknown_key_hint(std::string_view key, const Shape& shape, const Shape& whole) {
  if (is_number_part(key)) return "a comma ends a value within braces: write 12000, not 12,000";
  if (key.starts_with("x-"))
    return fmt::format("x-… keys belong next to the fields of {}", with_article(whole.name));
  if (std::string hint = outside(key, shape, whole); !hint.empty()) return hint;
  // What a sheet calls a field of a tool is that field, though a block of the tool may have one of that name.
  if (std::string hint = synonym_hint(key); shape.id == tool_shape.id && !hint.empty()) return hint;
  for (const Shape* inside : {&shape, &whole}) {
    const std::string path = block_with(*inside, key);
    if (!path.empty()) return fmt::format("'{}' belongs under '{}'", key, path);
  }
  std::string hint = whole.id == tool_shape.id ? synonym_hint(key) : std::string();
  const std::vector<std::string_view> names = names_in(shape);
  if (hint.empty() && nearest(key, names).empty()) hint = entity_with(key);
  if (hint.empty()) hint = did_you_mean(key, names);
  return hint.empty() ? "see `martech-audit schema reference`" : hint;
}

std::string missing_message(std::span<const std::string_view> fields, const Shape& shape) {
  return fmt::format("this {} has no {}, which {} required", last_step(shape.name),
                     enumerate(fields, "'{}'", "or"), fields.size() == 1 ? "is" : "are");
}

std::string missing_hint(std::span<const std::string_view> fields) {
  return "add " + enumerate(fields, "'{}: …'", "and");
}

}  // namespace martech_audit::model
