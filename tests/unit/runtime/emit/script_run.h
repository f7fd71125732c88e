// Runs a script as a user would, with a stand-in for the engine.
#pragma once

#include <string>
#include <vector>

namespace harden::test {

using Words = std::vector<std::string>;

struct ScriptRun {
  int status = 0;
  std::string errors;        // standard error
  std::vector<Words> calls;  // of the engine, each with its arguments
};

// What the stand-in says and how it ends for `inspect` and `network inspect`.
struct StandIn {
  std::string ipc = "shareable";
  int inspect_status = 0;
  int network_status = 0;
};

// `environment`: "RUN_OPTIONS=-d", …
ScriptRun run_script(const std::string& script, const Words& arguments,
                     const Words& environment = {}, const StandIn& engine = {});

// A program of the system on a file with the given content; its output where
// it fails, else empty.
std::string complaint(const std::string& command, const std::string& content);

// The same program's standard output; empty where it fails.
std::string output(const std::string& command, const std::string& content);

bool is_installed(const std::string& program);

}  // namespace harden::test
