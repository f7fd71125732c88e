#include <fmt/format.h>
#include <unistd.h>

#include <string>

#include "base/files/atomic_file.h"
#include "base/files/clean_path.h"
#include "base/rules/rule.h"
#include "cli/commands/commands.h"
#include "cli/output/console.h"
#include "cli/search/known_rule.h"
#include "findings/report/rule_page.h"

namespace harden::cli {
namespace {

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
  print(rule_page(known_rule(arguments.code),
                  wants_colour(STDOUT_FILENO, arguments.no_color)));
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
