#include "image/image_rules.h"

#include <algorithm>
#include <utility>

#include "base/text/find_any.h"
#include "image/files/stage_chain.h"

namespace harden::rule {

Diagnostic about_user(const Revision& file, const RuleInfo& rule,
                      std::string help) {
  Diagnostic result =
      finding(rule, file.user().span, file.user().message, std::move(help));
  result.because = file.user().because;
  if (!file.evaluation().stages.empty()) {
    const std::size_t stage = file.evaluation().target;
    const std::size_t from = file.document().stages[stage].begin;
    result.excused_at.push_back(file.document().instructions[from].span);
  }
  return result;
}

bool mentions(const Revision& file,
              std::initializer_list<std::string_view> words) {
  const std::string_view text = file.text();
  return std::ranges::any_of(
      words, [&](auto word) { return contains_word(text, word); });
}

std::vector<std::size_t> image_chain(const Revision& file) {
  if (file.document().stages.empty()) return {};
  return stage_chain(file.document(), file.evaluation(),
                     file.evaluation().target);
}

}  // namespace harden::rule
