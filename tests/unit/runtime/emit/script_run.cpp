#include "script_run.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace harden::test {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "emit-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

void write_program(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
  fs::permissions(file, fs::perms::owner_all);
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "'\\''" : std::string(1, c);
  return result + "'";
}

std::string stand_in(const fs::path& log, const StandIn& engine) {
  return "#!/bin/sh\n{ printf '%s\\0' \"$@\"; printf '\\n\\0'; } >>" +
         quoted(log.string()) +
         "\ncase $1 in\n"
         "network) [ \"$2\" != inspect ] || exit " +
         std::to_string(engine.network_status) + " ;;\ninspect) echo " +
         quoted(engine.ipc) + "; exit " +
         std::to_string(engine.inspect_status) + " ;;\nesac\n";
}

// Each argument ends with NUL, each call with an argument "\n".
std::vector<Words> calls_in(const std::string& log) {
  std::vector<Words> calls;
  Words words;
  std::istringstream stream(log);
  for (std::string word; std::getline(stream, word, '\0');) {
    if (word == "\n") {
      calls.push_back(std::move(words));
      words.clear();
    } else {
      words.push_back(word);
    }
  }
  return calls;
}

int status_of(const std::string& command) {
  return WEXITSTATUS(std::system(command.c_str()));
}

}  // namespace

ScriptRun run_script(const std::string& script, const Words& arguments,
                     const Words& environment, const StandIn& engine) {
  const Folder folder;
  const fs::path program = folder / "run.sh";
  write_program(program, script);
  for (const char* name : {"docker", "podman"}) {
    write_program(folder / name, stand_in(folder / "log", engine));
  }
  std::string command =
      "env PATH=" + quoted((folder / "").string()) + ":\"$PATH\"";
  for (const auto& it : environment) command += " " + quoted(it);
  command += " " + quoted(program.string());
  for (const auto& it : arguments) command += " " + quoted(it);
  command += " 2>" + quoted((folder / "errors").string());
  ScriptRun run;
  run.status = status_of(command);
  run.errors = content(folder / "errors");
  run.calls = calls_in(content(folder / "log"));
  return run;
}

namespace {

struct FileRun {
  int status = 0;
  std::string output;
};

FileRun run_on_file(const std::string& command, const std::string& text,
                    const std::string& errors) {
  const Folder folder;
  const fs::path file = folder / "file";
  std::ofstream(file, std::ios::binary) << text;
  const fs::path output = folder / "output";
  const int status = status_of(command + " " + quoted(file.string()) + " >" +
                               quoted(output.string()) + " 2>" + errors);
  return {status, content(output)};
}

}  // namespace

std::string complaint(const std::string& command, const std::string& text) {
  const FileRun run = run_on_file(command, text, "&1");
  if (run.status == 0) return {};
  return "status " + std::to_string(run.status) + "\n" + run.output;
}

std::string output(const std::string& command, const std::string& text) {
  const FileRun run = run_on_file(command, text, "/dev/null");
  return run.status == 0 ? run.output : "";
}

bool is_installed(const std::string& program) {
  return status_of("command -v " + program + " >/dev/null") == 0;
}

}  // namespace harden::test
