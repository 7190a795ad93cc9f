// Words that people write where they have nothing to say.
#pragma once

#include <string_view>

namespace martech_audit {

// Nothing, or a sign or word for "not known", "later" or "fill me in", whatever its case: -, ???, n/a, TBD,
// none, unknown, lorem ipsum, k.A., à définir, por definir, chưa rõ …
bool is_placeholder(std::string_view text);

}  // namespace martech_audit
