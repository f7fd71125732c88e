#include "knowledge/image_inspect.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/libraries/json.h"
#include "base/source/source_file.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kSizeLimit = 16 << 20;
constexpr int kDepthLimit = 64;

struct Inspected {
  std::vector<ImageReference> names;
  std::string id;  // "sha256:…"
  BaseImage facts;
  bool windows = false;
};

[[noreturn]] void fail_at(std::size_t byte, std::string_view text,
                          const std::string& file) {
  const std::string_view before =
      text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::size_t line_begin = before.rfind('\n') + 1;
  throw BadInput(file, "is not valid JSON", static_cast<std::uint32_t>(line),
                 static_cast<std::uint32_t>(before.size() - line_begin + 1));
}

Json parse(std::string_view text, const std::string& file) {
  if (text.size() > kSizeLimit) throw BadInput(file, "is larger than 16 MiB");
  const auto bounded = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDepthLimit) throw BadInput(file, "is nested too deeply");
    return true;
  };
  try {
    return Json::parse(text, bounded);
  } catch (const Json::parse_error& error) {
    fail_at(error.byte, text, file);
  } catch (const Json::exception&) {  // such as 1e999
    throw BadInput(file, "is not valid JSON");
  }
}

// Null and a missing key are the same to both engines.
const Json& member(const Json& object, const char* key) {
  static const Json null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

class InspectedImageReader {
 public:
  explicit InspectedImageReader(const std::string& file) : file_(file) {}

  Inspected read(const Json& json) const {
    if (!json.is_object() || !member(json, "Config").is_object()) {
      throw BadInput(file_,
                     "is not the output of `docker image inspect`: an "
                     "image has no `Config`");
    }
    Inspected image;
    image.id = text(json, "Id");
    read_names(json, image);
    image.windows = text(json, "Os") == "windows";
    read_config(member(json, "Config"), image.facts);
    return image;
  }

 private:
  void read_names(const Json& json, Inspected& image) const {
    std::vector<std::string> written = strings(json, "RepoTags");
    for (std::string& digest : strings(json, "RepoDigests")) {
      written.push_back(std::move(digest));
    }
    // A dangling image has the name "<none>:<none>".
    std::erase_if(written, [](const std::string& name) {
      return name.starts_with("<none>");
    });
    if (written.empty() && image.id.empty()) {
      throw BadInput(file_,
                     "an image has no name: `RepoTags`, `RepoDigests` "
                     "and `Id` are empty");
    }
    for (const std::string& name : written) {
      image.names.push_back(parse_image_reference(name));
    }
    image.facts.id = written.empty() ? image.id : written.front();
  }

  void read_config(const Json& config, BaseImage& facts) const {
    facts.user = text(config, "User");
    facts.env = strings(config, "Env");
    facts.env_complete = true;
    facts.entrypoint = strings(config, "Entrypoint");
    facts.cmd = strings(config, "Cmd");
    facts.workdir = text(config, "WorkingDir");
    facts.ports = keys(config, "ExposedPorts");
    facts.stop_signal = text(config, "StopSignal");
    for (std::string& path : keys(config, "Volumes")) {
      facts.writes.push_back({std::move(path), true});
    }
  }

  std::string text(const Json& object, const char* key) const {
    const Json& value = member(object, key);
    if (value.is_null()) return "";
    if (!value.is_string()) wrong_type(key, "a string");
    return value.get<std::string>();
  }

  std::vector<std::string> strings(const Json& object, const char* key) const {
    const Json& value = member(object, key);
    std::vector<std::string> result;
    if (value.is_null()) return result;
    if (!value.is_array()) wrong_type(key, "a list of strings");
    for (const Json& item : value) {
      if (!item.is_string()) wrong_type(key, "a list of strings");
      result.push_back(item.get<std::string>());
    }
    return result;
  }

  std::vector<std::string> keys(const Json& object, const char* key) const {
    const Json& value = member(object, key);
    std::vector<std::string> result;
    if (value.is_null()) return result;
    if (!value.is_object()) wrong_type(key, "an object");
    for (const auto& [name, unused] : value.items()) result.push_back(name);
    return result;
  }

  [[noreturn]] void wrong_type(const char* key, const char* expected) const {
    throw BadInput(file_, "`" + std::string(key) + "` is not " + expected);
  }

  const std::string& file_;
};

bool names_it(const ImageReference& name, const ImageReference& asked) {
  if (name.repository != asked.repository) return false;
  if (!asked.digest.empty()) return name.digest == asked.digest;
  const auto tag_of = [](const ImageReference& reference) -> std::string {
    return reference.tag.empty() ? "latest" : reference.tag;
  };
  return name.digest.empty() && tag_of(name) == tag_of(asked);
}

bool answers(const Inspected& image, std::string_view reference,
             const ImageReference& asked) {
  if (!image.id.empty() && reference == image.id) return true;
  return std::ranges::any_of(image.names, [&](const ImageReference& name) {
    return names_it(name, asked);
  });
}

void add_writes(const std::vector<WrittenPath>& known, BaseImage& facts) {
  for (const WrittenPath& written : known) {
    const auto found =
        std::ranges::find(facts.writes, written.path, &WrittenPath::path);
    if (found == facts.writes.end()) {
      facts.writes.push_back(written);
    } else {
      found->seeded = written.seeded;
    }
  }
}

// The inspected facts, and for the rest those known under the same name.
BaseImage completed(const Inspected& image, std::string_view reference) {
  BaseImage facts = image.facts;
  if (image.windows) {
    facts.family = Family::windows;
    facts.has_shell = facts.has_user_tools = false;
    return facts;
  }
  std::optional<BaseImage> known = builtin_bases().find(reference);
  if (!known) return facts;
  facts.family = known->family;
  facts.has_shell = known->has_shell;
  facts.has_user_tools = known->has_user_tools;
  facts.install_tools = known->install_tools;
  facts.accounts = std::move(known->accounts);
  facts.groups = std::move(known->groups);
  facts.ready_account = known->ready_account;
  facts.runs_as_any_user = known->runs_as_any_user;
  facts.needs_root = known->needs_root;
  facts.runtime = known->runtime;
  // Another entrypoint than the known one may not step down.
  if (known->entrypoint.empty() || known->entrypoint == facts.entrypoint) {
    facts.steps_down_to = known->steps_down_to;
  }
  add_writes(known->writes, facts);
  return facts;
}

class InspectedBases final : public BaseImages {
 public:
  explicit InspectedBases(std::vector<Inspected> images)
      : images_(std::move(images)) {}

  std::optional<BaseImage> find(std::string_view reference) const override {
    const ImageReference asked = parse_image_reference(reference);
    for (const Inspected& image : images_) {
      if (answers(image, reference, asked)) return completed(image, reference);
    }
    return std::nullopt;
  }

 private:
  std::vector<Inspected> images_;
};

}  // namespace

std::shared_ptr<const BaseImages> read_image_inspect(std::string_view text,
                                                     const std::string& file) {
  const Json json = parse(text, file);
  const InspectedImageReader reader(file);
  std::vector<Inspected> images;
  if (json.is_array()) {
    for (const Json& image : json) images.push_back(reader.read(image));
  } else {
    images.push_back(reader.read(json));
  }
  if (images.empty()) throw BadInput(file, "holds no image");
  return std::make_shared<InspectedBases>(std::move(images));
}

}  // namespace harden
