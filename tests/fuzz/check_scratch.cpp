// What an image from scratch must keep of the one that it replaces, as the
// model evaluates both.
#include <algorithm>
#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "findings/driver.h"
#include "invariants.h"
#include "knowledge/knowledge.h"

namespace harden::test {
namespace {

ImageState final_state(const std::string& text, const Options& options) {
  const Document document = parse(SourceFile("output", text));
  const Evaluation evaluation = evaluate(document, options.evaluate);
  return evaluation.stages.at(evaluation.target);
}

[[noreturn]] void differs(const std::string& what, const std::string& before,
                          const std::string& after) {
  throw Violation("the image from scratch has another " + what + ": " + before +
                  " became " + after);
}

void expect_equal(const std::string& what, const std::string& before,
                  const std::string& after) {
  if (before != after) differs(what, before, after);
}

std::string text_of(const std::optional<Launch>& launch) {
  if (!launch) return "none";
  std::string text = launch->exec_form ? "exec" : "shell " + launch->text;
  for (const std::string& it : launch->argv) text += "|" + it;
  return text;
}

// What stands as written: its variables are not known of the base, and empty
// in scratch, where the base is known not to set them.
bool is_unknown(const std::string& text) {
  return text.find('$') != std::string::npos;
}

std::string paths(const std::vector<PathSetting>& settings) {
  std::vector<std::string> sorted;
  for (const PathSetting& it : settings) sorted.push_back(it.path);
  std::sort(sorted.begin(), sorted.end());
  std::string text;
  for (const std::string& it : sorted) text += it + " ";
  return text;
}

std::string ports(std::vector<std::string> list) {
  std::erase_if(list, is_unknown);
  for (std::string& it : list) {
    if (it.find('/') == std::string::npos) it += "/tcp";
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  std::string text;
  for (const std::string& it : list) text += it + " ";
  return text;
}

// harden may add variables, such as those of a runtime.
void expect_same_variables(const ImageState& before, const ImageState& after) {
  for (const auto& [name, variable] : before.env) {
    const auto found = after.env.find(name);
    if (found == after.env.end()) differs("ENV", name, "nothing");
    // A value with `$PATH` in it is known of scratch and not of every base.
    if (!variable.value) continue;
    expect_equal("ENV " + name, *variable.value,
                 found->second.value.value_or("unknown"));
  }
}

bool is_dropped(const Launch& launch, const std::vector<Diagnostic>& said) {
  return !launch.instruction &&
         std::any_of(said.begin(), said.end(), [](const Diagnostic& it) {
           return it.rule == "HD140" &&
                  std::any_of(it.because.begin(), it.because.end(),
                              [](const std::string& line) {
                                return line.find("is left out") != line.npos;
                              });
         });
}

void expect_same_paths(const ImageState& before, const ImageState& after) {
  const bool unknown =
      before.workdir_unknown ||
      std::any_of(before.volumes.begin(), before.volumes.end(),
                  [](const PathSetting& it) { return is_unknown(it.path); });
  if (unknown) return;
  expect_equal("WORKDIR", before.workdir.empty() ? "/" : before.workdir,
               after.workdir.empty() ? "/" : after.workdir);
  expect_equal("VOLUME", paths(before.volumes), paths(after.volumes));
}

void compare(const ImageState& before, const ImageState& after,
             const Hardened& result) {
  expect_same_variables(before, after);
  expect_same_paths(before, after);
  expect_equal("CMD", text_of(before.cmd), text_of(after.cmd));
  // The base's own ports are no part of the state.
  auto all_ports = before.ports;
  if (before.base) {
    all_ports.insert(all_ports.end(), before.base->ports.begin(),
                     before.base->ports.end());
  }
  expect_equal("EXPOSE", ports(all_ports), ports(after.ports));
  const bool dropped =
      before.entrypoint && is_dropped(*before.entrypoint, result.diagnostics);
  if (!dropped) {
    expect_equal("ENTRYPOINT", text_of(before.entrypoint),
                 text_of(after.entrypoint));
  }
  if (result.after().privilege != Privilege::unprivileged) {
    throw Violation("the image from scratch is not shown to be unprivileged");
  }
}

}  // namespace

bool check_scratch(const std::string& bytes, const Options& options) {
  const Hardened result = harden(SourceFile("input", bytes), options);
  const bool converted = std::any_of(
      result.diagnostics.begin(), result.diagnostics.end(),
      [](const Diagnostic& it) { return it.rule == "HD140" && it.fix; });
  if (!converted) return false;
  check_tree(std::string(result.text()));
  if (harden(SourceFile("input", std::string(result.text())), options).text() !=
      result.text()) {
    throw Violation("a second run changes the file again:\n" +
                    std::string(result.text()));
  }
  Options keep = options;
  keep.rootfs = RootfsMode::keep;
  const Hardened kept = harden(SourceFile("input", bytes), keep);
  const ImageState after = final_state(std::string(result.text()), options);
  expect_equal("base", "scratch", after.base_reference);
  compare(final_state(std::string(kept.text()), options), after, result);
  return true;
}

void check_scratch(const std::string& bytes) {
  Options options;
  options.evaluate.bases = &builtin_bases();
  options.rootfs = RootfsMode::scratch;
  // Everything that the user can vouch for, so that most files convert.
  options.keep = {"/etc/hostname"};
  options.keep_shell = true;
  options.drop_healthcheck = true;
  check_scratch(bytes, options);
}

}  // namespace harden::test
