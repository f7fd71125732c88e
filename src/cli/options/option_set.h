// The options of one command: where their values go, and how they are read. No
// other file knows CLI11.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace harden::cli {

// The command line makes no sense; what() is one line.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// "`--engine` takes docker or podman, not `dokcer`; did you mean `docker`?"
[[noreturn]] void refuse_word(std::string_view option, std::string_view value,
                              std::span<const std::string_view> words);

// The value that a WordTable has for the word.
template <typename Table>
auto value_of(const Table& table, std::string_view option,
              std::string_view word) {
  const auto found = table.find(word);
  if (!found) refuse_word(option, word, table.all());
  return *found;
}

std::uint32_t number_in(std::string_view option, const std::string& value,
                        std::uint32_t least, std::uint32_t most);

// The longest of the names, as messages call the option.
std::string_view long_name(std::string_view names);

// The texts of --help around the list of options.
struct CommandHelp {
  std::string_view name;
  std::string_view usage;
  std::string_view description;
  std::string_view examples;
};

// An option as --help, completions and the manual page have it.
struct DeclaredOption {
  std::vector<std::string> names;  // "-o", "--output"; "FILE" of a positional
  std::string type;                // "FILE"; empty for flags and positionals
  std::string description;         // its lines are those of --help
  std::vector<std::string_view> words;  // that it takes; empty: others
  bool is_positional = false;
  bool is_flag = false;
  bool repeats = false;
};

// The targets of all values have to outlive it. Names are as "-o,--output";
// `type` is what --help shows behind them.
class OptionSet {
 public:
  using Read = std::function<void(const std::string& value)>;
  using Words = std::span<const std::string_view>;

  explicit OptionSet(const CommandHelp& help);
  ~OptionSet();
  OptionSet(const OptionSet&) = delete;
  OptionSet& operator=(const OptionSet&) = delete;

  void positionals(const char* name, std::vector<std::string>& values,
                   const char* description);
  void positional(const char* name, std::string& value, const char* description,
                  Words words = {});

  void flag(const char* names, bool& value, const char* description);
  void text(const char* names, std::string& value, const char* type,
            const char* description);
  // May be given several times, one value each: `--build-arg A=1 Dockerfile`.
  void list(const char* names, std::vector<std::string>& values,
            const char* type, const char* description);
  // A flag that takes a value only behind `=`, which is empty without.
  void flag_with_value(const char* names, std::optional<std::string>& value,
                       const char* description);
  // No use to users: --help does not show it.
  void hidden_text(const char* names, std::string& value);
  // A flag that asks for a text, such as --version.
  void page(const char* names, std::string text, const char* description);

  // Values that have a form of their own; `read` throws UsageError.
  void value(const char* names, Read read, const char* type,
             const char* description, Words words = {});
  // The same for an option that may be given several times.
  void values(const char* names, Read read, const char* type,
              const char* description);
  // A whole number from `least` to `most`. `target` may be an optional, here
  // and below.
  template <typename Target>
  void number(const char* names, Target& target, std::uint32_t least,
              std::uint32_t most, const char* type, const char* description) {
    value(
        names,
        [names, &target, least, most](const std::string& given) {
          target = number_in(long_name(names), given, least, most);
        },
        type, description);
  }
  // One word of a WordTable, which has to outlive this.
  template <typename Target, typename Table>
  void choice(const char* names, Target& target, const Table& table,
              const char* type, const char* description) {
    value(
        names,
        [names, &target, &table](const std::string& given) {
          target = value_of(table, long_name(names), given);
        },
        type, description, table.all());
  }

  // Words behind `--` are not the command's: they are those of a program.
  void program(std::vector<std::string>& words) { program_ = &words; }

  // What is to hold of several options together; throws UsageError.
  void check(std::function<void()> rule) { checks_.push_back(std::move(rule)); }

  // Reads the words behind the command's name: values are checked in the order
  // in which they are declared. The text that --help or --version asks for;
  // else nullopt. Throws UsageError.
  std::optional<std::string> parse(std::vector<std::string> words);

  // Without those that are hidden.
  std::vector<DeclaredOption> declared() const;

 private:
  void parse_options(std::vector<std::string> words);

  std::unique_ptr<CLI::App> app_;
  // As they are written.
  std::deque<std::string> values_;
  std::deque<std::vector<std::string>> lists_;
  std::vector<std::pair<const CLI::Option*, Words>> words_;
  std::vector<std::function<void()>> checks_;
  std::vector<std::string>* program_ = nullptr;
};

}  // namespace harden::cli
