#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "command/shell_commands.h"
#include "findings/runs/downloads.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo download_piped_to_shell = {
    .code = "HD432",
    .name = "download-piped-to-shell",
    .summary = "A RUN line runs what it downloads, unchecked",
    .what =
        "curl or wget writes into a shell or another interpreter (`curl … | "
        "sh`, `wget -qO- … | sudo bash -s`, `sh -c \"$(curl …)\"`, `bash "
        "<(curl …)`, `eval \"$(curl …)\"`), and nothing between them compares "
        "a checksum or signature. Interpreters that read data that way "
        "(`python3 -m json.tool`, `sh script`) do not count.",
    .why =
        "Whoever controls the server or the name runs commands in the build, "
        "and a connection that breaks off runs half of the script.",
    .remedy =
        "Download to a file, check it (`echo \"<sum>  install.sh\" | "
        "sha256sum -c -`), then run it; or use the package of the "
        "distribution.",
    .before =
        "FROM debian:12\nRUN curl -fsSL https://example.com/install.sh | sh\n"
        "USER 1000:1000\n",
    .references = {"https://slsa.dev/spec/v1.0/threats"},
    .severity = Severity::warning,
};

namespace {

constexpr std::string_view piped_remedy =
    "download it to a file, compare its checksum (`sha256sum -c`), then run it";

// `curl … | tee log | sudo bash -s`; null when nothing runs it.
const Call* runner(const std::vector<const Call*>& pipeline) {
  for (const Call* it : std::span(pipeline).subspan(1)) {
    if (checks_input(*it)) return nullptr;
    if (runs_input(*it)) return it;
  }
  return nullptr;
}

// The downloader in `$(curl …)` or `<(curl …)`; empty when there is none.
std::string downloads_in(std::string_view word) {
  for (const std::string_view inner : substitutions(word)) {
    for (const auto& it : shell_commands(inner)) {
      // The last of the pipe gives the text.
      if (it.piped) continue;
      const Call call = call_of(it);
      if (is_downloader(call)) return std::string(call.program);
    }
  }
  return {};
}

class PipedDownloadCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void run() {
    for (const Call& it : subject_.calls().all()) {
      if (is_downloader(it) && it.reader) {
        piped(it);
      } else {
        substituted(it);
      }
    }
  }

 private:
  void piped(const Call& first) {
    const Call* shell = runner(subject_.calls().pipeline(first));
    if (shell == nullptr) return;
    const Span span{first.span.begin,
                    std::max(first.span.end, shell->span.end)};
    say(first, span, first.program, shell->program);
  }

  // `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(curl …)"`.
  void substituted(const Call& call) {
    const std::string_view program = call.program;
    const bool runs_words =
        program == "eval" || program == "source" || program == ".";
    if (!runs_words && !call.may_be_shell) return;
    for (std::size_t i = 1; i < call.argv.size(); ++i) {
      const ShellWord& word = call.argv[i];
      if (word.known) continue;
      const std::string from = downloads_in(word.value);
      if (from.empty()) continue;
      return say(call, call.span, from, program);
    }
  }

  void say(const Call& call, Span span, std::string_view from,
           std::string_view program) {
    report(download_piped_to_shell, subject_.place(call.instruction, span),
           fmt::format("`{}` runs what `{}` gets, unseen: whoever controls the "
                       "server or the name controls the image",
                       program, from),
           std::string(piped_remedy));
  }
};

}  // namespace

void check_download_piped_to_shell(const Subject& subject, Findings& findings) {
  PipedDownloadCheck(subject, findings).run();
}

}  // namespace harden::rule
