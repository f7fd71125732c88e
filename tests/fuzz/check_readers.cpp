#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/json_tree.h"
#include "containers/settings.h"
#include "containers/yaml/yaml_tree.h"
#include "observe/evidence/evidence.h"
#include "observe/evidence/strace_line.h"
#include "reader_invariants.h"

namespace harden::test {
namespace {

using nlohmann::json;

void inside(Span span, Span outer, const char* what) {
  if (span.begin <= span.end && span.begin >= outer.begin &&
      span.end <= outer.end) {
    return;
  }
  throw Violation(std::string(what) + " lies outside of what is around it");
}

// Throws where it is not what the other one read, or lies elsewhere.
class JsonChecker {
 public:
  void value(const JsonValue& it, const json& other, Span outer) {
    inside(it.span, outer, "a value");
    switch (it.kind) {
      case JsonValue::Kind::null:
        return expect(other.is_null());
      case JsonValue::Kind::truth:
        return expect(other.is_boolean() &&
                      it.text == (other.get<bool>() ? "true" : "false"));
      case JsonValue::Kind::number:
        return expect(other.is_number() && json::parse(it.text) == other);
      case JsonValue::Kind::text:
        return expect(other.is_string() && other.get<std::string>() == it.text);
      case JsonValue::Kind::list:
        return list(it, other);
      case JsonValue::Kind::object:
        return object(it, other);
    }
  }

 private:
  static void expect(bool same) {
    if (!same) throw Violation("nlohmann-json reads another value");
  }

  void list(const JsonValue& it, const json& other) {
    expect(other.is_array() && other.size() == it.items.size());
    std::uint32_t end = it.span.begin;
    for (std::size_t i = 0; i < it.items.size(); ++i) {
      value(it.items[i], other[i], {end, it.span.end});
      end = it.items[i].span.end;
    }
  }

  void object(const JsonValue& it, const json& other) {
    expect(other.is_object() && other.size() == it.members.size());
    std::uint32_t end = it.span.begin;
    for (const JsonMember& member : it.members) {
      inside(member.key_span, {end, it.span.end}, "a key");
      expect(other.contains(member.key));
      if (it.find(member.key) != &member) {
        throw Violation("a key is not found");
      }
      value(member.value, other[member.key],
            {member.key_span.end, it.span.end});
      end = member.value.span.end;
    }
  }
};

// With a key given twice, too deep, or too large.
bool is_refused_for_more(const std::string& message) {
  for (const char* word : {"twice", "deep", "large", "too many"}) {
    if (message.find(word) != std::string::npos) return true;
  }
  return false;
}

// Engines read what is no Unicode, with other letters in its place; and a
// number may be too large for nlohmann-json.
bool may_be_taken(const std::string& bytes) {
  const std::size_t exponent = bytes.find_first_of("eE");
  const bool large =
      exponent != std::string::npos &&
      bytes.find_first_of("0123456789", exponent) != std::string::npos;
  return large || bytes.find("\\ud") != std::string::npos ||
         bytes.find("\\uD") != std::string::npos ||
         std::ranges::any_of(bytes, [](char c) {
           return static_cast<unsigned char>(c) >= 0x80;
         });
}

}  // namespace

void check_json(const std::string& bytes) {
  const SourceFile source("profile.json", bytes);
  const bool accepted = json::accept(bytes);
  try {
    const JsonValue value = read_json(source);
    if (!accepted && may_be_taken(bytes)) return;
    if (!accepted) throw Violation("nlohmann-json refuses what is read");
    JsonChecker().value(value, json::parse(bytes),
                        {0, static_cast<std::uint32_t>(bytes.size())});
  } catch (const BadInput& refused) {
    if (accepted && !is_refused_for_more(refused.what())) {
      throw Violation(std::string("nlohmann-json takes what is refused: ") +
                      refused.what());
    }
  }
}

namespace {

// What is told of a file, as text to be compared.
std::string told_of(const std::string& bytes) {
  std::string told;
  try {
    const SettingsFile file = read_settings(SourceFile("compose.yaml", bytes));
    for (const Diagnostic& it : check_settings(file, {})) {
      inside(it.span, {0, static_cast<std::uint32_t>(bytes.size())},
             "a finding");
      told += std::to_string(it.span.begin) + " " + it.message + "\n";
    }
  } catch (const BadInput& refused) {
    told += refused.what();
  }
  return told;
}

void check_nodes(const std::string& bytes) {
  const SourceFile source("compose.yaml", bytes);
  const Span whole{0, static_cast<std::uint32_t>(bytes.size())};
  try {
    yaml::read_documents(source, [&](const yaml::Document& document) {
      for (const yaml::Node& node : document.nodes) {
        inside(node.span, whole, "a node");
        if (node.open) throw Violation("a node has no end");
        if (node.next != yaml::none && node.next >= document.nodes.size()) {
          throw Violation("a sibling that is not there");
        }
        if (node.first != yaml::none && node.first >= document.nodes.size()) {
          throw Violation("a child that is not there");
        }
        if (node.text.end > document.texts.size()) {
          throw Violation("a text that is not there");
        }
      }
    });
  } catch (const BadInput&) {
    // Not YAML.
  }
}

}  // namespace

void check_settings_file(const std::string& bytes) {
  check_nodes(bytes);
  if (told_of(bytes) != told_of(bytes)) {
    throw Violation("it is not said the same each time");
  }
}

namespace {

bool is_name(std::string_view name) {
  if (name.empty()) return false;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::islower(byte) == 0 && std::isdigit(byte) == 0 && c != '_') {
      return false;
    }
  }
  return true;
}

void check_line(std::string_view line) {
  const auto call = evidence::read_strace_line(line);
  if (!call) return;
  if (!is_name(call->name)) throw Violation("a name that is none");
  const char* const begin = call->name.data();
  if (begin < line.data() ||
      begin + call->name.size() > line.data() + line.size()) {
    throw Violation("a name that is not in the line");
  }
}

// The names that a log shows when it comes in blocks of so many bytes.
std::optional<std::set<std::string>> names_in(const std::string& bytes,
                                              std::size_t block) {
  SyscallNames names;
  names.known = [](std::string_view name) { return name.size() < 20; };
  names.of_number = [](std::uint32_t, std::uint32_t number) {
    return number % 2 == 0 ? std::string_view("read") : std::string_view();
  };
  EvidenceReader reader(std::move(names));
  try {
    reader.begin("strace.log");
    for (std::size_t at = 0; at < bytes.size(); at += block) {
      reader.feed(std::string_view(bytes).substr(at, block));
    }
    reader.end();
  } catch (const BadInput&) {
    return std::nullopt;
  }
  return reader.evidence().names;
}

}  // namespace

void check_log(const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    check_line(std::string_view(bytes).substr(at, end - at));
    at = end + 1;
  }
  const auto whole = names_in(bytes, bytes.size() + 1);
  for (const std::size_t block : {1U, 7U, 64U}) {
    if (names_in(bytes, block) != whole) {
      throw Violation("other calls are seen in blocks of " +
                      std::to_string(block) + " bytes");
    }
  }
}

}  // namespace harden::test
