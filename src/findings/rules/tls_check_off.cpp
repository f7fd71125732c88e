#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/text/ascii.h"
#include "findings/runs/check_switch.h"
#include "findings/runs/downloads.h"
#include "findings/runs/switch_report.h"
#include "findings/secrets/written_text.h"

namespace harden::rule {

extern constexpr RuleInfo tls_check_off = {
    .code = "HD434",
    .name = "tls-check-off",
    .summary = "A program does not check whose server answers",
    .what =
        "An option, variable or setting turns the check of certificates off: "
        "`curl -k` (also in `-fsSLk`), `wget --no-check-certificate`, `pip "
        "--trusted-host`, `strict-ssl false` of npm, yarn and pnpm, "
        "`http.sslVerify false` of git, `sslverify` of dnf and yum, "
        "`Verify-Peer` of apt, `disable-tls` of Composer, "
        "`GIT_SSL_NO_VERIFY=1`, `NODE_TLS_REJECT_UNAUTHORIZED=0`, "
        "`PYTHONHTTPSVERIFY=0`, `PIP_TRUSTED_HOST=…` and their like, in RUN, "
        "ENV and ARG, and in settings that RUN lines write. Downloads from "
        "localhost do not count.",
    .why =
        "Whoever sits between the build and the server, a proxy or a "
        "neighbour, can send another program. A variable in ENV keeps the "
        "check off in every container.",
    .remedy =
        "Leave the check on. For a certificate of your own authority, add that "
        "to the image (`update-ca-certificates`). The fix takes options out; "
        "where the server's certificate is bad, the build then fails.",
    .before =
        "FROM alpine:3.20\nRUN wget --no-check-certificate "
        "https://example.com/app\nUSER 1000:1000\n",
    .after =
        "FROM alpine:3.20\nRUN wget https://example.com/app\nUSER 1000:1000\n",
    .references = {"https://curl.se/docs/sslcerts.html",
                   "https://git-scm.com/docs/git-config#Documentation/"
                   "git-config.txt-httpsslVerify"},
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

namespace {

const SwitchTable& tls_switches() {
  static const SwitchTable table(lists::tls_switches);
  return table;
}

constexpr std::string_view tls_risk =
    "does not look whose server answers: whoever sits in between can send "
    "anything";
constexpr std::string_view tls_remedy =
    "leave the check on; where the server has a certificate of your own "
    "authority, add that one to the image";

using When = lists::TlsVariable::When;

bool turns_off(std::string_view name, std::string_view value) {
  for (const lists::TlsVariable& it : lists::tls_variables) {
    if (!equals_ignoring_case(it.name, name)) continue;
    if (it.when == When::off) return is_off(value);
    if (it.when == When::on) return is_on(value);
    return !value.empty();
  }
  return false;
}

// Nobody sits between the build and itself.
bool is_local(const Call& call) {
  bool local = false;
  for (const ShellWord& it : call.argv) {
    const std::size_t scheme = it.value.find("://");
    if (scheme == std::string::npos) continue;
    const std::string_view host = std::string_view(it.value).substr(scheme + 3);
    local = host.starts_with("localhost") || host.starts_with("127.0.0.1");
    if (!local) return false;
  }
  return local;
}

class TlsCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void variables_of(const Instruction& it) {
    const auto* list = it.as<Assignments>();
    const bool counts =
        it.keyword == Keyword::env || it.keyword == Keyword::arg;
    if (!counts || list == nullptr) return;
    for (const Assignment& one : list->list) {
      if (!one.value) continue;
      const WrittenValue value = written_value(subject_.document, *one.value);
      if (value.literal && turns_off(one.name.value, value.text)) {
        variable({one.name.span.begin, one.value->span.end}, one.name.value);
      }
    }
  }

  void call(const Call& it) {
    const CheckSwitches found = tls_switches().find_in(it);
    if (!found.empty() && !is_local(it)) {
      report_switches(subject_, it, found, tls_check_off, tls_risk, tls_remedy,
                      findings_);
    }
    for (const auto& assigned : it.command->assignments) {
      if (turns_off(assigned.name, assigned.value.value)) {
        variable(subject_.place(it, assigned.value.span), assigned.name);
      }
    }
    words(it);
    const WrittenText text(it);
    const auto setting = text.find(lists::tls_settings);
    if (!setting.empty()) {
      report(tls_check_off, subject_.place(it, text.span()),
             fmt::format("the setting `{}` {}", setting, tls_risk),
             std::string(tls_remedy));
    }
  }

 private:
  // `export NAME=0`, `env NAME=0 program`.
  void words(const Call& it) {
    for (const auto& word : it.command->words) {
      const std::size_t equals = word.value.find('=');
      if (equals == std::string::npos || !word.known) continue;
      const std::string_view all = word.value;
      const std::string_view name = all.substr(0, equals);
      if (turns_off(name, all.substr(equals + 1))) {
        variable(subject_.place(it, word.span), name);
      }
    }
  }

  void variable(Span span, std::string_view name) {
    report(tls_check_off, span,
           fmt::format("with `{}` a program {}", name, tls_risk),
           std::string(tls_remedy));
  }
};

}  // namespace

void check_tls_check_off(const Subject& subject, Findings& findings) {
  TlsCheck look(subject, findings);
  for (const Instruction& it : subject.document.instructions) {
    look.variables_of(it);
  }
  for (const Call& it : subject.calls().all()) look.call(it);
}

}  // namespace harden::rule
