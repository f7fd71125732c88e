// Options and settings that switch checks off, and options that take secrets:
// templates/lists/switches.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

// An option of some programs with which they do not check something.
struct CheckOption {
  // Blanks between; versions behind the names do not matter.
  std::string_view programs;
  std::string_view option;  // "--insecure", "-k", or a setting: "sslverify"
  enum class Kind : std::uint8_t {
    flag,        // alone; `--option=false` is none
    with_value,  // `--option value`, `--option=value`
    // NAME=off in `-o NAME=off`, `--setopt=NAME=off`, `-c NAME=off`
    setting_off,
    setting_on,  // the same, and the harm is in its being on
    words_off,   // `config set NAME off`, NAME=off
    words_on,
  };
  Kind kind = Kind::flag;
};

// Whose server answers is not looked at.
extern const std::span<const CheckOption> tls_switches;
struct TlsVariable {
  std::string_view name;
  enum class When : std::uint8_t { off, on, set };
  When when = When::off;  // the value with which it does the harm
};
extern const std::span<const TlsVariable> tls_variables;
// As they stand in files: lower case, without blanks.
extern const SortedWords tls_settings;

// Packages are installed whoever made them.
extern const std::span<const CheckOption> signature_switches;
extern const SortedWords signature_settings;

// Options that take a secret and do not say so by their name.
struct LoginOption {
  std::string_view program;
  std::string_view letters_with_value;
  std::string_view letter;    // takes the secret
  bool behind_colon = false;  // `-u user:password`
};
extern const std::span<const LoginOption> login_options;

}  // namespace harden::lists
