#include "image/program/build_command.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text/enum_words.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "dockerfile/model/run_script.h"
#include "dockerfile/model/scope.h"
#include "image/start/program_kinds.h"
#include "knowledge/lists/building.h"

namespace harden {
namespace {

class BuildCommandReader {
 public:
  explicit BuildCommandReader(const ImageState& state)
      : state_(state), scope_(state) {}

  std::vector<BuildCommand> run(const std::vector<CompilerCall>& calls) {
    for (const CompilerCall& it : calls) read(it);
    return std::move(found_);
  }

 private:
  void read(const CompilerCall& call) {
    BuildCommand result;
    result.command = call.command;
    result.folder = call.folder;
    result.environment = call.environment;
    result.program_word = call.program;
    const std::string_view name = base_name(call.words[call.program]);
    if (name == "go") {
      read_go(call.words, call.program, std::move(result));
    } else if (name == "cargo") {
      read_cargo(call.words, call.program, std::move(result));
    } else {
      read_c(call.words, call.program, std::move(result));
    }
  }

  void read_go(const std::vector<std::string>& words, std::size_t at,
               BuildCommand result) {
    if (at + 1 >= words.size()) return;
    const std::string& what = words[at + 1];
    if (what != "build" && what != "install") return;
    result.tool = BuildTool::go;
    add_environment(result);
    std::size_t i = at + 2;
    for (; i < words.size() && words[i].starts_with('-'); ++i) {
      std::string flag = words[i].substr(words[i].starts_with("--") ? 2 : 1);
      std::string value;
      if (const std::size_t equals = flag.find('='); equals != flag.npos) {
        value = flag.substr(equals + 1);
        flag.resize(equals);
      } else if (lists::go_value_flags.contains(flag) && i + 1 < words.size()) {
        value = words[++i];
      }
      read_go_flag(flag, value, result);
    }
    result.inputs.assign(words.begin() + static_cast<std::ptrdiff_t>(i),
                         words.end());
    result.output_folder = what == "build" ? result.folder : go_bin(result);
    if (const auto cgo = result.environment.find("CGO_ENABLED");
        cgo != result.environment.end() && cgo->second != "0") {
      result.not_static_because = "it is built with CGO_ENABLED=" + cgo->second;
    }
    found_.push_back(std::move(result));
  }

  void read_go_flag(const std::string& flag, const std::string& value,
                    BuildCommand& result) const {
    if (flag == "C") {
      result.folder = absolute_path(result.folder, value);
    } else if (flag == "o") {
      result.output = absolute_path(result.folder, value);
      result.output_is_folder = value.ends_with('/');
    } else if (flag == "race" || flag == "msan" || flag == "asan" ||
               flag == "linkshared") {
      result.not_static_because = "`-" + flag + "` links shared libraries";
    } else if (flag == "buildmode" && value != "exe" && value != "default") {
      result.not_static_because =
          "`-buildmode=" + value + "` makes no static program";
    }
  }

  std::string go_bin(const BuildCommand& result) const {
    for (const char* name : {"GOBIN", "GOPATH"}) {
      const auto found = result.environment.find(name);
      if (found == result.environment.end() || found->second.empty()) continue;
      return found->second + (name == std::string_view("GOPATH") ? "/bin" : "");
    }
    const bool official = state_.base && state_.base->compiles == "go";
    return official ? state_.base->installs_to : "/root/go/bin";
  }

  // `target/[TRIPLE/]release/NAME`
  void read_cargo(const std::vector<std::string>& words, std::size_t at,
                  BuildCommand result) {
    if (at + 1 >= words.size() || words[at + 1] != "build") return;
    result.tool = BuildTool::rust;
    add_environment(result);
    std::string triple = known(result, "CARGO_BUILD_TARGET");
    std::string profile = "debug";
    std::string target = known(result, "CARGO_TARGET_DIR");
    if (target.empty()) target = "target";
    for (std::size_t i = at + 2; i < words.size(); ++i) {
      const std::string& word = words[i];
      auto value = [&](std::string_view name) -> std::optional<std::string> {
        if (word == name && i + 1 < words.size()) return words[++i];
        if (!word.starts_with(name) || word.size() <= name.size() ||
            word[name.size()] != '=') {
          return std::nullopt;
        }
        return word.substr(name.size() + 1);
      };
      if (word == "--release" || word == "-r") profile = "release";
      if (auto it = value("--target")) triple = *it;
      if (auto it = value("--profile")) profile = *it;
      if (auto it = value("--target-dir")) target = *it;
    }
    result.output_folder = absolute_path(
        result.folder,
        target + "/" + (triple.empty() ? "" : triple + "/") + profile);
    const bool musl_base = state_.base &&
                           state_.base->family == Family::alpine &&
                           state_.base->compiles == "rust";
    const bool fixed =
        triple.find("musl") != std::string::npos ||
        (triple.empty() && musl_base) ||
        known(result, "RUSTFLAGS").find("+crt-static") != std::string::npos;
    if (!fixed ||
        known(result, "RUSTFLAGS").find("-crt-static") != std::string::npos) {
      result.not_static_because =
          "it is built without a musl target or `-C "
          "target-feature=+crt-static`";
    }
    found_.push_back(std::move(result));
  }

  void read_c(const std::vector<std::string>& words, std::size_t at,
              BuildCommand result) {
    result.tool = BuildTool::c;
    bool is_static = false;
    for (std::size_t i = at + 1; i < words.size(); ++i) {
      const std::string& word = words[i];
      if (word == "-static" || word == "-static-pie") is_static = true;
      if (word == "-c" || word == "-shared" || word == "-E") return;
      if (word == "-o" && i + 1 < words.size()) {
        result.output = absolute_path(result.folder, words[++i]);
      } else if (word.starts_with("-o") && word.size() > 2) {
        result.output = absolute_path(result.folder, word.substr(2));
      } else if (!word.starts_with('-')) {
        result.inputs.push_back(word);
      }
    }
    if (result.output.empty()) {
      result.output = absolute_path(result.folder, "a.out");
    }
    if (!is_static)
      result.not_static_because = "it is linked without `-static`";
    found_.push_back(std::move(result));
  }

  // What the command does not set itself.
  void add_environment(BuildCommand& result) const {
    for (const char* name : {"CGO_ENABLED", "GOBIN", "GOPATH", "RUSTFLAGS",
                             "CARGO_BUILD_TARGET", "CARGO_TARGET_DIR"}) {
      if (result.environment.contains(name)) continue;
      if (const auto it = scope_.find(name);
          it.state == Binding::State::known) {
        result.environment[name] = it.value;
      }
    }
  }

  static std::string known(const BuildCommand& result, std::string_view name) {
    const auto found = result.environment.find(name);
    return found == result.environment.end() ? "" : found->second;
  }

  const ImageState& state_;
  StageScope scope_;
  std::vector<BuildCommand> found_;
};

}  // namespace

std::string_view to_string(BuildTool tool) {
  static constexpr auto words =
      enum_words<BuildTool::go, BuildTool::c>("go", "rust", "c");
  return words.of(tool);
}

std::vector<BuildCommand> build_commands(const StageView& stage,
                                         std::size_t instruction) {
  if (stage.instruction(instruction).keyword != Keyword::run) return {};
  return BuildCommandReader(stage.of(instruction).state())
      .run(run_script(stage.evaluation, instruction).compilers);
}

std::string go_program_name(const std::string& package) {
  std::string path = package.substr(0, package.find('@'));
  while (path.ends_with('/')) path.pop_back();
  std::string name(base_name(path));
  const bool version =
      name.size() > 1 && name[0] == 'v' &&
      name.find_first_not_of("0123456789", 1) == std::string::npos;
  if (version && path.size() > name.size()) {
    path.resize(path.size() - name.size() - 1);
    name = base_name(path);
  }
  if (name.ends_with(".go")) name.resize(name.size() - 3);
  return name.find_first_not_of('.') == std::string::npos ? "" : name;
}

}  // namespace harden
