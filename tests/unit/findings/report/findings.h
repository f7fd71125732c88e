// A file with findings of all kinds, for the tests of report formats.
#pragma once

#include <memory>
#include <string>

#include "findings/report/checked_file.h"

namespace harden::test {

inline const std::string text =
    "FROM debian:12\n"
    "RUN echo '\xc3\xa9\xf0\x9d\x92\xb3' && apt-get install curl\n"
    "CMD a\n"
    "CMD b\n";

inline Span place_of(const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

// "apt-get install" gets `-y`, the line "CMD a" goes.
inline CheckedFile file_with_fixes() {
  CheckedFile file;
  file.name = "./Docker file";
  file.source = std::make_shared<const SourceFile>("./Docker file", text);
  const Span install = place_of("install");
  Diagnostic first{"HD465", Severity::warning, install,
                   "asks for `yes` | and stops"};
  first.because = {"it asks", "nobody answers"};
  first.help = "say so";
  first.fix =
      Fix{"add `-y`", Safety::safe, {{{install.end, install.end}, " -y"}}};
  const Span line = place_of("CMD a\n");
  Diagnostic second{"HD130", Severity::info, line, "goes"};
  second.labels = {{place_of("CMD b"), "this one stays"}};
  second.fix = Fix{"remove it", Safety::changes_behaviour, {{line, ""}}};
  file.findings = {first, second};
  file.findings.push_back(
      {"HD101", Severity::error, place_of("FROM debian:12"), "is root"});
  EffectiveUser root;
  root.privilege = Privilege::root;
  root.uid = 0;
  root.message = "nobody says otherwise";
  file.verdicts = {{file.name, root}};
  return file;
}

inline CheckedFile failed_file() {
  CheckedFile file;
  file.name = "none";
  file.failure = "none: no such file";
  return file;
}

// What --fix has done, and nothing left.
inline CheckedFile fixed_file() {
  CheckedFile file = file_with_fixes();
  file.fixed = {file.findings[0]};
  file.unfixed = file.source;
  file.findings.clear();
  return file;
}

}  // namespace harden::test
