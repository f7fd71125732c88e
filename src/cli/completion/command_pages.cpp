#include "cli/completion/command_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/word_lists.h"
#include "cli/commands/command.h"
#include "findings/registry.h"

namespace harden::cli {
namespace {

ValueKind kind_of_type(std::string_view type) {
  if (type == "DIR") return ValueKind::folder;
  if (type == "CODE") return ValueKind::rule;
  const bool is_file = is_one_of(
      type, {"FILE", "DOCKERFILE", "LOG", "PROFILE", "SCRIPT", "CMD|SCRIPT"});
  return is_file ? ValueKind::file : ValueKind::text;
}

ValueKind kind_of(const DeclaredOption& option) {
  const std::string& type =
      option.is_positional ? option.names[0] : option.type;
  if (option.is_flag) return ValueKind::none;
  if (option.words.empty()) return kind_of_type(type);
  return type == "LIST" ? ValueKind::list : ValueKind::words;
}

// The lines of a description are broken for --help.
std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

CommandPage page_of(const NamedCommand& named) {
  const std::unique_ptr<Command> command = named.make();
  OptionSet options(named.help);
  command->declare(options);
  CommandPage page;
  page.words = named.word;
  if (!named.verb.empty()) page.words += " " + std::string(named.verb);
  page.help = &named.help;
  for (DeclaredOption& it : options.declared()) {
    const ValueKind kind = kind_of(it);
    it.description = on_one_line(std::move(it.description));
    page.options.push_back({std::move(it), kind});
  }
  return page;
}

}  // namespace

std::vector<CommandPage> command_pages() {
  std::vector<CommandPage> pages;
  for (const NamedCommand& it : all_commands()) pages.push_back(page_of(it));
  return pages;
}

std::vector<const CommandPage*> pages_behind(
    std::string_view words, const std::vector<CommandPage>& pages) {
  std::vector<const CommandPage*> found;
  for (const CommandPage& it : pages) {
    const std::string_view own = it.words;
    const auto blank = own.rfind(' ');
    const auto begin = blank == own.npos ? "" : own.substr(0, blank);
    if (!own.empty() && begin == words) found.push_back(&it);
  }
  return found;
}

std::string_view last_word(const CommandPage& page) {
  const std::string_view words = page.words;
  const auto blank = words.rfind(' ');
  return blank == words.npos ? words : words.substr(blank + 1);
}

std::string summary_of(const CommandHelp& help) {
  const std::string text = on_one_line(std::string(help.description));
  return text.substr(0, std::min(text.find_first_of(":;"),
                                 std::min(text.find(". "), text.size() - 1)));
}

std::string page_words(const std::vector<CommandPage>& pages,
                       std::string_view between) {
  std::string all;
  for (const CommandPage& it : pages) {
    if (it.words.empty()) continue;
    all += fmt::format("{}'{}'", all.empty() ? "" : between, it.words);
  }
  return all;
}

std::string rule_words(std::string_view form) {
  std::string all;
  for (const RuleInfo& it : rules()) {
    all += fmt::format(fmt::runtime(form), it.code, it.name);
  }
  return all;
}

const OptionPage* positional_of(const CommandPage& page) {
  for (const OptionPage& it : page.options) {
    if (it.is_positional) return &it;
  }
  return nullptr;
}

}  // namespace harden::cli
