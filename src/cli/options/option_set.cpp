#include "cli/options/option_set.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <utility>

#include "base/text/word_list.h"
#include "base/text/word_lists.h"

namespace harden::cli {
namespace {

class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::string_view usage) : usage_(usage) {
    column_width(27);
  }
  std::string make_usage(const CLI::App*, std::string) const override {
    return fmt::format("\nUsage: {}\n", usage_);
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    const auto type = option->get_type_name();
    return option->get_type_size() == 0 || type.empty() ? "" : " " + type;
  }

 private:
  std::string_view usage_;
};

[[noreturn]] void refuse_unknown_option(const CLI::App& app,
                                        const std::string& option) {
  std::vector<std::string> names;
  for (const auto* known : app.get_options()) {
    if (!known->get_group().empty()) names.push_back(known->get_name());
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto word = option.substr(0, option.find('='));
  throw UsageError(fmt::format(
      "unknown option `{}`; {}", word,
      did_you_mean(closest(word, candidates), "",
                   fmt::format("see `{} --help`", app.get_name()))));
}

void refuse_extras(const CLI::App& app) {
  for (const auto& extra : app.remaining()) {
    if (extra == "--") continue;
    if (extra.starts_with('-')) refuse_unknown_option(app, extra);
    throw UsageError(
        fmt::format("`{}` is one argument too many; see `{} "
                    "--help`",
                    extra, app.get_name()));
  }
}

bool is_given_too_often(const CLI::Option& option) {
  const auto most = static_cast<std::size_t>(option.get_items_expected_max());
  return option.get_expected_max() > 0 && option.count() > most;
}

// The option that a word of the command line names, as `--output=x` and, at the
// end of some letters, `-qo` do; null for none.
const CLI::Option* option_of(const CLI::App& app, const std::string& word) {
  if (word.size() < 2 || word[0] != '-') return nullptr;
  const bool is_long = word[1] == '-';
  return app.get_option_no_throw(is_long ? word.substr(0, word.find('='))
                                         : std::string("-") + word.back());
}

// What is wrong with the number of an option's values. CLI11 tells no more than
// that; the words themselves show which option it is.
std::string wrong_count(const CLI::App& app,
                        const std::vector<std::string>& words) {
  for (const CLI::Option* it : app.get_options()) {
    if (!is_given_too_often(*it)) continue;
    return fmt::format("`{}` is given more than once", it->get_name());
  }
  for (const std::string& it : words) {
    const CLI::Option* option = option_of(app, it);
    const bool has_value = it.find('=') != it.npos;
    if (option == nullptr || !has_value || option->get_expected_max() > 0) {
      continue;
    }
    return fmt::format("`{}` takes no value", option->get_name());
  }
  const CLI::Option* last = option_of(app, words.back());
  return last == nullptr ? std::string()
                         : fmt::format("`{}` needs a value", last->get_name());
}

// Takes out what stands behind `--`.
std::vector<std::string> take_program(std::vector<std::string>& words) {
  const auto end = std::ranges::find(words, "--");
  std::vector<std::string> program;
  if (end == words.end()) return program;
  program.assign(end + 1, words.end());
  words.erase(end, words.end());
  return program;
}

}  // namespace

OptionSet::OptionSet(const CommandHelp& help)
    : app_(std::make_unique<CLI::App>(std::string(help.description),
                                      std::string(help.name))) {
  app_->formatter(std::make_shared<HelpFormatter>(help.usage));
  app_->footer(std::string(help.examples));
  app_->allow_extras();
  app_->set_help_flag("-h,--help", "This page");
}

OptionSet::~OptionSet() = default;

void refuse_word(std::string_view option, std::string_view value,
                 std::span<const std::string_view> words) {
  throw UsageError(fmt::format("`{}` takes {}, not `{}`{}", option,
                               word_list(words), value,
                               did_you_mean(closest(value, words), "; ")));
}

std::uint32_t number_in(std::string_view option, const std::string& value,
                        std::uint32_t least, std::uint32_t most) {
  std::uint32_t result = 0;
  const auto* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, result);
  if (error == std::errc() && stop == end && result >= least &&
      result <= most) {
    return result;
  }
  throw UsageError(fmt::format("`{}` takes a number from {} to {}, not `{}`",
                               option, least, most, value));
}

std::string_view long_name(std::string_view names) {
  return names.substr(names.rfind(',') + 1);
}

void OptionSet::positionals(const char* name, std::vector<std::string>& values,
                            const char* description) {
  app_->add_option(name, values, description)->type_name("");
}

void OptionSet::positional(const char* name, std::string& value,
                           const char* description, Words words) {
  const auto* added = app_->add_option(name, value, description)->type_name("");
  if (!words.empty()) words_.emplace_back(added, words);
}

void OptionSet::flag(const char* names, bool& value, const char* description) {
  app_->add_flag(names, value, description)->disable_flag_override();
}

void OptionSet::text(const char* names, std::string& value, const char* type,
                     const char* description) {
  app_->add_option(names, value, description)->type_name(type);
}

void OptionSet::list(const char* names, std::vector<std::string>& values,
                     const char* type, const char* description) {
  app_->add_option(names, values, description)
      ->type_name(type)
      ->allow_extra_args(false);
}

void OptionSet::flag_with_value(const char* names,
                                std::optional<std::string>& value,
                                const char* description) {
  std::string& given = values_.emplace_back();
  app_->add_flag(names, given, description);
  // CLI11 calls a flag without a value true.
  check([&] {
    if (!given.empty()) value = given == "true" ? std::string() : given;
  });
}

void OptionSet::hidden_text(const char* names, std::string& value) {
  app_->add_option(names, value)->group("");
}

void OptionSet::page(const char* names, std::string text,
                     const char* description) {
  app_->add_flag_callback(
      names,
      [text = std::move(text)] {
        throw CLI::CallForVersion(text, CLI::ExitCodes::Success);
      },
      description);
}

void OptionSet::value(const char* names, Read read, const char* type,
                      const char* description, Words words) {
  std::string& given = values_.emplace_back();
  const CLI::Option* added =
      app_->add_option(names, given, description)->type_name(type);
  if (!words.empty()) words_.emplace_back(added, words);
  check([&given, added, read = std::move(read)] {
    if (added->count() > 0) read(given);
  });
}

void OptionSet::values(const char* names, Read read, const char* type,
                       const char* description) {
  std::vector<std::string>& given = lists_.emplace_back();
  list(names, given, type, description);
  check([&given, read = std::move(read)] {
    for (const std::string& it : given) read(it);
  });
}

void OptionSet::parse_options(std::vector<std::string> words) {
  std::vector<std::string> backwards(words.rbegin(), words.rend());
  try {
    app_->parse(backwards);
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string wrong = wrong_count(*app_, words);
    throw UsageError(wrong.empty() ? error.what() : wrong);
  }
  refuse_extras(*app_);
}

std::optional<std::string> OptionSet::parse(std::vector<std::string> words) {
  if (program_ != nullptr) *program_ = take_program(words);
  try {
    parse_options(std::move(words));
  } catch (const CLI::CallForHelp&) {
    return app_->help();
  } catch (const CLI::CallForVersion& called) {
    return std::string(called.what());
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  for (const auto& it : checks_) it();
  return std::nullopt;
}

std::vector<DeclaredOption> OptionSet::declared() const {
  std::vector<DeclaredOption> result;
  for (const CLI::Option* it : std::as_const(*app_).get_options()) {
    if (it->get_group().empty()) continue;
    DeclaredOption& option = result.emplace_back();
    for (const auto& name : it->get_snames())
      option.names.push_back("-" + name);
    for (const auto& name : it->get_lnames()) {
      option.names.push_back("--" + name);
    }
    option.is_positional = option.names.empty();
    if (option.is_positional) option.names.push_back(it->get_name());
    option.is_flag = it->get_expected_max() == 0;
    if (!option.is_flag && !option.is_positional) {
      option.type = it->get_type_name();
    }
    option.description = it->get_description();
    option.repeats = it->get_items_expected_max() > 1;
    for (const auto& [known, words] : words_) {
      if (known == it) option.words.assign(words.begin(), words.end());
    }
  }
  return result;
}

}  // namespace harden::cli
