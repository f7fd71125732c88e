#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/text/find_any.h"
#include "image/image_rules.h"
#include "image/sudo/sudo_rights.h"
#include "image/sudo/sudo_use.h"

namespace harden::rule {

extern constexpr RuleInfo sudo_without_password = {
    .code = "HD122",
    .name = "sudo-without-password",
    .summary = "A user of the image may become root without a password",
    .what =
        "A RUN of the image writes an entry with `NOPASSWD` to /etc/sudoers "
        "or /etc/sudoers.d, or COPY or ADD brings such a file there. Stages "
        "that are not part of the final image do not count.",
    .why =
        "Running as that user is then no more than a habit: `sudo` makes any "
        "program of it root.",
    .remedy =
        "Leave the entry out. What needs root belongs into a RUN before USER.",
    .before =
        "FROM debian:12\n"
        "RUN echo 'app ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers\n"
        "USER 1000:1000\n",
    .references = {"sudoers(5): NOPASSWD"},
    .severity = Severity::warning,
};

namespace {

constexpr std::size_t longest_sudoers = std::size_t{1} << 16;

bool asks_no_password(std::string_view text) {
  return text.find("NOPASSWD") != std::string_view::npos;
}

class SudoersCheck {
 public:
  SudoersCheck(const Revision& file, Findings& findings)
      : file_(file), findings_(findings) {}

  void look_at_run(std::size_t index) {
    const Instruction& run = file_.document().instructions[index];
    const std::string_view text = file_.document().text(run.lines);
    if (text.find("sudoers") == std::string_view::npos) return;
    for (const auto& it : file_.stage().commands_of(index)) {
      if (writes_nopasswd(it)) say(run, of_file);
    }
  }

  // A file for /etc/sudoers.d; one that is at hand and asks for passwords is
  // nobody's way to root.
  void look_at(const Instruction& it, const Transfer& transfer) {
    if (!transfer.destination.value.starts_with("/etc/sudoers")) return;
    if (it.heredocs.empty()) {
      for (const Word& source : transfer.sources) look_at(it, source);
      return;
    }
    const bool asks =
        std::ranges::any_of(it.heredocs, [&](const Heredoc& heredoc) {
          return asks_no_password(file_.document().text(heredoc.body));
        });
    if (asks) say(it, of_file);
  }

 private:
  static constexpr std::string_view of_file =
      "an entry for `sudo` asks for no password (`NOPASSWD`)";

  void look_at(const Instruction& it, const Word& source) {
    std::optional<std::string> text;
    if (file_.context() != nullptr && it.flag("from") == nullptr) {
      text = file_.context()->read(source.value, longest_sudoers);
    }
    if (text && !asks_no_password(*text)) return;
    say(it, "`" + source.value + "` becomes an entry for `sudo`" +
                (text ? " that asks for no password (`NOPASSWD`)"
                      : ", which may ask for no password"));
  }

  void say(const Instruction& it, std::string_view seen) {
    findings_.push_back(finding(
        sudo_without_password, it.span,
        std::string(seen) + ": whoever breaks into that user is root",
        "leave the entry out; what needs root belongs into a `RUN` before "
        "`USER`"));
  }

  const Revision& file_;
  Findings& findings_;
};

}  // namespace

void check_sudo_without_password(const Revision& file, Findings& findings) {
  if (!file.mentions_sudo() || !contains_word(file.text(), "sudoers")) return;
  SudoersCheck check(file, findings);
  for (const std::size_t index : file.stage().chain()) {
    const Instruction& it = file.document().instructions[index];
    if (it.keyword == Keyword::run) check.look_at_run(index);
    if (const auto* transfer = it.as<Transfer>()) check.look_at(it, *transfer);
  }
}

}  // namespace harden::rule
