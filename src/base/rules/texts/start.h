// HD130: how the program is started.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view shell_form_references[] = {
    "https://docs.docker.com/reference/dockerfile/#shell-and-exec-form",
    "https://docs.docker.com/reference/build-checks/json-args-recommended/",
};
inline constexpr RuleInfo shell_form = {
    .code = "HD130",
    .name = "shell-form",
    .summary = "The program starts below a shell",
    .what =
        "The ENTRYPOINT or CMD of the image is written in shell form, and no "
        "`exec` lets the shell make way for the program.",
    .why =
        "The engine starts `/bin/sh -c` with the line. Where the shell stays, "
        "it is PID 1 and passes no signals on: the program does not hear of "
        "`docker stop`, and is killed ten seconds later, with its work undone.",
    .remedy =
        "harden writes one program with plain words in exec form, and puts "
        "`exec` in front of the last command of any other line, with the shell "
        "named as before. The shell form stays, with the reason, where "
        "something else would change: an ENTRYPOINT that would get other "
        "arguments, a CMD that would become arguments, a shell that has work "
        "left (`trap`, pipes, background commands). HEALTHCHECK is left "
        "alone.",
    .before = "FROM python:3.12\nUSER 10001:10001\nCMD python app.py\n",
    .after =
        "FROM python:3.12\nUSER 10001:10001\nCMD [\"python\", \"app.py\"]\n",
    .references = shell_form_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
};

}  // namespace harden::rule_texts
