#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "findings/runs/check_switch.h"
#include "findings/runs/switch_report.h"
#include "findings/secrets/written_text.h"

namespace harden::rule {

extern constexpr RuleInfo signature_check_off = {
    .code = "HD435",
    .name = "signature-check-off",
    .summary = "Packages are installed without a look at their signature",
    .what =
        "An option or setting lets a package manager take what nobody signed: "
        "`apk --allow-untrusted`, `apt-get --allow-unauthenticated` and "
        "`--force-yes`, `deb [trusted=yes] https://…`, `dnf --nogpgcheck`, "
        "`gpgcheck=0`, `rpm --nosignature`, `zypper --no-gpg-checks`, "
        "`SigLevel = Never`.",
    .why =
        "The signature is what makes a package that of its distribution. "
        "Without it whoever controls the mirror or the connection installs "
        "programs as root.",
    .remedy =
        "Add the key of the repository; for a package file of your own compare "
        "a checksum. The fix takes options out; where packages are unsigned, "
        "the build then fails.",
    .before =
        "FROM debian:12\nRUN apt-get update && apt-get install -y "
        "--allow-unauthenticated app\nUSER 1000:1000\n",
    .after =
        "FROM debian:12\nRUN apt-get update && apt-get install -y app\n"
        "USER 1000:1000\n",
    .references = {"https://manpages.debian.org/apt-secure",
                   "https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper"},
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

namespace {

const SwitchTable& signature_switches() {
  static const SwitchTable table(lists::signature_switches);
  return table;
}

constexpr std::string_view unsigned_risk =
    "installs packages whoever made them: whoever controls the server or the "
    "connection can send anything";
constexpr std::string_view unsigned_remedy =
    "add the key with which the packages are signed; for a file of your own "
    "compare its checksum";

// `deb [trusted=yes] https://…`; what lies in the image itself is not a
// server's.
bool trusts_source(std::string_view text) {
  return text.find('=') != std::string_view::npos &&
         contains_ignoring_case(text, "trusted=yes") &&
         contains_ignoring_case(text, "deb") &&
         !contains_ignoring_case(text, "file:");
}

// `apt-get purge --force-yes` installs nothing.
bool only_removes(const Call& call) {
  constexpr std::string_view verbs[] = {"purge",     "remove", "autoremove",
                                        "autopurge", "clean",  "autoclean"};
  return call.program.starts_with("apt") &&
         std::ranges::any_of(call.argv, [&](const auto& it) {
           return is_one_of(it.value, verbs);
         });
}

class SignatureCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void call(const Call& it) {
    if (only_removes(it)) return;
    report_switches(subject_, it, signature_switches().find_in(it),
                    signature_check_off, unsigned_risk, unsigned_remedy,
                    findings_);
    const WrittenText text(it);
    const auto found = text.find(lists::signature_settings);
    if (!found.empty()) say(it, text.span(), found);
    sources(it);
  }

 private:
  void sources(const Call& it) {
    // The program itself is not a source of packages.
    for (std::size_t i = 1; i < it.argv.size(); ++i) {
      if (trusts_source(it.argv[i].value) && !it.may_be_shell) {
        return say(it, it.argv[i].span, "trusted=yes");
      }
    }
    for (const auto& redirection : it.command->redirections) {
      if (trusts_source(redirection.heredoc)) {
        return say(it, redirection.target.span, "trusted=yes");
      }
    }
  }

  void say(const Call& call, Span in_text, std::string_view setting) {
    report(signature_check_off, subject_.place(call, in_text),
           fmt::format("the setting `{}` {}", setting, unsigned_risk),
           std::string(unsigned_remedy));
  }
};

}  // namespace

void check_signature_check_off(const Subject& subject, Findings& findings) {
  SignatureCheck look(subject, findings);
  for (const Call& it : subject.calls().all()) look.call(it);
}

}  // namespace harden::rule
