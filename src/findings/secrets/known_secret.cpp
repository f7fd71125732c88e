#include "findings/secrets/known_secret.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/text/ascii.h"
#include "findings/secrets/entropy.h"
#include "knowledge/lists/secrets.h"

namespace harden::rule {
namespace {

bool is_example(std::string_view token) {
  const std::string low = lower_case(token);
  return low.find("example") != std::string::npos ||
         low.find("xxxx") != std::string::npos ||
         low.find("your") != std::string::npos ||
         low.find("1234567890") != std::string::npos || entropy(token) < 3.0;
}

constexpr std::size_t shortest_form = 20;  // of all forms

const lists::SecretForm* form_of(std::string_view token) {
  if (token.size() < shortest_form) return nullptr;
  for (const lists::SecretForm& form : lists::secret_forms) {
    if (!token.starts_with(form.prefix)) continue;
    const std::size_t rest = token.size() - form.prefix.size();
    const bool fits = rest >= form.at_least && rest <= form.at_most;
    if (fits && !is_example(token.substr(form.prefix.size()))) return &form;
  }
  return nullptr;
}

// Three parts of base64, the first two JSON objects.
bool begins_web_token(std::string_view token) {
  constexpr std::size_t shortest_part = 17;
  return token.starts_with("eyJ") && token.size() >= shortest_part;
}

std::size_t behind_token(std::string_view text, std::size_t at) {
  while (at < text.size() && is_token_character(text[at])) ++at;
  return at;
}

std::optional<KnownSecret> web_token(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (int part = 0; part < 3; ++part) {
    const std::size_t begin = end;
    end = behind_token(text, begin);
    const std::string_view token = text.substr(begin, end - begin);
    if (part < 2 ? !begins_web_token(token) : token.size() < 20) return {};
    if (part == 2) break;
    if (end >= text.size() || text[end] != '.') return std::nullopt;
    ++end;
  }
  return KnownSecret{
      "a signed web token",
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
}

}  // namespace

std::optional<KnownSecret> find_private_key(std::string_view text) {
  constexpr std::string_view begin = "-----BEGIN ";
  constexpr std::string_view end = "PRIVATE KEY";
  for (std::size_t at = text.find(begin); at != std::string_view::npos;
       at = text.find(begin, at + 1)) {
    const std::string_view line = text.substr(at + begin.size(), 40);
    const std::size_t found = line.find(end);
    const std::size_t dashes = line.find("--");
    if (found == std::string_view::npos || dashes < found) continue;
    // Only a mention of it: `grep -q "BEGIN PRIVATE KEY"`.
    const std::size_t behind = at + begin.size() + found + end.size();
    constexpr std::size_t shortest_key = 64;
    if (text.size() < behind + shortest_key) continue;
    return KnownSecret{
        "a private key",
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(behind)}};
  }
  return std::nullopt;
}

std::optional<KnownSecret> find_known_secret(std::string_view text) {
  if (text.size() < shortest_form) return std::nullopt;
  if (auto key = find_private_key(text)) return key;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_token_character(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = behind_token(text, at);
    const std::string_view token = text.substr(at, end - at);
    if (const lists::SecretForm* form = form_of(token)) {
      return KnownSecret{
          form->kind,
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    }
    if (token.starts_with("eyJ")) {
      if (auto found = web_token(text, at)) return found;
    }
    at = end;
  }
  return std::nullopt;
}

}  // namespace harden::rule
