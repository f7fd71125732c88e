#include <fmt/format.h>
#include <unistd.h>

#include <string_view>
#include <vector>

#include "cli/atomic_file.h"
#include "cli/clean_path.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "harden/rule.h"
#include "report/rule_page.h"
#include "source/closest.h"

namespace harden::cli {
namespace {

[[noreturn]] void refuse_code(const std::string& code) {
  std::vector<std::string_view> words;
  for (const auto& rule : rules()) {
    words.push_back(rule.code);
    words.push_back(rule.name);
  }
  const auto near = closest(code, words);
  throw UsageError(fmt::format("there is no rule `{}`; {}", code,
                               near.empty()
                                   ? "`harden rules` lists them"
                                   : fmt::format("did you mean `{}`?", near)));
}

void write_pages(const std::string& folder) {
  for (const auto& rule : rules()) {
    write_file(join_path(folder, fmt::format("{}.md", rule.code)),
               rule_markdown(rule));
  }
  write_file(join_path(folder, "README.md"), rule_index_markdown(rules()));
}

}  // namespace

int run_explain(const Arguments& arguments) {
  if (arguments.code.empty()) {
    throw UsageError("no code given; try `harden explain HD101`");
  }
  const RuleInfo* rule = find_rule(arguments.code);
  if (rule == nullptr) refuse_code(arguments.code);
  print(rule_page(*rule, wants_colour(STDOUT_FILENO, arguments.no_color)));
  return done;
}

int run_rules(const Arguments& arguments) {
  if (!arguments.markdown.empty()) {
    write_pages(arguments.markdown);
  } else {
    print(rule_list(rules(), wants_colour(STDOUT_FILENO, arguments.no_color)));
  }
  return done;
}

}  // namespace harden::cli
