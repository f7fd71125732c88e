#include "rewrite/scratch/stage_name.h"

#include <set>

#include "base/text/ascii.h"

namespace harden {
namespace {

// Names that stages have, or that FROM and COPY --from mean an image by.
std::set<std::string> names_in_use(const Document& document) {
  std::set<std::string> result;
  for (const Instruction& it : document.instructions) {
    if (const auto* from = it.as<From>()) {
      result.insert(lower_case(from->image.value));
      if (from->alias) result.insert(lower_case(from->alias->value));
    }
    for (const Flag& flag : it.flags) {
      if (!flag.value) continue;
      if (flag.name == "from") result.insert(lower_case(flag.value->value));
      // RUN --mount=type=bind,from=NAME
      const std::size_t at = flag.value->value.find("from=");
      if (flag.name == "mount" && at != std::string::npos) {
        const std::string rest = flag.value->value.substr(at + 5);
        result.insert(lower_case(rest.substr(0, rest.find(','))));
      }
    }
  }
  return result;
}

}  // namespace

std::string free_stage_name(const Document& document, const std::string& wish) {
  const auto used = names_in_use(document);
  std::string name = wish;
  for (int i = 2; used.contains(name); ++i) {
    name = wish + "-" + std::to_string(i);
  }
  return name;
}

std::string as_name(const Document& document, const std::string& name) {
  return (document.style.lower_case_keywords ? " as " : " AS ") + name;
}

}  // namespace harden
