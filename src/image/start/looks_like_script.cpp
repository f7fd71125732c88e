#include "image/start/looks_like_script.h"

#include <cstddef>

#include "base/text/paths.h"
#include "image/start/root_programs.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

constexpr std::string_view blanks = " \t\r";

}  // namespace

// The interpreter may stand behind `env` and its flags, or busybox.
bool has_shell_shebang(std::string_view content) {
  if (!content.starts_with("#!")) return false;
  std::string_view line = content.substr(2, content.find('\n') - 2);
  while (!line.empty()) {
    const std::size_t begin = line.find_first_not_of(blanks);
    if (begin == std::string_view::npos) break;
    line.remove_prefix(begin);
    const std::string_view word = line.substr(0, line.find_first_of(blanks));
    if (is_shell(word)) return true;
    line.remove_prefix(word.size());
  }
  return false;
}

bool has_suffix_of_script(std::string_view path) {
  const std::string_view name = base_name(path);
  return name.ends_with(".sh") || name.ends_with(".bash");
}

bool is_name_of_script(std::string_view path) {
  const std::string_view name = base_name(path);
  if (name.find('.') != std::string_view::npos) {
    return has_suffix_of_script(path);
  }
  for (std::string_view part : {"entrypoint", "entry-point", "startup"}) {
    if (name.find(part) != std::string_view::npos) return true;
  }
  return name == "start" || name == "run" || name == "init" || name == "boot";
}

bool may_be_script(std::string_view path) {
  return base_name(path).find('.') == std::string_view::npos ||
         has_suffix_of_script(path);
}

}  // namespace harden
