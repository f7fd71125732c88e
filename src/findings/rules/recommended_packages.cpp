#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/ascii.h"
#include "findings/packages/package_command.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo recommended_packages = {
    .code = "HD441",
    .name = "recommended-packages",
    .summary = "`apt-get install` brings packages that nobody asked for",
    .what =
        "`apt-get install` or `apt install` in the final image without "
        "`--no-install-recommends`, where neither `-o` nor a file of "
        "/etc/apt/apt.conf.d says the same. One finding a RUN.",
    .why =
        "apt then installs what maintainers recommend as well: often many "
        "packages, each with errors of its own and with programs that help an "
        "attacker.",
    .remedy =
        "On request harden adds the option. Where the program needs a "
        "recommended package, name it.",
    .before =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y nginx "
        "&& rm -rf /var/lib/apt/lists/*\n"
        "USER 1000:1000\n",
    .references =
        {"apt-get(8): --no-install-recommends",
         "https://docs.docker.com/build/building/best-practices/#apt-get"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
};

namespace {

bool names_setting(std::string_view text) {
  return text.find('-') != std::string_view::npos &&
         contains_ignoring_case(text, "install-recommends");
}

// `echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/…`
bool sets_it(const Call& call) {
  if (package_command(call)) return false;
  const auto in_word = [](const ShellWord& it) {
    return names_setting(it.value);
  };
  const auto in_lines = [](const Redirection& it) {
    return names_setting(it.heredoc);
  };
  return std::ranges::any_of(call.argv, in_word) ||
         std::ranges::any_of(call.command->redirections, in_lines);
}

// What COPY brings to /etc/apt may be a setting.
bool brings_settings(const Instruction& it) {
  const auto* transfer = it.as<Transfer>();
  return transfer != nullptr &&
         transfer->destination.value.starts_with("/etc/apt");
}

// `$APT_OPTIONS`: what it holds is not looked at.
bool has_unknown_options(const PackageCommand& it) {
  return std::ranges::any_of(it.call->argv, [](const ShellWord& word) {
    if (word.known) return false;
    const std::string name = lower_case(word.value);
    return name.find("opt") != std::string::npos ||
           name.find("flag") != std::string::npos ||
           name.find("arg") != std::string::npos;
  });
}

bool brings_recommended(const PackageCommand& it) {
  if (it.manager != PackageManager::apt || it.call->program == "aptitude" ||
      it.verb() != "install" || it.operands().empty()) {
    return false;
  }
  const ArgumentOptions read = it.options();
  for (const ArgumentOption& option : read.options) {
    if (names_setting(option.name)) return false;
    if (!option.value) continue;
    if (names_setting(option.value->text)) return false;
    const bool may_set = option.is("-o") || option.is("--option") ||
                         option.is("-c") || option.is("--config-file");
    if (may_set && !option.value->known) {
      return false;
    }
  }
  return !has_unknown_options(it);
}

class RecommendsCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void run() {
    for (const std::size_t i : subject_.image_instructions()) {
      if (is_set_ || brings_settings(subject_.instruction(i))) {
        return;
      }
      look(i);
    }
  }

 private:
  void look(std::size_t instruction) {
    std::vector<PackageCommand> found;
    for (const Call& call : subject_.calls_of(instruction)) {
      is_set_ = is_set_ || sets_it(call);
      if (is_set_) break;
      auto it = package_command(call);
      if (it && brings_recommended(*it)) found.push_back(*it);
    }
    if (!found.empty()) say(found);
  }

  void say(const std::vector<PackageCommand>& found) {
    Diagnostic& said = report(
        recommended_packages, subject_.place(*found.front().call),
        fmt::format("`{} install` brings recommended packages along that "
                    "nobody asked for, each one more to update and attack",
                    found.front().call->program),
        "`--no-install-recommends`; name those that are needed");
    said.fix = fix_for(found);
  }

  std::optional<Fix> fix_for(const std::vector<PackageCommand>& found) const {
    Fix fix;
    fix.title = "install no recommended packages";
    fix.safety = Safety::changes_behaviour;
    for (const PackageCommand& it : found) {
      const auto edit = add_option(subject_, it, "--no-install-recommends");
      if (!edit) return std::nullopt;
      fix.edits.push_back(*edit);
    }
    return fix;
  }

  bool is_set_ = false;
};

}  // namespace

void check_recommended_packages(const Subject& subject, Findings& findings) {
  RecommendsCheck(subject, findings).run();
}

}  // namespace harden::rule
