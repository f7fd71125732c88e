#include "dockerfile/accounts/account_files.h"

#include <algorithm>
#include <string>

namespace harden {

bool is_account_file(std::string_view path) {
  return path == "/etc/passwd" || path == "/etc/group";
}

namespace {

// `-i`, `-ri`, `-i.bak`, `--in-place`; or a script with `w FILE`.
bool edits_in_place(std::span<const Argument> arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](auto& it) {
    const std::string& word = it.value;
    const bool options = word.starts_with('-') && !word.starts_with("--");
    // A script with variables in it is no option.
    const bool may_be_option =
        !it.known() && (word.empty() || word[0] == '$' || word[0] == '-');
    return may_be_option || word.starts_with("--in-place") ||
           (options && word.find('i') != std::string::npos) ||
           word.find("w /etc/") != std::string::npos;
  });
}

}  // namespace

bool names_passwd(std::span<const Argument> arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](auto& it) {
    const std::size_t at = it.value.find("/etc/passwd");
    if (!it.known() || at == std::string::npos) return false;
    // `open('/etc/passwd')`, but not `/rootfs/etc/passwd`.
    constexpr std::string_view before = "'\" =(,";
    return at == 0 || before.find(it.value[at - 1]) != before.npos;
  });
}

bool changes_account_files(std::string_view program,
                           std::span<const Argument> arguments) {
  const bool copies = program == "cp" || program == "mv" || program == "ln" ||
                      program == "install" || program == "rsync";
  if (copies) {
    if (arguments.empty()) return false;
    const std::string& to = arguments.back().value;
    return is_account_file(to) || to == "/etc" || to == "/etc/" || to == "/";
  }
  if (program == "tar" || program == "unzip") {
    return std::any_of(arguments.begin(), arguments.end(), [](auto& it) {
      return it.value == "/" || it.value == "/etc";
    });
  }
  if (program == "sed" && !edits_in_place(arguments)) return false;
  const bool writes = program == "sed" || program == "perl" ||
                      program == "patch" || program == "python" ||
                      program == "python3" || program == "dd" ||
                      program == "rm" || program == "truncate" ||
                      program == "ruby" || program == "node";
  return writes &&
         std::any_of(arguments.begin(), arguments.end(), [](auto& it) {
           return it.value.find("/etc/passwd") != std::string::npos ||
                  it.value.find("/etc/group") != std::string::npos;
         });
}

}  // namespace harden
