#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/ascii.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "findings/modes/given_mode.h"
#include "findings/packages/package_command.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo set_uid_programs_of_base = {
    .code = "HD402",
    .name = "set-uid-programs-of-base",
    .summary = "The set-uid programs of the base image stay",
    .what =
        "The final image is built on a distribution that ships set-uid "
        "programs (`su`, `mount`, `passwd` …), on Alpine with packages that "
        "may bring some, and no `RUN` takes the bits away with `find / -perm "
        "…`.",
    .why =
        "Services need none of them, and each is a way to root for whoever "
        "gets into the container. `no-new-privileges` closes it, too, but only "
        "where whoever starts the container asks for it.",
    .remedy =
        "On request harden adds a `RUN` behind root's last line of "
        "the final stage, for images on Debian and Alpine. Not where the image "
        "has `sudo`, which is set-uid itself.",
    .before =
        "FROM debian:12\nRUN useradd --uid 1000 app\nUSER 1000:1000\n"
        "CMD [\"sleep\", \"infinity\"]\n",
    .references =
        {"CIS Docker Benchmark 4.8: setuid and setgid permissions are "
         "removed",
         "https://docs.kernel.org/userspace-api/no_new_privs.html"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .on_request = true,
};

namespace {

// GNU's find and busybox's know both tests.
constexpr std::string_view bit_remover =
    "find / -xdev -type f \\( -perm -4000 -o -perm -2000 \\) "
    "-exec chmod a-s {} +";

template <typename Test>
bool any_install(const Subject& subject, Test test) {
  return std::ranges::any_of(subject.image_instructions(), [&](std::size_t i) {
    return std::ranges::any_of(subject.calls_of(i), [&](const Call& call) {
      const auto it = package_command(call);
      return it && it->installs() && test(*it);
    });
  });
}

bool is_of_alpine(const PackageCommand& it) {
  return it.manager == PackageManager::apk;
}

bool brings_sudo(const PackageCommand& it) {
  return std::ranges::any_of(it.packages(), [](const std::string& name) {
    return name == "sudo" || name == "doas";
  });
}

// Alpine itself has none any more; its packages do.
bool ships_them(const Subject& subject) {
  const ImageState& image = *subject.image;
  if (image.base == nullptr || !image.base->has_shell) return false;
  switch (image.base->family) {
    case Family::debian:
    case Family::redhat:
    case Family::amazonlinux:
    case Family::suse:
    case Family::arch:
    case Family::azurelinux:
      return true;
    case Family::alpine:
      return any_install(subject, is_of_alpine);
    default:
      return false;
  }
}

bool are_cleared(const Subject& subject) {
  return std::ranges::any_of(subject.image_instructions(), [&](std::size_t i) {
    return std::ranges::any_of(subject.calls_of(i), clears_all_set_ids);
  });
}

// What starts another program as root on purpose would stop working.
bool needs_them(const Subject& subject) {
  const auto names_sudo = [](std::string_view text) {
    return text.find("sudo") != std::string_view::npos;
  };
  for (const auto* launch : {&subject.image->entrypoint, &subject.image->cmd}) {
    if (!*launch) continue;
    if (names_sudo((*launch)->text)) return true;
    if (std::ranges::any_of((*launch)->argv, names_sudo)) return true;
  }
  return any_install(subject, brings_sudo);
}

// Behind the instruction.
bool is_root(const Subject& subject, const Stage& stage, std::size_t i) {
  const UserSetting& user = i + 1 < stage.end
                                ? subject.evaluation.user_before[i + 1]
                                : subject.image->user;
  const Privilege privilege =
      effective_user(subject.document, *subject.image, user).privilege;
  return privilege == Privilege::root || privilege == Privilege::steps_down;
}

// Where root's part of the final stage ends: behind the last RUN, COPY or ADD
// that root runs. What another user's lines bring cannot be set-uid root.
std::optional<std::size_t> last_of_root(const Subject& subject) {
  const Stage& stage = subject.lines();
  for (std::size_t i = stage.end; i-- > stage.begin;) {
    switch (subject.instruction(i).keyword) {
      case Keyword::from:
      case Keyword::run:
      case Keyword::copy:
      case Keyword::add:
        if (is_root(subject, stage, i)) return i;
        break;
      default:
        break;
    }
  }
  return std::nullopt;
}

std::optional<Fix> bit_removal(const Subject& subject) {
  const Family family = subject.image->base->family;
  const auto& shell = subject.image->shell;
  if (family != Family::debian && family != Family::alpine) return {};
  if (!shell.empty() || needs_them(subject)) return {};
  const auto at = last_of_root(subject);
  if (!at) return {};
  const Document& document = subject.document;
  NewLines lines;
  if (subject.options.comments) {
    lines.lines.push_back(
        "# No program gives root's rights to whoever starts it (added by "
        "harden)");
  }
  // A backslash would be no escape for the shell alone.
  if (document.style.escape != '\\') return {};
  lines.lines.push_back(keyword_in_style(document, Keyword::run) + " " +
                        std::string(bit_remover));
  return Fix{"take the set-uid and set-gid bits away",
             Safety::changes_behaviour,
             {insert_after(document, document.instructions[*at], lines)}};
}

}  // namespace

void check_set_uid_programs_of_base(const Subject& subject,
                                    Findings& findings) {
  if (subject.image == nullptr || !ships_them(subject) ||
      are_cleared(subject)) {
    return;
  }
  const Stage& stage = subject.lines();
  const bool alpine = subject.image->base->family == Family::alpine;
  const std::string which =
      alpine ? "set-uid programs that packages bring"
             : fmt::format("the set-uid programs of `{}` (`su`, `mount` …)",
                           subject.image->base_reference);
  Diagnostic& said = report(
      findings, set_uid_programs_of_base, subject.instruction(stage.begin).span,
      which + " stay in the image: an error in one of them makes any user root",
      "take the bits away in a `RUN` in front of `USER`, and run with "
      "`no-new-privileges`");
  said.fix = bit_removal(subject);
}

}  // namespace harden::rule
