#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "findings/modes/given_mode.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo set_uid_program = {
    .code = "HD401",
    .name = "set-uid-program",
    .summary = "A program of the image is made set-uid or set-gid",
    .what =
        "`chmod u+s`, `chmod 4755`, `install -m 6755`, `COPY --chmod=4755` and "
        "the like in the final image, unless a later line takes the bit or the "
        "file away. The set-gid bit of folders does not count: it only passes "
        "the group on.",
    .why =
        "Such a program runs with its owner's rights whoever starts it, and "
        "that is mostly root. Whoever gets into the container needs one error "
        "in it to become root. Under `no-new-privileges` the bit does nothing, "
        "so the program then fails.",
    .remedy =
        "Leave the bit out and do at build time what needs root. Where the "
        "program needs one right only, give the file that capability "
        "(`setcap`).",
    .before =
        "FROM debian:12\nCOPY helper /usr/local/bin/helper\n"
        "RUN chmod 4755 /usr/local/bin/helper\nUSER 1000:1000\n",
    .references = {"https://docs.kernel.org/userspace-api/no_new_privs.html",
                   "chmod(1): set-user-ID and set-group-ID bits"},
    .severity = Severity::warning,
};

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
  report(
      findings, set_uid_program, it.place,
      fmt::format("`{}` makes {} {}: whoever starts it gets the rights of its "
                  "{}, and an error in it gives them away",
                  it.mode, what, set_uid ? "set-uid" : "set-gid",
                  set_uid ? "owner, who is mostly root" : "group"),
      "leave the bit out; do at build time what needs root, or give the file "
      "the one capability that it needs");
}

}  // namespace

void check_set_uid_program(const Subject& subject, Findings& findings) {
  const ModeQuestion question{concerns_program, clears_set_id,
                              clears_all_set_ids};
  for (const GivenMode& it : lasting_modes(subject, question)) {
    say_set_uid(it, findings);
  }
}

}  // namespace harden::rule
