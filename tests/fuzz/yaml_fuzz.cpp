// Any bytes as YAML: the block reader gives the tree that yaml-cpp gives, byte for byte, or none.
#include "document/block_reader.h"
#include "document/document.h"
#include "document/text_check.h"
#include "document/yaml_reader.h"
#include "fuzzing.h"
#include "unit/document/document_text.h"

namespace martech_audit::fuzz {
namespace {

void check_yaml(const SourcePtr& text) {
  Diagnostics unreadable;
  const bool is_text = check_text(text, unreadable);
  check(is_text, unreadable);
  if (!is_text) return;
  Diagnostics diagnostics;
  const auto full = read_yaml(text, diagnostics);
  check(diagnostics);
  demand(full || diagnostics.has_errors(), "neither a tree nor an error", text->text());
  if (full) check_places(Document(full));
  const auto fast = read_block_style(text);
  if (!fast) return;
  demand(full && diagnostics.empty(), "the block reader takes what yaml-cpp refuses", render(diagnostics));
  demand_same("the block reader's tree is not yaml-cpp's", dump(Document(fast)), dump(Document(full)));
  demand(test::same(*fast, *full), "two trees that print alike are not the same", text->text());
}

}  // namespace

void check_input(std::string_view bytes) { check_yaml(source("t.yaml", bytes)); }

}  // namespace martech_audit::fuzz
