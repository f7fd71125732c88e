#include "cli/completion/command_pages.h"

#include <algorithm>
#include <iterator>

#include "cli/options/command_options.h"
#include "cli/options/command_words.h"
#include "cli/options/option_choices.h"

namespace harden::cli {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    const auto end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_lower_case(std::string_view type) {
  return std::none_of(type.begin(), type.end(),
                      [](char c) { return c >= 'A' && c <= 'Z'; });
}

const OptionChoices* choices_of(const OptionPage& page) {
  const auto fits = [&](const OptionChoices& it) {
    return it.option == page.names.back() && it.type == page.value;
  };
  const auto* found =
      std::find_if(std::begin(option_choices), std::end(option_choices), fits);
  return found == std::end(option_choices) ? nullptr : found;
}

ValueKind kind_of_type(std::string_view type) {
  static constexpr std::string_view files[] = {
      "FILE", "DOCKERFILE", "LOG", "PROFILE", "SCRIPT", "CMD|SCRIPT"};
  if (type == "DIR") return ValueKind::folder;
  if (type == "CODE") return ValueKind::rule;
  return std::find(std::begin(files), std::end(files), type) == std::end(files)
             ? ValueKind::text
             : ValueKind::file;
}

void set_kind(OptionPage& page) {
  const std::string& type = page.is_positional ? page.names[0] : page.value;
  if (const auto* known = choices_of(page)) {
    page.kind = type == "LIST" ? ValueKind::list : ValueKind::words;
    page.choices.assign(known->words.begin(), known->words.end());
  } else if (is_lower_case(type) && type.find('|') != type.npos) {
    page.kind = ValueKind::words;
    page.choices = split(type, '|');
  } else {
    page.kind = kind_of_type(type);
  }
}

// The lines of a description are broken for --help.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

OptionPage page_of(const CLI::Option& option) {
  OptionPage page;
  for (const auto& it : option.get_snames()) page.names.push_back("-" + it);
  for (const auto& it : option.get_lnames()) page.names.push_back("--" + it);
  page.is_positional = page.names.empty();
  if (page.is_positional) page.names.push_back(option.get_name());
  page.description = on_one_line(option.get_description());
  page.repeats = option.get_items_expected_max() > 1;
  const bool is_flag = option.get_expected_max() == 0;
  if (!is_flag && !page.is_positional) page.value = option.get_type_name();
  if (!is_flag) set_kind(page);
  return page;
}

CommandPage page_of(const NamedCommand& named) {
  Arguments arguments;
  arguments.command = named.command;
  arguments.verb = named.profile_verb;
  RawValues raw;
  CLI::App app;
  add_options(app, arguments, raw);
  CommandPage page;
  page.words = named.word;
  if (!named.verb.empty()) page.words += " " + std::string(named.verb);
  page.help = named.help;
  for (const auto* option : std::as_const(app).get_options()) {
    // Those without a group are hidden from --help, too.
    if (!option->get_group().empty()) page.options.push_back(page_of(*option));
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

const OptionPage* positional_of(const CommandPage& page) {
  for (const OptionPage& it : page.options) {
    if (it.is_positional) return &it;
  }
  return nullptr;
}

}  // namespace harden::cli
