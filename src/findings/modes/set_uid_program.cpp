// HD401: programs that run as their owner whoever starts them.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "findings/lint/lint_rules.h"
#include "findings/modes/cleared_set_id.h"
#include "findings/modes/lasting_mode.h"

namespace harden::lint_rules {
namespace {

bool is_in_program_folder(std::string_view path) {
  return path.find("/bin/") != std::string_view::npos ||
         path.find("/sbin/") != std::string_view::npos ||
         path.find("/libexec/") != std::string_view::npos;
}

// The set-gid bit of a folder passes its group on to new files, and no program
// gains anything; which paths are folders is not known.
bool concerns_program(const GivenMode& it) {
  if (it.for_folders) return false;
  const ModeBits bits = added_bits(it.mode);
  if (bits.set_uid) return true;
  return bits.set_gid && !it.recursive &&
         std::ranges::any_of(it.paths, is_in_program_folder);
}

void say_set_uid(const GivenMode& it, Findings& findings) {
  const bool set_uid = added_bits(it.mode).set_uid;
  const std::string what =
      it.paths.empty() ? "a file" : "`" + it.paths.front() + "`";
  findings.push_back(finding(
      "HD401", it.place,
      fmt::format("`{}` makes {} {}: whoever starts it gets the rights of its "
                  "{}, and an error in it gives them away",
                  it.mode, what, set_uid ? "set-uid" : "set-gid",
                  set_uid ? "owner, who is mostly root" : "group"),
      "leave the bit out; do at build time what needs root, or give the file "
      "the one capability that it needs"));
}

}  // namespace

void set_uid_program(const Subject& subject, Findings& findings) {
  const ModeQuestion question{concerns_program, clears_set_id,
                              clears_all_set_ids};
  for (const GivenMode& it : lasting_modes(subject, question)) {
    say_set_uid(it, findings);
  }
}

}  // namespace harden::lint_rules
