#include "cli/commands/rules_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <string>

#include "base/files/atomic_file.h"
#include "base/files/clean_path.h"
#include "cli/options/shared_arguments.h"
#include "cli/output/console.h"
#include "findings/registry.h"
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

const CommandHelp ExplainArguments::help = {
    "harden explain", "harden explain CODE",
    "All about one code: what is looked at, why it matters, what to do.",
    R"(Examples:
  harden explain HD101
  harden explain root-user)"};

void ExplainArguments::declare(OptionSet& options) {
  options.positional("CODE", code, "A code or name: HD101, root-user");
  declare_colour(options);
}

int run(const ExplainArguments& arguments) {
  if (arguments.code.empty()) {
    throw UsageError("no code given; try `harden explain HD101`");
  }
  print(rule_page(known_rule(arguments.code),
                  wants_colour(STDOUT_FILENO, arguments.no_color)));
  return done;
}

const CommandHelp RulesArguments::help = {"harden rules", "harden rules",
                                          "Lists all codes.",
                                          R"(Examples:
  harden rules
  harden rules | grep warning)"};

void RulesArguments::declare(OptionSet& options) {
  declare_colour(options);
  options.hidden_text("--markdown", markdown);
}

int run(const RulesArguments& arguments) {
  if (!arguments.markdown.empty()) {
    write_pages(arguments.markdown);
  } else {
    print(rule_list(rules(), wants_colour(STDOUT_FILENO, arguments.no_color)));
  }
  return done;
}

}  // namespace harden::cli
