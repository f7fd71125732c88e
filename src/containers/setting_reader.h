// Reads the values of settings; what a file does not tell is remembered as
// unknown, and what makes no sense as a problem.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "containers/container_settings.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// What is wrong with a file of settings itself.
class Problems {
 public:
  Problems(const SourceFile& source, std::vector<Diagnostic>& out)
      : source_(source), out_(out) {}

  const SourceFile& source() const { return source_; }

  // HD201
  void duplicate(const yaml::DuplicateKey& key);
  // HD202; `where` is what the key stands in, "a service".
  void unknown_key(Span span, std::string_view key, std::string_view where,
                   std::span<const std::string_view> known);
  // HD202 of a run line; whether a value follows is not known.
  void unknown_flag(Span span, std::string_view flag,
                    std::span<const std::string_view> known);
  // HD203
  void broken(Span span, std::string message, std::string help = {});

 private:
  void add(Diagnostic diagnostic);
  // As much of a word as a message can hold.
  static std::string shown(std::string_view text);

  const SourceFile& source_;
  std::vector<Diagnostic>& out_;
};

// The containers that were read, as many as one file may describe.
class Containers {
 public:
  Containers(const SourceFile& source, std::vector<ContainerSettings>& out)
      : source_(source), out_(out) {}

  // Throws BadInput when it is one too many: aliases may repeat one list in
  // thousands of services.
  void add(ContainerSettings container);

 private:
  const SourceFile& source_;
  std::vector<ContainerSettings>& out_;
  std::size_t settings_ = 0;
};

// "true", "yes", "on", "1" and their opposites, as Compose takes them.
std::optional<bool> parse_flag(std::string_view text);

class SettingReader {
 public:
  SettingReader(ContainerSettings& out, Problems& problems)
      : out_(out), problems_(problems) {}

  ContainerSettings& out() { return out_; }
  Problems& problems() { return problems_; }

  // nullopt for what is not there, no scalar, or unknown.
  std::optional<PlacedText> text(std::string_view name,
                                 const yaml::Value& value);
  std::optional<Placed<bool>> flag(std::string_view name,
                                   const yaml::Value& value);
  // The same, but an unknown part stays as `$NAME`.
  std::optional<PlacedText> open_text(std::string_view name,
                                      const yaml::Value& value);
  // Of a list, or of one scalar; unknown items are left out and remembered.
  std::vector<PlacedText> texts(std::string_view name,
                                const yaml::Value& value);
  // `{a: b}` or `["a=b"]`; the second is none for `a` alone.
  using Pair = std::pair<std::string, std::optional<PlacedText>>;
  std::vector<Placed<Pair>> pairs(std::string_view name,
                                  const yaml::Value& value);

  // Takes variables in values as they stand, as Kubernetes does.
  void set_literal() { interpolates_ = false; }
  void unknown(std::string_view name, std::string because, Span span);
  void expected(std::string_view name, std::string_view what, Span span);

 private:
  ContainerSettings& out_;
  Problems& problems_;
  bool interpolates_ = true;
};

}  // namespace harden::containers
