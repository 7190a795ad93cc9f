#include "martech_audit/strategy.h"

namespace martech_audit {

std::string_view name(Coverage coverage) {
  switch (coverage) {
    case Coverage::none:
      return "none";
    case Coverage::troubled:
      return "troubled";
    case Coverage::once:
      return "once";
    case Coverage::twice:
      return "twice";
  }
  return {};
}

}  // namespace martech_audit
