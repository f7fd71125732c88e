#include "knowledge/tables/template_reader.h"

#include <fstream>

namespace harden::knowledge {

namespace {

// nlohmann keeps the last of two equal keys without a word.
class DuplicateKeys {
 public:
  explicit DuplicateKeys(std::string path) : path_(std::move(path)) {}

  bool operator()(int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) {
      open_.emplace_back();
    } else if (event == Json::parse_event_t::object_end) {
      open_.pop_back();
    } else if (event == Json::parse_event_t::key) {
      const std::string key = parsed.get<std::string>();
      if (!open_.back().insert(key).second) {
        throw TemplateError(path_ + ": key `" + key + "` occurs twice");
      }
    }
    return true;
  }

 private:
  std::string path_;
  std::vector<std::set<std::string>> open_;
};

}  // namespace

Json read_template(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw TemplateError(path + ": cannot be read");
  try {
    return Json::parse(file, DuplicateKeys(path));
  } catch (const Json::exception& error) {
    throw TemplateError(path + ": " + error.what());
  }
}

Json read_template_list(const std::string& path) {
  Json json = read_template(path);
  if (!json.is_array()) throw TemplateError(path + ": is not a list");
  return json;
}

TemplateObject::TemplateObject(const Json& json, std::string place)
    : json_(json), place_(std::move(place)) {
  if (!json_.is_object()) fail("is not an object");
}

bool TemplateObject::has(const std::string& key) {
  asked_.insert(key);
  return json_.contains(key);
}

const Json& TemplateObject::member(const std::string& key, Json::value_t type) {
  if (!has(key)) fail("`" + key + "` is missing");
  const Json& value = json_.at(key);
  if (value.type() != type) fail("`" + key + "` has the wrong type");
  return value;
}

std::string TemplateObject::text(const std::string& key,
                                 const std::string& otherwise) {
  if (!has(key)) return otherwise;
  return member(key, Json::value_t::string).get<std::string>();
}

std::vector<std::string> TemplateObject::strings(const std::string& key) {
  std::vector<std::string> result;
  if (!has(key)) return result;
  for (const Json& item : member(key, Json::value_t::array)) {
    if (!item.is_string()) fail("`" + key + "` must hold strings only");
    result.push_back(item.get<std::string>());
  }
  return result;
}

std::optional<std::uint32_t> TemplateObject::number(const std::string& key,
                                                    std::uint32_t most) {
  if (!has(key)) return std::nullopt;
  const auto value =
      member(key, Json::value_t::number_unsigned).get<std::uint32_t>();
  if (value > most) fail("`" + key + "` is too large");
  return value;
}

void TemplateObject::read(const std::string& key, std::string& to) {
  to = text(key, to);
}

void TemplateObject::read(const std::string& key, bool& to) {
  if (has(key)) to = member(key, Json::value_t::boolean).get<bool>();
}

void TemplateObject::read(const std::string& key, std::uint32_t& to) {
  to = number(key).value_or(to);
}

void TemplateObject::read(const std::string& key,
                          std::vector<std::string>& to) {
  if (has(key)) to = strings(key);
}

void TemplateObject::require_source() {
  if (text("source").empty()) fail("`source` is missing");
  refuse_unknown_keys();
}

void TemplateObject::refuse_unknown_keys() const {
  for (const auto& [key, value] : json_.items()) {
    if (!asked_.contains(key)) fail("unknown key `" + key + "`");
  }
}

void TemplateObject::fail(const std::string& message) const {
  throw TemplateError(place_ + ": " + message);
}

}  // namespace harden::knowledge
