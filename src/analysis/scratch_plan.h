// What would make the target stage an image of nothing but its program, or why
// that cannot be shown to work.
//
// Only static programs that the Dockerfile itself builds, for now: what they
// open beside themselves is known from the files that COPY brings and from what
// RUN lines do.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/built_program.h"
#include "harden/document.h"
#include "harden/image_state.h"
#include "harden/options.h"

namespace harden {

// Where the official image of Go has time zones that need no tzdata
// (time.LoadLocation).
inline constexpr std::string_view go_time_zones =
    "/usr/local/go/lib/time/zoneinfo.zip";

struct ScratchPlan {
  std::string program;  // absolute
  // The program, and others that come along; empty when `--artifact` names it.
  std::vector<BuiltProgram> built;
  // Absolute paths that are taken along; the build stops when a needed one is
  // not there.
  std::vector<std::string> needed;
  std::vector<std::string> wanted;
  // The instructions that the new stage repeats, in their order; ENTRYPOINT and
  // CMD are the last.
  std::vector<std::size_t> repeated;
  // "10001:10001", in place of the old USER: a scratch image should not depend
  // on looking a name up.
  std::string user;
  // A HEALTHCHECK that is dropped because `--drop-healthcheck` says so.
  std::optional<std::size_t> dropped_healthcheck;
  // Without Go's own folder a Go program finds its time zones by ZONEINFO only.
  bool own_time_zones = false;
  bool set_path = false;  // the program is found by a PATH that the base set
};

struct NotScratch {
  // Something in the file builds a static program: the user will ask why it
  // was not enough. Otherwise there is nothing to be said about it.
  bool was_near = false;
  Span span;
  std::string message;  // the reason
  std::string help;     // the next step
};

// `user`: as whom the image runs.
std::variant<ScratchPlan, NotScratch> plan_scratch(const Document& document,
                                                   const Evaluation& evaluation,
                                                   const EffectiveUser& user,
                                                   const Options& options);

}  // namespace harden
