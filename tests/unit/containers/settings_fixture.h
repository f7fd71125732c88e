// Settings and findings from a text, for tests.
#pragma once

#include <string>
#include <vector>

#include "base/source/source_file.h"
#include "containers/settings.h"

namespace harden::test {

inline SettingsFile read_text(const std::string& text) {
  return read_settings(SourceFile("f.yaml", text));
}

inline ContainerSettings first_of(const std::string& text) {
  const SettingsFile file = read_text(text);
  return file.containers.empty() ? ContainerSettings() : file.containers[0];
}

// A service of a Compose file; `body` has its lines, indented by four.
inline ContainerSettings service(const std::string& body) {
  return first_of("services:\n  web:\n    image: x\n" + body);
}

inline ContainerSettings run(const std::string& line) {
  const SettingsFile file = read_run_line(SourceFile("--run", line));
  return file.containers[0];
}

// "HD210 privileged: true": the code and what the finding points to.
inline std::vector<std::string> findings(const SettingsFile& file) {
  std::vector<std::string> result;
  for (const Diagnostic& it : check_settings(file, {})) {
    result.push_back(std::string(it.rule) + " " +
                     std::string(file.source->text(it.span)));
  }
  return result;
}

// What BadInput says, or "read".
inline std::string refusal(const std::string& text) {
  try {
    read_text(text);
  } catch (const BadInput& error) {
    return error.what();
  }
  return "read";
}

}  // namespace harden::test
