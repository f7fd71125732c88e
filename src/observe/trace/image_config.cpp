#include "observe/trace/image_config.h"

#include "base/libraries/json.h"
#include "observe/trace/trace.h"

namespace harden::trace {
namespace {

using nlohmann::json;

std::vector<std::string> strings(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return {};
  return it->get<std::vector<std::string>>();
}

// {"CMD", …}, {"CMD-SHELL", "line"} or {"NONE"}.
std::vector<std::string> health_of(const json& config) {
  const auto check = config.find("Healthcheck");
  if (check == config.end() || check->is_null()) return {};
  std::vector<std::string> words = strings(*check, "Test");
  if (words.size() < 2) return {};
  if (words.front() == "CMD-SHELL") {
    std::vector<std::string> shell = strings(config, "Shell");
    if (shell.empty()) shell = {"/bin/sh", "-c"};
    shell.push_back(words[1]);
    return shell;
  }
  words.erase(words.begin());
  return words;
}

}  // namespace

std::vector<std::string> ImageConfig::argv() const {
  std::vector<std::string> words = entrypoint;
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

ImageConfig read_image_config(std::string_view text) {
  try {
    const json config = json::parse(text);
    return {strings(config, "Entrypoint"), strings(config, "Cmd"),
            health_of(config)};
  } catch (const json::exception&) {
    throw ProcessFailure("the engine's description of the image is not read");
  }
}

}  // namespace harden::trace
