#include "image/sudo/sudo_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace harden {
namespace {

// What an option means for a command that root runs.
enum class Meaning {
  nothing,  // how to ask for the password, what to keep of the environment
  user,     // another user; root is nothing
  group,
  other,  // something that only sudo does
};

struct Option {
  char letter;
  std::string_view name;
  bool takes_value;
  Meaning meaning;
};

// sudo(8) 1.9.
constexpr std::array<Option, 26> kOptions = {{
    {'A', "askpass", false, Meaning::nothing},
    {'B', "bell", false, Meaning::nothing},
    {'b', "background", false, Meaning::other},
    {'C', "close-from", true, Meaning::nothing},
    {'D', "chdir", true, Meaning::other},
    {'E', "preserve-env", false, Meaning::nothing},
    {'e', "edit", false, Meaning::other},
    {'g', "group", true, Meaning::group},
    {'H', "set-home", false, Meaning::nothing},
    {'h', "host", true, Meaning::nothing},
    {'i', "login", false, Meaning::other},
    {'K', "remove-timestamp", false, Meaning::other},
    {'k', "reset-timestamp", false, Meaning::nothing},
    {'l', "list", false, Meaning::other},
    {'N', "no-update", false, Meaning::nothing},
    {'n', "non-interactive", false, Meaning::nothing},
    {'P', "preserve-groups", false, Meaning::nothing},
    {'p', "prompt", true, Meaning::nothing},
    {'R', "chroot", true, Meaning::other},
    {'r', "role", true, Meaning::nothing},
    {'S', "stdin", false, Meaning::nothing},
    {'s', "shell", false, Meaning::other},
    {'T', "command-timeout", true, Meaning::other},
    {'t', "type", true, Meaning::nothing},
    {'u', "user", true, Meaning::user},
    {'v', "validate", false, Meaning::other},
}};

const Option* find_letter(char letter) {
  const auto* found =
      std::find_if(kOptions.begin(), kOptions.end(),
                   [&](const Option& it) { return it.letter == letter; });
  return found == kOptions.end() ? nullptr : found;
}

const Option* find_name(std::string_view name) {
  const auto* found =
      std::find_if(kOptions.begin(), kOptions.end(),
                   [&](const Option& it) { return it.name == name; });
  return found == kOptions.end() ? nullptr : found;
}

bool is_root(std::string_view user) {
  return user == "root" || user == "#0" || user == "0";
}

class OptionReader {
 public:
  OptionReader(const std::vector<model::ShellWord>& words, std::size_t at)
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
    const Option* option = find_name(word.substr(0, equals).substr(2));
    std::optional<std::string> value;
    if (equals != std::string_view::npos) value = word.substr(equals + 1);
    take(option, word, value);
  }

  // `-nE`, `-uroot`, `-nu root`.
  void short_options(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      const Option* option = find_letter(word[i]);
      const bool value_here =
          option != nullptr && option->takes_value && i + 1 < word.size();
      std::optional<std::string> value;
      if (value_here) value = word.substr(i + 1);
      take(option, "-" + std::string(1, word[i]), value);
      if (value_here || !result_.kept_because.empty()) return;
    }
  }

  void take(const Option* option, std::string_view written,
            std::optional<std::string> value) {
    if (option == nullptr) return keep(written);
    if (option->takes_value && !value) {
      if (result_.end >= words_.size()) return keep(written);
      value = words_[result_.end++].value;
    }
    if (option->meaning == Meaning::other) return keep(written);
    if (option->meaning == Meaning::nothing || is_root(*value)) return;
    const char* what = option->meaning == Meaning::user ? "user" : "group";
    result_.kept_because =
        "it runs the command as the " + std::string(what) + " `" + *value + "`";
  }

  void keep(std::string_view option) {
    result_.kept_because =
        "nothing but `sudo` does what `" + std::string(option) + "` asks for";
  }

  const std::vector<model::ShellWord>& words_;
  SudoOptions result_;
};

}  // namespace

SudoOptions read_sudo_options(const std::vector<model::ShellWord>& words,
                              std::size_t at) {
  return OptionReader(words, at).run();
}

}  // namespace harden
