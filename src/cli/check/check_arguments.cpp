#include "cli/check/check_arguments.h"

#include <fmt/format.h>

#include "base/text/enum_words.h"
#include "base/text/word_lists.h"
#include "cli/options/shared_arguments.h"

namespace harden::cli {
namespace {

constexpr auto report_formats =
    enum_words<ReportFormat::text, ReportFormat::markdown>(
        "text", "json", "sarif", "junit", "gitlab", "github", "markdown");

// "HD401,HD120", each a code or a name.
void add_rules(std::string_view words, std::vector<RuleId>& rules) {
  for (;;) {
    const auto end = words.find(',');
    rules.push_back(known_rule(words.substr(0, end)).code);
    if (end == words.npos) return;
    words.remove_prefix(end + 1);
  }
}

}  // namespace

const CommandHelp CheckArguments::help = {
    "harden check", "harden check [FILE|FOLDER|PATTERN]... [OPTIONS]",
    "Says as whom images run, and what undoes the isolation of containers:\n"
    "reads Dockerfiles, Compose files, Kubernetes manifests and run lines.",
    R"(Examples:
  harden check                            (the current folder)
  harden check Dockerfile services deploy/
  harden check 'apps/**/*.yaml' --jobs 4
  harden check --changed-since origin/main
  harden check - --stdin-filename app/Dockerfile < Dockerfile
  harden check --unknown=warn */Dockerfile
  harden check Dockerfile --build-arg APP_USER=1000:1000
  harden check Dockerfile --allow-step-down=no
  docker image inspect corp/base > base.json
  harden check Dockerfile --base-inspect base.json
  harden check compose.yaml k8s/*.yaml
  harden check --run 'docker run --privileged -v /:/host alpine'
  harden check --format sarif -o harden.sarif Dockerfile
  harden check --format markdown */Dockerfile >> "$GITHUB_STEP_SUMMARY"
  harden check --fix Dockerfile
  harden check --fix --unsafe --diff Dockerfile
  harden check --fix-only HD130 --unsafe Dockerfile
  harden check --write-baseline
  harden check --baseline harden-baseline.json
  cat Dockerfile | harden check --fix - -o report.txt > Dockerfile.fixed

--format json      for programs (docs/check.schema.json)
--format sarif     SARIF 2.1.0, for code scanning and editors
--format junit     a suite for each file; what fails the check is a failure
--format gitlab    a Code Quality report
--format github    annotations of GitHub Actions
--format markdown  a table, for job summaries and comments

The file of -o is there as a whole or not at all. Files that cannot be checked
are told in every format, and on standard error.

--fix leaves what --unsafe would change, what comments excuse, and what only you
can decide. The report then says what was fixed, and the exit status is that of
what is left. Where standard output holds a diff or the fixed standard input,
the report goes to -o, or as text to standard error.

In folders Dockerfile, Containerfile, Dockerfile.* and *.Dockerfile are looked
for, and Compose files and manifests by what is in them; hidden folders too, but
neither .git nor what .gitignore names. Other YAML there is passed over, as are
templates. Patterns in quotes are read by harden, ** stands for folders.
--changed-since takes only files that differ themselves, or that git does not
know yet: a changed start script or harden.toml does not bring its Dockerfile.

A comment above an instruction or setting excuses a finding there,
ignore-stage one in its stage of a Dockerfile, ignore-file one in its file:
  # harden: ignore=HD101 needs raw sockets until we move to ambient caps

[check] in the nearest harden.toml (`harden config FILE` prints what holds):
  [check]
  fail-level = "warning"
  require-reason = true              # of comments that excuse
  suppressions = ["HD101"]           # none may excuse it; or "forbidden"
  [check.severity]
  HD104 = "error"                    # error, warning, info, note or off
  [[check.ignore]]
  path = "legacy/**"
  rules = ["HD101"]
  reason = "is switched off at the end of the year"
  expires = 2026-12-31

--write-baseline keeps what is found in a file, and --baseline leaves that out
later, so that only what is new is reported. Findings are known by their rule
and the text of their line, wherever that moves.

Exit status:
  0  shown to run unprivileged; nothing else of --fail-level or above
  1  root, or nobody can tell; or stepping down where that is not allowed;
     another finding of --fail-level (error) or above
  2  not readable, none of these files, nothing found to check, keys given
     twice or that no engine knows, or wrong usage; nothing changed is 0)"};

void CheckArguments::declare(OptionSet& options) {
  options.positionals("FILE", files,
                      "Files, folders or patterns; - is standard input");
  options.text("--stdin-filename", stdin_filename, "NAME",
               "What standard input is called");
  options.text("--changed-since", changed_since, "REV",
               "Only files that changed since a revision of git");
  options.number("-j,--jobs", jobs, 1, 256, "N", "Threads, if not one a core");
  options.text("--run", run_line, "LINE",
               "A docker run or podman run line to check");
  declare_weights(options);
  declare_report(options);
  declare_fix(options);
  declare_baseline(options);
  declare_context(options);
  declare_terminal(options);
  options.check([this] { require_sense(); });
}

void CheckArguments::declare_report(OptionSet& options) {
  options.choice("--format", report_format, report_formats, "FORMAT",
                 "text (default), json, sarif, junit, gitlab,\ngithub or "
                 "markdown");
  declare_output(options,
                 "Where the report goes; standard output if not given");
}

void CheckArguments::declare_fix(OptionSet& options) {
  options.flag("--fix", fix,
               "Rewrite Dockerfiles: apply the fixes that are safe");
  options.flag("--unsafe", unsafe,
               "With --fix: also what may change behaviour,\n"
               "and what `harden FILE` does about root");
  options.values(
      "--fix-only",
      [this](const std::string& words) {
        add_rules(words, fix_only);
        fix = true;
      },
      "CODE", "Apply only fixes of this rule");
  options.flag("--diff", diff, "With --fix: only print what would change");
}

// The flag takes a value only behind `=`: a file that follows is one to check,
// which must not be overwritten.
void CheckArguments::declare_baseline(OptionSet& options) {
  options.text("--baseline", baseline, "FILE",
               "Leave out the findings that it knows");
  options.flag_with_value("--write-baseline", write_baseline,
                          "Write all that is found into it; =FILE\n"
                          "names it (harden-baseline.json)");
}

void CheckArguments::require_sense() const {
  if (!fix) {
    if (unsafe) throw UsageError("`--unsafe` goes with `--fix`");
    if (diff) throw UsageError("`--diff` goes with `--fix`");
  }
  for (const RuleId it : fix_only) {
    if (unsafe || find_rule(it)->safety != Safety::changes_behaviour) continue;
    throw UsageError(fmt::format(
        "fixing {} may change what the program does; add `--unsafe` if that is "
        "wanted",
        it));
  }
  if (!stdin_filename.empty() && !is_one_of("-", files)) {
    throw UsageError(
        "`--stdin-filename` names standard input; give `-` as the file");
  }
}

}  // namespace harden::cli
