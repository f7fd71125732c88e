// Reads one JSON object of a template strictly: every key must be known and
// every value of the right form. Whatever is wrong ends the build with one line
// that names the file and the entry.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/libraries/json.h"

namespace harden::knowledge {

class TemplateError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using Json = nlohmann::ordered_json;

// Parses a file; a key that occurs twice in one object is an error.
Json read_template(const std::string& path);
// The same for one that is a list.
Json read_template_list(const std::string& path);

class TemplateObject {
 public:
  // `place` begins each message: "base_images.json: node-alpine".
  TemplateObject(const Json& json, std::string place);

  bool has(const std::string& key);
  bool is_null(const std::string& key) const { return json_.at(key).is_null(); }
  std::string text(const std::string& key, const std::string& otherwise = "");
  std::vector<std::string> strings(const std::string& key);
  // 0 to `most`.
  std::optional<std::uint32_t> number(const std::string& key,
                                      std::uint32_t most = 255);
  const Json& member(const std::string& key, Json::value_t type);

  // Each string of a list through a parser of facts.
  template <typename T>
  std::vector<T> parsed(const std::string& key,
                        std::optional<T> (*parse)(std::string_view)) {
    std::vector<T> result;
    for (const std::string& item : strings(key)) {
      std::optional<T> fact = parse(item);
      if (!fact) fail("`" + item + "` is not a valid item of `" + key + "`");
      result.push_back(std::move(*fact));
    }
    return result;
  }

  // What a key says; a member for which there is none stays as it is.
  void read(const std::string& key, std::string& to);
  void read(const std::string& key, bool& to);
  void read(const std::string& key, std::uint32_t& to);
  void read(const std::string& key, std::vector<std::string>& to);

  // The end of an entry that says where it comes from.
  void require_source();
  // Refuses the keys that nobody asked for. To be called last.
  void refuse_unknown_keys() const;
  [[noreturn]] void fail(const std::string& message) const;

 private:
  const Json& json_;
  std::string place_;
  std::set<std::string> asked_;
};

}  // namespace harden::knowledge
