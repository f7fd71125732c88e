#include "findings/secrets/secret_file.h"

#include <algorithm>

#include "base/text/ascii.h"
#include "findings/secrets/secret_name.h"
#include "findings/secrets/secret_value.h"
#include "knowledge/lists/secrets.h"

namespace harden::rule {
namespace {

// `.aws/credentials` at the end, or all of it.
bool ends_in_path(std::string_view path, std::string_view end) {
  if (!path.ends_with(end)) return false;
  const std::size_t before = path.size() - end.size();
  return before == 0 || path[before - 1] == '/';
}

bool is_real_env(std::string_view name) {
  if (!name.starts_with(".env.")) return false;
  const std::string_view kind = name.substr(name.rfind('.') + 1);
  return !lists::env_samples.contains(kind) &&
         name.find("example") == std::string_view::npos;
}

bool is_private_pem(std::string_view name) {
  if (!name.ends_with(".pem") && !name.ends_with(".key")) return false;
  const bool says =
      name.find("priv") != std::string_view::npos ||
      (name.ends_with(".pem") && name.find("key") != std::string_view::npos);
  const bool tls = lists::tls_key_files.contains(name);
  const bool shared = !lists::public_key_parts.part_of(name).empty();
  return tls || (says && !shared);
}

// `NAME=value`, `//host/:_authToken=value`, `password: value`.
bool is_secret_line(std::string_view line) {
  if (find_login(line)) return true;
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos || line[first] == '#') return false;
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return false;
  std::string_view name = line.substr(0, equals);
  name = name.substr(name.find_last_of(": /") + 1);
  std::string_view value = line.substr(equals + 1);
  const std::size_t begin = value.find_first_not_of(" \t\"'");
  const std::size_t end = value.find_last_not_of(" \t\"'\r");
  if (begin == std::string_view::npos || end < begin) return false;
  value = value.substr(begin, end - begin + 1);
  return value.find('$') == std::string_view::npos && is_secret_name(name) &&
         judge_secret(value) != SecretValue::none;
}

bool has_secret_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (is_secret_line(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

}  // namespace

std::optional<SecretFile> secret_file_of_name(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::string low = lower_case(path);
  const std::string_view name =
      std::string_view(low).substr(low.rfind('/') + 1);
  const bool ssh_folder = name == ".ssh";
  if (lists::key_files.contains(name) || is_private_pem(name) || ssh_folder ||
      !lists::key_endings.suffix_of(name).empty()) {
    return SecretFile::private_key;
  }
  const bool ends = std::ranges::any_of(
      lists::credential_paths,
      [&](std::string_view end) { return ends_in_path(low, end); });
  if (ends || lists::credential_files.contains(name) ||
      lists::credential_folders.contains(name)) {
    return SecretFile::credentials;
  }
  if (lists::settings_files.contains(name) || is_real_env(name)) {
    return SecretFile::settings;
  }
  return std::nullopt;
}

FileContent secret_content(const BuildContext* context,
                           const std::string& path) {
  constexpr std::size_t limit = std::size_t{256} << 10;
  if (context == nullptr) return {};
  const auto text = context->read(path, limit);
  if (!text) return {};
  const bool key = find_private_key(*text).has_value();
  const bool secret =
      secret_file_of_name(path) == SecretFile::settings &&
      (key || find_known_secret(*text) || has_secret_line(*text));
  return {true, key, secret};
}

}  // namespace harden::rule
