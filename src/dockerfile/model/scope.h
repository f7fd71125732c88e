// Which variables are visible where (global ARGs in FROM, ENV and ARG inside
// a stage), and which stages.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/expand_word.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

// How FROM and COPY --from find stages.
// BuildKit stores names in lower case. FROM looks them up as written, among
// the stages before it; COPY --from and --target ignore case, know numbers,
// and find the last stage of a name in the whole file.
class StageNames {
 public:
  explicit StageNames(const Document& document);

  std::optional<std::size_t> for_from(std::string_view name,
                                      std::size_t stage) const;
  std::optional<std::size_t> for_copy(std::string_view name) const;
  // "`build`, `test`".
  std::string list() const;

 private:
  std::size_t count_ = 0;
  std::map<std::string, std::vector<std::size_t>, std::less<>> stages_;
};

using BuildArgs = std::map<std::string, std::string, std::less<>>;

// The ARGs before the first FROM, and those that BuildKit predefines. All
// others are unset in FROM: no base image has a say there.
class GlobalScope : public VariableSource {
 public:
  // `target` is what TARGETSTAGE holds.
  GlobalScope(const BuildArgs& build_args, const std::string& target,
              bool sets_platform);

  Binding find(std::string_view name) const override;
  void set(std::string name, Variable value);

 private:
  Variables variables_;
  bool sets_platform_;
};

// ENV and ARG at one place of a stage, as BuildKit sees them.
class StageScope : public VariableSource {
 public:
  explicit StageScope(const ImageState& state) : state_(state) {}
  Binding find(std::string_view name) const override;

 private:
  const ImageState& state_;
};

// The names of the platform's variables: TARGETARCH.
bool is_platform_variable(std::string_view name);

// HTTP_PROXY and its like.
bool is_proxy_variable(std::string_view name);

}  // namespace harden
