// How the parts of bars are drawn with characters.
#pragma once

#include "report/page/page.h"

namespace martech_audit::report {

inline Span mark_of(Part part) {
  switch (part) {
    case Part::proven:
      return {"█", Ink::high};
    case Part::unproven:
    case Part::waste:
      return {"░", Ink::medium};
    case Part::used:
      return {"█", Ink::good};
    case Part::spend:
      return {"█", Ink::strong};
    case Part::astray:
      return {"▓", Ink::high};
    case Part::early:
      return {"▒", Ink::plain};
    case Part::open:
      return {"?", Ink::faint};
    case Part::rest:
      break;
  }
  return {"·", Ink::faint};
}

}  // namespace martech_audit::report
