// Independent readers of what is emitted: Python's, where it is installed.
#pragma once

#include <string>

#include "base/libraries/json.h"

namespace harden::test {

// Whether python3 has a module; tests skip where it has not.
bool has_python(const std::string& module);

// The documents of a YAML text, as PyYAML reads them.
nlohmann::json read_yaml(const std::string& yaml);

// What a script of this folder says against the text; empty: nothing.
std::string objections(const std::string& script, const std::string& text);

// The same of a JSON Schema's file.
std::string schema_objections(const std::string& schema,
                              const std::string& text);

// The schema of the Compose Specification; empty where it cannot be had.
std::string published_compose_schema();

}  // namespace harden::test
