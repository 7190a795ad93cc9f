// What is known of tools by their category, and of capabilities by their name (categories.yaml).
//
// Names are compared as slugs: "E-Mail Marketing" is e-mail-marketing. What no entry knows has no traits and
// is no fault.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace martech_audit::catalogue {

struct Trait {
  enum Bit : std::uint32_t {
    keeps_customers = 1U << 0U,  // customer records
    sends = 1U << 1U,            // messages to customers
    sells = 1U << 2U,            // orders arise there
    advertises = 1U << 3U,       // paid media
    counts_visits = 1U << 4U,    // of the web site or app
    attributes = 1U << 5U,       // brings spend and revenue together, or can
    plans = 1U << 6U,            // content, campaigns, projects
    has_calendar = 1U << 7U,
    visualises = 1U << 8U,
    publishes = 1U << 9U,
    runs_workflows = 1U << 10U,
    collaborates = 1U << 11U,
    // Components of Marketing 5.0 that such a tool contributes to, in the order of the field's words.
    data_driven = 1U << 12U,
    predictive = 1U << 13U,
    contextual = 1U << 14U,
    augmented = 1U << 15U,
    agile = 1U << 16U,
  };
};
using Traits = std::uint32_t;

struct Category {
  std::string_view id;
  std::string_view title;
  std::string_view group;
  std::string_view within;  // the wider category; empty for most
  std::vector<std::string_view> also;
  Traits traits = 0;
};

// "keeps-customers", …, in the order of the bits.
std::vector<std::string_view> names_of(Traits traits);

struct CapabilityWords {
  std::vector<std::string_view> words;
  Traits traits = 0;
};

// In the order of the file: group by group, finer ones behind the one they are within.
std::span<const Category> categories();

std::span<const CapabilityWords> capability_words();

// By id or another name; null where none is known.
const Category* category_named(std::string_view text);

// Of a category.
Traits traits_of_category(std::string_view text);
// Of a capability, which may be called like a category.
Traits traits_of_capability(std::string_view text);

}  // namespace martech_audit::catalogue
