#include "command/account_options.h"

namespace harden {
namespace {

// shadow 4.13 and later, src/useradd.c.
constexpr OptionSpec kUseradd[] = {
    {"badname", '!', false, false},
    {"badnames", '!', false, false},
    {"base-dir", 'b', true},
    {"btrfs-subvolume-home", '?', false, false},
    {"comment", 'c', true},
    {"home-dir", 'd', true},
    {"home", 'd', true, false},
    {"defaults", 'D'},
    {"expiredate", 'e', true},
    {"inactive", 'f', true},
    {"add-subids-for-system", 'F'},
    {"gid", 'g', true},
    {"groups", 'G', true},
    {"skel", 'k', true},
    {"key", 'K', true},
    {"no-log-init", 'l'},
    {"create-home", 'm'},
    {"no-create-home", 'M'},
    {"no-user-group", 'N'},
    {"non-unique", 'o'},
    {"password", 'p', true},
    {"prefix", 'P', true},
    {"system", 'r'},
    {"root", 'R', true},
    {"shell", 's', true},
    {"uid", 'u', true},
    {"user-group", 'U'},
    {"selinux-user", 'Z', true},
};

// src/usermod.c.
constexpr OptionSpec kUsermod[] = {
    {"append", 'a'},
    {"badname", 'b'},
    {"comment", 'c', true},
    {"home", 'd', true},
    {"expiredate", 'e', true},
    {"inactive", 'f', true},
    {"gid", 'g', true},
    {"groups", 'G', true},
    {"login", 'l', true},
    {"lock", 'L'},
    {"move-home", 'm'},
    {"non-unique", 'o'},
    {"password", 'p', true},
    {"prefix", 'P', true},
    {"remove", 'r'},
    {"root", 'R', true},
    {"shell", 's', true},
    {"uid", 'u', true},
    {"unlock", 'U'},
    {"add-subuids", 'v', true},
    {"del-subuids", 'V', true},
    {"add-subgids", 'w', true},
    {"del-subgids", 'W', true},
    {"selinux-user", 'Z', true},
};

// src/groupadd.c and src/groupmod.c.
constexpr OptionSpec kGroupadd[] = {
    {"append", 'a'},         {"force", 'f'},          {"gid", 'g', true},
    {"key", 'K', true},      {"new-name", 'n', true}, {"non-unique", 'o'},
    {"password", 'p', true}, {"prefix", 'P', true},   {"system", 'r'},
    {"root", 'R', true},     {"users", 'U', true},
};

constexpr OptionSpec kUserdel[] = {
    {"force", 'f'},        {"remove", 'r'},       {"root", 'R', true},
    {"prefix", 'P', true}, {"selinux-user", 'Z'},
};

// busybox loginutils/adduser.c; Debian's adduser(8) has long options only.
constexpr OptionSpec kAdduser[] = {
    {"home", 'h', true},
    {"gecos", 'g', true},
    {"comment", 'g', true, false},
    {"shell", 's', true},
    {"ingroup", 'G', true},
    {"system", 'S'},
    {"disabled-password", 'D'},
    {"empty-password", 'D', false, false},
    {"disabled-login", 'D', false, false},
    {"no-create-home", 'H'},
    {"uid", 'u', true},
    {"skel", 'k', true},
    {"gid", 'I', true, false},
    {"group", 'Y', false, false},
    {"firstuid", '1', true, false},
    {"lastuid", '2', true, false},
    {"firstgid", '3', true, false},
    {"lastgid", '4', true, false},
    {"conf", '5', true, false},
    {"add_extra_groups", '6', false, false},
    {"add-extra-groups", '6', false, false},
    {"stdoutmsglevel", '7', true, false},
    {"stderrmsglevel", '7', true, false},
    {"logmsglevel", '7', true, false},
};

constexpr OptionSpec kAddgroup[] = {
    {"gid", 'g', true},
    {"system", 'S'},
    {"conf", '5', true, false},
    {"firstgid", '3', true, false},
    {"lastgid", '4', true, false},
};

const OptionSpec* find_long(std::span<const OptionSpec> specs,
                            std::string_view name) {
  const OptionSpec* found = nullptr;
  for (const OptionSpec& spec : specs) {
    if (spec.name == name) return &spec;
    if (!name.empty() && spec.name.starts_with(name) && !found) found = &spec;
  }
  return found;
}

const OptionSpec* find_short(std::span<const OptionSpec> specs, char letter) {
  for (const OptionSpec& spec : specs) {
    if (spec.short_form && spec.letter == letter) return &spec;
  }
  return nullptr;
}

class AccountOptionReader {
 public:
  AccountOptionReader(std::span<const Argument> arguments,
                      std::span<const OptionSpec> specs)
      : arguments_(arguments), specs_(specs) {}

  ParsedOptions run() {
    bool options = true;
    for (; at_ < arguments_.size(); ++at_) {
      const Argument& argument = arguments_[at_];
      if (options && argument.value == "--") {
        options = false;
      } else if (options && argument.value.starts_with("--")) {
        long_option(argument);
      } else if (options && argument.value.size() > 1 &&
                 argument.value[0] == '-') {
        short_options(argument);
      } else {
        result_.operands.push_back(argument);
      }
    }
    return std::move(result_);
  }

 private:
  void add(char letter, Argument value) {
    result_.options.emplace_back(letter, std::move(value));
  }

  Argument next_argument() {
    if (at_ + 1 >= arguments_.size()) return {};
    return arguments_[++at_];
  }

  void long_option(const Argument& argument) {
    const std::string_view text = std::string_view(argument.value).substr(2);
    const std::size_t equals = text.find('=');
    const OptionSpec* spec = find_long(specs_, text.substr(0, equals));
    if (spec == nullptr) return;
    if (equals != std::string_view::npos) {
      add(spec->letter,
          {std::string(text.substr(equals + 1)), argument.unknown_because});
    } else {
      add(spec->letter, spec->takes_value ? next_argument() : Argument{});
    }
  }

  void short_options(const Argument& argument) {
    const std::string& text = argument.value;
    for (std::size_t i = 1; i < text.size(); ++i) {
      const OptionSpec* spec = find_short(specs_, text[i]);
      if (spec == nullptr) continue;
      if (!spec->takes_value) {
        add(spec->letter, {});
        continue;
      }
      add(spec->letter, i + 1 < text.size() ? Argument{text.substr(i + 1),
                                                       argument.unknown_because}
                                            : next_argument());
      return;
    }
  }

  std::span<const Argument> arguments_;
  std::span<const OptionSpec> specs_;
  std::size_t at_ = 0;
  ParsedOptions result_;
};

}  // namespace

bool ParsedOptions::has(char letter) const { return find(letter) != nullptr; }

const Argument* ParsedOptions::find(char letter) const {
  for (auto it = options.rbegin(); it != options.rend(); ++it) {
    if (it->first == letter) return &it->second;
  }
  return nullptr;
}

ParsedOptions parse_options(std::span<const Argument> arguments,
                            std::span<const OptionSpec> specs) {
  return AccountOptionReader(arguments, specs).run();
}

std::span<const OptionSpec> useradd_options() { return kUseradd; }
std::span<const OptionSpec> usermod_options() { return kUsermod; }
std::span<const OptionSpec> groupadd_options() { return kGroupadd; }
std::span<const OptionSpec> userdel_options() { return kUserdel; }
std::span<const OptionSpec> adduser_options() { return kAdduser; }
std::span<const OptionSpec> addgroup_options() { return kAddgroup; }

}  // namespace harden
