// HD0xx: what stands in the file, before anything is said about users.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view syntax_references[] = {
    "https://docs.docker.com/reference/dockerfile/",
    "moby/buildkit: frontend/dockerfile/parser/parser.go",
    "moby/buildkit: frontend/dockerfile/instructions/parse.go",
};
inline constexpr RuleInfo syntax_error = {
    .code = "HD001",
    .name = "syntax-error",
    .summary = "BuildKit would refuse this line",
    .what =
        "Every line is read by BuildKit's own rules: directives, continued "
        "lines, heredocs, flags and the arguments of each instruction. What "
        "`docker build` would stop at is reported with its place and likely "
        "cause: a heredoc without its end, FROM without an image, a stage name "
        "used before it exists, an instruction before the first FROM.",
    .why =
        "The image does not build, so nothing said about its user has any "
        "worth until the line is repaired.",
    .remedy =
        "Repair the line as the message says. harden leaves it as it is and "
        "goes on with the rest of the file.",
    .before = "FROM debian:12\nRUN <<EOF\napt-get update\n",
    .after = "",
    .references = syntax_references,
    .severity = Severity::error,
};

inline constexpr std::string_view unknown_instruction_references[] = {
    "https://docs.docker.com/reference/dockerfile/#overview",
    "moby/buildkit: frontend/dockerfile/command/command.go",
};
inline constexpr RuleInfo unknown_instruction = {
    .code = "HD002",
    .name = "unknown-instruction",
    .summary = "No Dockerfile frontend is known to have this instruction",
    .what =
        "The first word of an instruction is none of those that the Dockerfile "
        "reference lists. Case does not matter.",
    .why =
        "BuildKit stops there, unless a `# syntax=` line names a frontend that "
        "knows more. Often it is a misspelt word, or a command whose line lost "
        "its continuation backslash.",
    .remedy =
        "Correct the word, or end the line before with a backslash. harden "
        "keeps the line as it is.",
    .before =
        "FROM debian:12\nRUN apt-get update &&\n    apt-get install -y "
        "curl\n",
    .after = "",
    .references = unknown_instruction_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view exec_form_references[] = {
    "https://docs.docker.com/reference/dockerfile/#shell-and-exec-form",
    "moby/buildkit: frontend/dockerfile/parser/line_parsers.go (parseJSON)",
};
inline constexpr RuleInfo broken_exec_form = {
    .code = "HD003",
    .name = "broken-exec-form",
    .summary = "Looks like the exec form, but is not valid JSON",
    .what =
        "RUN, CMD, ENTRYPOINT, SHELL or HEALTHCHECK CMD begins with `[`, but "
        "what follows is not a JSON array of strings: single quotes, a missing "
        "comma, a comma too many, a lone backslash.",
    .why =
        "The engine does not complain. It hands the text to `/bin/sh -c`, "
        "which looks for a program named `[`: the container ends at once, or "
        "runs under a shell that does not pass signals on.",
    .remedy =
        "Write a JSON array: double quotes around every string, commas between "
        "them, backslashes doubled: `CMD [\"node\", \"server.js\"]`.",
    .before = "FROM node:20\nUSER 1000:1000\nCMD ['node', 'server.js']\n",
    .after = "",
    .references = exec_form_references,
    .severity = Severity::warning,
};

inline constexpr RuleInfo unused_suppression = {
    .code = "HD004",
    .name = "unused-suppression",
    .summary = "A suppression comment suppresses nothing",
    .what =
        "A `# harden: ignore=CODE` comment stands above an instruction for "
        "which that code is not reported, `# harden: ignore-stage=CODE` in a "
        "stage or `# harden: ignore-file=CODE` in a file where it is not "
        "reported at all. Codes about what a rewrite does, as HD106 or HD140, "
        "are not looked at: `harden check` never reports them.",
    .why =
        "What it once excused is gone; left in place it would hide the same "
        "fault when it comes back.",
    .remedy =
        "Remove the code from the comment, or the whole comment. It belongs on "
        "the line above the instruction that the finding points to.",
    .before =
        "FROM debian:12\n# harden: ignore=HD101 needs root\nUSER 1000:1000\n",
    .after = "",
    .references = {},
    .severity = Severity::warning,
};

inline constexpr RuleInfo unknown_suppression_code = {
    .code = "HD005",
    .name = "unknown-suppression-code",
    .summary = "A suppression comment names a code that does not exist",
    .what =
        "A `# harden:` comment names a code or rule name that `harden rules` "
        "does not list, or an action other than `ignore`, `ignore-stage` and "
        "`ignore-file`.",
    .why = "The comment has no effect, though its author relies on it.",
    .remedy =
        "Correct the code; the message says which one is nearest. The forms "
        "are `# harden: ignore=HD101,HD104 reason` above an instruction, "
        "`# harden: ignore-stage=HD101 reason` in a stage or above its FROM, "
        "and `# harden: ignore-file=HD101 reason` anywhere.",
    .before = "FROM debian:12\n# harden: ignore=HD1O1 needs root\nUSER root\n",
    .after = "",
    .references = {},
    .severity = Severity::warning,
};

}  // namespace harden::rule_texts
