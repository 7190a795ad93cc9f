// Products that are known (products.yaml), to suggest what an inventory leaves out: a category, a vendor,
// what the price depends on. Suggestions alone: they decide no finding, and an ambiguous name is asked about.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit::catalogue {

struct Product {
  std::string_view name;
  std::string_view vendor;
  std::string_view domain;
  std::string_view category;              // id
  std::vector<std::string_view> metrics;  // words of pricing.metrics; may be empty
  std::vector<std::string_view> also;     // other names
};

std::span<const Product> products();

// What an inventory says of a tool; empty where it says nothing.
struct Description {
  std::vector<std::string_view> names;  // the name first, then aliases
  std::string_view vendor;
  std::string_view url;
  bool has_category = false;
  bool has_metrics = false;
};

// What the tool may be: one product, or several to choose from, or none that is known.
struct Match {
  std::vector<const Product*> candidates;
  bool sure = false;  // one product, and not by its vendor's name alone
};

// By exact name, then by the domain of the address, then by the name without case, punctuation, vendor,
// edition and legal form. What several products answer to, or a vendor's name, is a question. Where a vendor
// is given, a product of another one is none.
Match find_product(const Description& tool);

// "Braze (marketing-automation), Braze Alloys (…)"
std::string choices_text(const Match& match);

// What the product would add to the tool, as YAML: "category: crm", "pricing: {metrics: [seat]}".
std::vector<std::string> suggested_fields(const Product& product, const Description& tool);

}  // namespace martech_audit::catalogue
