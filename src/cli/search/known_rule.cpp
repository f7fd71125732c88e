#include "cli/search/known_rule.h"

#include <fmt/format.h>

#include <vector>

#include "base/text/word_lists.h"
#include "cli/options/usage_error.h"

namespace harden::cli {

const RuleInfo& known_rule(std::string_view word) {
  if (const RuleInfo* rule = find_rule(word)) return *rule;
  std::vector<std::string_view> words;
  for (const RuleInfo& rule : rules()) {
    words.push_back(rule.code);
    words.push_back(rule.name);
  }
  const auto near = closest(word, words);
  throw UsageError(fmt::format("there is no rule `{}`; {}", word,
                               near.empty()
                                   ? "`harden rules` lists them"
                                   : fmt::format("did you mean `{}`?", near)));
}

}  // namespace harden::cli
