#include "readers.h"

#include "script_run.h"

namespace harden::test {
namespace {

const std::string own_folder = HARDEN_ROOT "/tests/unit/runtime/emit/";

// Debian's, for which its packages are, before one of the developer's own.
const std::string& interpreter() {
  static const std::string program =
      complaint("/usr/bin/python3 -c 'import yaml, jsonschema'", "").empty()
          ? "/usr/bin/python3"
          : "python3";
  return program;
}

std::string python(const std::string& script) {
  return interpreter() + " -W ignore '" + own_folder + script + "'";
}

}  // namespace

bool has_python(const std::string& module) {
  return complaint(interpreter() + " -c 'import " + module + "'", "").empty();
}

nlohmann::json read_yaml(const std::string& yaml) {
  const auto json = output(python("yaml_to_json.py"), yaml);
  return nlohmann::json::parse(json, nullptr, false);
}

std::string objections(const std::string& script, const std::string& text) {
  return complaint(python(script), text);
}

std::string schema_objections(const std::string& schema,
                              const std::string& text) {
  return complaint(python("json_schema.py") + " '" + schema + "'", text);
}

std::string published_compose_schema() {
  std::string file =
      output("'" + own_folder + "published_compose_schema.sh'", "");
  if (!file.empty()) file.pop_back();
  return file;
}

}  // namespace harden::test
