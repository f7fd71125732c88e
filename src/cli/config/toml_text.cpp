#include "cli/config/toml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/text/ascii.h"

namespace harden::cli {
namespace {

// Parsers take no deeper values, so that these functions may call themselves.

bool is_bare(char c) { return is_word(c) || c == '-'; }

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

// A fraction or exponent tells it from an integer.
std::string number(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  std::string text = fmt::format("{}", value);
  return text.find_first_of(".e") == text.npos ? text + ".0" : text;
}

template <typename Value>
std::string streamed(const Value& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

std::string toml_list(const toml::array& array) {
  std::string text;
  for (const toml::node& it : array) {
    text += (text.empty() ? "" : ", ") + toml_text(it);
  }
  return "[" + text + "]";
}

std::string inline_table(const toml::table& table) {
  std::string text;
  for (const auto& [key, node] : table) {
    text += (text.empty() ? " " : ", ") + toml_key(key.str()) + " = " +
            toml_text(node);
  }
  return text.empty() ? "{}" : "{" + text + " }";
}

struct AsToml {
  std::string operator()(const toml::table& it) const {
    return inline_table(it);
  }
  std::string operator()(const toml::array& it) const { return toml_list(it); }
  std::string operator()(const toml::value<std::string>& it) const {
    return in_quotes(*it);
  }
  std::string operator()(const toml::value<double>& it) const {
    return number(*it);
  }
  std::string operator()(const toml::value<bool>& it) const {
    return *it ? "true" : "false";
  }
  template <typename Value>
  std::string operator()(const toml::value<Value>& it) const {
    return streamed(*it);
  }
};

struct AsJson {
  Json operator()(const toml::table& it) const {
    Json result = Json::object();
    for (const auto& [key, node] : it) {
      result[std::string(key.str())] = toml_json(node);
    }
    return result;
  }
  Json operator()(const toml::array& it) const {
    Json result = Json::array();
    for (const toml::node& member : it) result.push_back(toml_json(member));
    return result;
  }
  Json operator()(const toml::value<std::string>& it) const { return *it; }
  Json operator()(const toml::value<std::int64_t>& it) const { return *it; }
  Json operator()(const toml::value<double>& it) const { return *it; }
  Json operator()(const toml::value<bool>& it) const { return *it; }
  template <typename Value>
  Json operator()(const toml::value<Value>& it) const {
    return streamed(*it);
  }
};

}  // namespace

std::string toml_text(const toml::node& node) {
  return node.visit([](const auto& it) { return AsToml()(it); });
}

std::string toml_key(std::string_view key) {
  const bool bare = !key.empty() && std::ranges::all_of(key, is_bare);
  return bare ? std::string(key) : in_quotes(key);
}

Json toml_json(const toml::node& node) {
  return node.visit([](const auto& it) { return AsJson()(it); });
}

}  // namespace harden::cli
