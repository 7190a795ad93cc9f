// Statements that say nothing: a few words that only name the tool, one sentence for several tools, a place
// of documents that is none, and a refund of which nobody says what it was for.
#include "model/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/decimals.h"
#include "base/placeholder.h"
#include "base/text.h"
#include "model/field_path.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

constexpr std::size_t problem_slot = *tool_shape.index_of("problem");
constexpr std::size_t ai_slot = *tool_shape.index_of("ai");
constexpr std::size_t because_slot = *tool_shape.index_of("because");
constexpr std::size_t purpose_slot = *ai_shape.index_of("purpose");
constexpr std::size_t documented_slot = *process_shape.index_of("documented");
constexpr std::size_t note_slot = *ledger_shape.index_of("note");
constexpr std::size_t paid_slot = *ledger_shape.index_of("amount");

// House default.
constexpr std::size_t fewest_words = 3;
constexpr std::size_t fewest_characters = 8;  // of scripts that put no space between words
constexpr std::size_t fewest_of_a_place = 3;  // as "wiki" has, and "x" has not

bool has_no_spaces(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x2FFFF);
}

bool is_between_words(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return static_cast<unsigned char>(c) < 0x80 && !is_digit(c) && !is_letter;
}

struct Wording {
  std::vector<std::string> spaced;
  std::size_t unspaced = 0;  // characters of scripts without spaces
};

Wording wording_of(std::string_view text) {
  Wording words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.spaced.push_back(lower_ascii(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (has_no_spaces(c)) {
      ++words.unspaced;
    } else if (is_between_words(text[begin])) {
      end();
    } else {
      word += text.substr(begin, at - begin);
    }
  }
  end();
  return words;
}

std::string_view word_at(const Record& record, std::string_view field) {
  const Value& value = values_of(record)[*shape_of(record).index_of(field)];
  return value.is(ValueKind::string) ? value.as_text() : std::string_view();
}

}  // namespace

bool says_something(const Record& tool, std::string_view text) {
  std::vector<std::string> names;
  for (const std::string_view field : {"id", "name", "vendor", "category"}) {
    const Wording own = wording_of(word_at(tool, field));
    names.insert(names.end(), own.spaced.begin(), own.spaced.end());
  }
  const Wording said_words = wording_of(text);
  std::set<std::string_view> said;
  for (const std::string& word : said_words.spaced) {
    const bool is_name = std::ranges::find(names, word) != names.end();
    if (word.size() > 1 && !is_name && !is_placeholder(word)) said.insert(word);
  }
  return said.size() >= fewest_words || said_words.unspaced >= fewest_characters;
}

std::string statement_hint() {
  return fmt::format("write a sentence of at least {} words beside the names", fewest_words);
}

namespace {

class StatementCheck {
 public:
  explicit StatementCheck(Building& building) : building_(building) {}

  void run() {
    for (const Record& tool : building_.storage.list(EntityKind::tool).records) {
      check(tool, tool, problem_slot, "problem");
      const Value& ai = values_of(tool)[ai_slot];
      if (ai.is(ValueKind::record)) check(tool, *ai.as_record(), purpose_slot, "ai.purpose");
      check_reasons(tool);
      const Value& problem = values_of(tool)[problem_slot];
      if (problem.is(ValueKind::string)) same_[lower_ascii(trim(problem.as_text()))].push_back(&tool);
    }
    for (const auto& [sentence, tools] : same_) {
      if (tools.size() > 1) drop_all(tools);
    }
    for (const Record& process : building_.storage.list(EntityKind::process).records) check_place(process);
    for (const Record& entry : building_.storage.list(EntityKind::ledger).records) check_refund(entry);
  }

 private:
  void check_reasons(const Record& tool) {
    const Value& because = values_of(tool)[because_slot];
    if (!because.is(ValueKind::record)) return;
    for (std::size_t slot = 0; slot < because_shape.fields.size(); ++slot) {
      const std::string path = fmt::format("because.{}", because_shape.fields[slot].name);
      check(tool, *because.as_record(), slot, path, "gives no reason");
    }
  }

  void check(const Record& tool, const Record& record, std::size_t slot, std::string_view path,
             std::string_view fault = "does not say what the tool is for") {
    const Value& text = values_of(record)[slot];
    if (!text.is(ValueKind::string) || says_something(tool, text.as_text())) return;
    building_.diagnostics.warning(location_of(building_.storage, tool, path),
                                  fmt::format("'{}' {}; treated as missing", path, fault), statement_hint());
    drop(record, slot);
  }

  void check_place(const Record& process) {
    const Value& place = values_of(process)[documented_slot];
    if (!place.is(ValueKind::string)) return;
    const auto letters = std::ranges::count_if(place.as_text(), [](char c) { return !is_between_words(c); });
    if (static_cast<std::size_t>(letters) >= fewest_of_a_place) return;
    building_.diagnostics.warning(location_of(building_.storage, process, "documented"),
                                  "'documented' names no place; treated as missing",
                                  "write where the process is described, for example a URL");
    drop(process, documented_slot);
  }

  void check_refund(const Record& entry) {
    const Value& amount = values_of(entry)[paid_slot];
    const bool is_refund = amount.is(ValueKind::decimal) && decimal_of(amount).mantissa < 0;
    if (!is_refund || values_of(entry)[note_slot].is(ValueKind::string)) return;
    building_.diagnostics.warning(location_of(building_.storage, entry, "amount"),
                                  "a refund without a note is not counted",
                                  "say what it was for, as in note: credit note 4711 for returned seats");
  }

  void drop_all(const std::vector<const Record*>& tools) {
    const std::size_t others = tools.size() - 2;
    building_.diagnostics.warning(
        location_of(building_.storage, *tools[1], "problem"),
        fmt::format("'{}' and '{}'{} have the same 'problem'; treated as missing for all of them",
                    id_of(*tools[0]), id_of(*tools[1]),
                    others == 0 ? "" : fmt::format(" and {} more", counted(others, "tool"))),
        "say what each of them is for that the others are not");
    for (const Record* tool : tools) drop(*tool, problem_slot);
  }

  void drop(const Record& record, std::size_t slot) {
    change(building_, record, [&](OpenSlots& slots) { slots[slot] = Value::unknown(); });
  }

  Building& building_;
  std::map<std::string, std::vector<const Record*>> same_;
};

}  // namespace

void check_statements(Building& building) { StatementCheck(building).run(); }

}  // namespace martech_audit::model
