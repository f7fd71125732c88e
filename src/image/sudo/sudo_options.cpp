#include "image/sudo/sudo_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace harden {
namespace {

// What an option means for a command that root runs.
enum class SudoOptionMeaning {
  nothing,  // how to ask for the password, what to keep of the environment
  user,     // another user; root is nothing
  group,
  other,  // something that only sudo does
};

struct SudoOption {
  char letter;
  std::string_view name;
  bool takes_value;
  SudoOptionMeaning meaning;
};

// sudo(8) 1.9.
constexpr std::array<SudoOption, 26> kOptions = {{
    {'A', "askpass", false, SudoOptionMeaning::nothing},
    {'B', "bell", false, SudoOptionMeaning::nothing},
    {'b', "background", false, SudoOptionMeaning::other},
    {'C', "close-from", true, SudoOptionMeaning::nothing},
    {'D', "chdir", true, SudoOptionMeaning::other},
    {'E', "preserve-env", false, SudoOptionMeaning::nothing},
    {'e', "edit", false, SudoOptionMeaning::other},
    {'g', "group", true, SudoOptionMeaning::group},
    {'H', "set-home", false, SudoOptionMeaning::nothing},
    {'h', "host", true, SudoOptionMeaning::nothing},
    {'i', "login", false, SudoOptionMeaning::other},
    {'K', "remove-timestamp", false, SudoOptionMeaning::other},
    {'k', "reset-timestamp", false, SudoOptionMeaning::nothing},
    {'l', "list", false, SudoOptionMeaning::other},
    {'N', "no-update", false, SudoOptionMeaning::nothing},
    {'n', "non-interactive", false, SudoOptionMeaning::nothing},
    {'P', "preserve-groups", false, SudoOptionMeaning::nothing},
    {'p', "prompt", true, SudoOptionMeaning::nothing},
    {'R', "chroot", true, SudoOptionMeaning::other},
    {'r', "role", true, SudoOptionMeaning::nothing},
    {'S', "stdin", false, SudoOptionMeaning::nothing},
    {'s', "shell", false, SudoOptionMeaning::other},
    {'T', "command-timeout", true, SudoOptionMeaning::other},
    {'t', "type", true, SudoOptionMeaning::nothing},
    {'u', "user", true, SudoOptionMeaning::user},
    {'v', "validate", false, SudoOptionMeaning::other},
}};

const SudoOption* find_letter(char letter) {
  const auto* found = std::ranges::find(kOptions, letter, &SudoOption::letter);
  return found == kOptions.end() ? nullptr : found;
}

const SudoOption* find_name(std::string_view name) {
  const auto* found = std::ranges::find(kOptions, name, &SudoOption::name);
  return found == kOptions.end() ? nullptr : found;
}

bool is_root(std::string_view user) {
  return user == "root" || user == "#0" || user == "0";
}

class SudoOptionReader {
 public:
  SudoOptionReader(const std::vector<ShellWord>& words, std::size_t at)
      : words_(words) {
    result_.end = at;
  }

  SudoOptions run() {
    while (result_.end < words_.size() && result_.kept_because.empty()) {
      const std::string& word = words_[result_.end].value;
      if (word.size() < 2 || word[0] != '-') break;
      ++result_.end;
      if (word == "--") break;
      word[1] == '-' ? long_option(word) : short_options(word);
    }
    return std::move(result_);
  }

 private:
  void long_option(std::string_view word) {
    const std::size_t equals = word.find('=');
    const SudoOption* option = find_name(word.substr(0, equals).substr(2));
    std::optional<std::string> value;
    if (equals != std::string_view::npos) value = word.substr(equals + 1);
    take(option, word, value);
  }

  // `-nE`, `-uroot`, `-nu root`.
  void short_options(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      const SudoOption* option = find_letter(word[i]);
      const bool value_here =
          option != nullptr && option->takes_value && i + 1 < word.size();
      std::optional<std::string> value;
      if (value_here) value = word.substr(i + 1);
      take(option, "-" + std::string(1, word[i]), value);
      if (value_here || !result_.kept_because.empty()) return;
    }
  }

  void take(const SudoOption* option, std::string_view written,
            std::optional<std::string> value) {
    if (option == nullptr) return keep(written);
    if (option->takes_value && !value) {
      if (result_.end >= words_.size()) return keep(written);
      value = words_[result_.end++].value;
    }
    if (option->meaning == SudoOptionMeaning::other) return keep(written);
    if (option->meaning == SudoOptionMeaning::nothing || is_root(*value))
      return;
    const char* what =
        option->meaning == SudoOptionMeaning::user ? "user" : "group";
    result_.kept_because =
        "it runs the command as the " + std::string(what) + " `" + *value + "`";
  }

  void keep(std::string_view option) {
    result_.kept_because =
        "nothing but `sudo` does what `" + std::string(option) + "` asks for";
  }

  const std::vector<ShellWord>& words_;
  SudoOptions result_;
};

}  // namespace

SudoOptions read_sudo_options(const std::vector<ShellWord>& words,
                              std::size_t at) {
  return SudoOptionReader(words, at).run();
}

}  // namespace harden
