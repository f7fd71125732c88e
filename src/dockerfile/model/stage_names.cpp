#include "dockerfile/model/stage_names.h"

#include <algorithm>

#include "base/text/ascii.h"
#include "dockerfile/accounts/account_table.h"

namespace harden {

StageNames::StageNames(const Document& document)
    : count_(document.stages.size()) {
  for (std::size_t i = 0; i < count_; ++i) {
    const std::string& name = document.stages[i].name;
    if (!name.empty()) stages_[name].push_back(i);
  }
}

std::optional<std::size_t> StageNames::for_from(std::string_view name,
                                                std::size_t stage) const {
  const auto found = stages_.find(name);
  if (found == stages_.end()) return std::nullopt;
  const auto& indices = found->second;
  const auto behind = std::lower_bound(indices.begin(), indices.end(), stage);
  if (behind == indices.begin()) return std::nullopt;
  return *(behind - 1);
}

std::optional<std::size_t> StageNames::for_copy(std::string_view name) const {
  const auto found = stages_.find(lower_case(name));
  if (found != stages_.end()) return found->second.back();
  const auto number = parse_id(name);
  if (number && *number < count_) return *number;
  return std::nullopt;
}

std::string StageNames::list() const {
  std::string result;
  for (const auto& [name, indices] : stages_) {
    result += (result.empty() ? "`" : ", `") + name + "`";
  }
  return result;
}

}  // namespace harden
