// Which variables are visible where: global ARGs in FROM, ENV and ARG inside
// a stage.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "harden/image_state.h"
#include "model/expand_word.h"

namespace harden::model {

using BuildArgs = std::map<std::string, std::string, std::less<>>;

// "`ARG APP_USER` has no default".
std::string arg_without_default(std::string_view name);
// The name in such a reason; empty when the reason is another.
std::string_view arg_without_default_name(std::string_view because);

// The ARGs before the first FROM, and those that BuildKit predefines. All
// others are unset in FROM: no base image has a say there.
class GlobalScope : public VariableSource {
 public:
  // `target` is what TARGETSTAGE holds.
  GlobalScope(const BuildArgs& build_args, const std::string& target);

  Binding find(std::string_view name) const override;
  void set(std::string name, Variable value);

 private:
  Variables variables_;
};

// ENV and ARG at one place of a stage.
class StageScope : public VariableSource {
 public:
  explicit StageScope(const ImageState& state) : state_(state) {}
  Binding find(std::string_view name) const override;

 private:
  const ImageState& state_;
};

}  // namespace harden::model
