// How FROM and COPY --from find stages.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// BuildKit stores names in lower case. FROM looks them up as written, among
// the stages before it; COPY --from and --target ignore case, know numbers,
// and find the last stage of a name in the whole file.
class StageNames {
 public:
  explicit StageNames(const Document& document);

  std::optional<std::size_t> for_from(std::string_view name,
                                      std::size_t stage) const;
  std::optional<std::size_t> for_copy(std::string_view name) const;
  // "`build`, `test`".
  std::string list() const;

 private:
  std::size_t count_ = 0;
  std::map<std::string, std::vector<std::size_t>, std::less<>> stages_;
};

}  // namespace harden
