#include "document/embedded.h"

#include "document_text.h"
#include "support/catch.h"

using namespace martech_audit;

TEST_CASE("an embedded document is the one that was read") {
  const auto reading = test::read("a: &x [1, \"t\\n\"]\nb: *x\nc: >\n  folded\n  text\n");
  const Tree& tree = reading.document->tree();
  const EmbeddedDocument image{"rules/core.yaml", tree.source->text(), tree.nodes, tree.sides, tree.side};
  const Document document = Document::from_image(image);
  CHECK(dump(document) == dump(*reading.document));
  CHECK(document.source()->name() == "rules/core.yaml");
  CHECK(document.pointer(document.root().find("c").id()) == "/c");
  CHECK(document.root().find("c").where(7, 11).begin == reading.root().find("c").source_offset(7));
}
