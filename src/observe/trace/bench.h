// The two images on the engine, and containers of them as the policy wants
// them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files/temporary_file.h"
#include "observe/trace/engine_client.h"
#include "observe/trace/trace.h"
#include "runtime/policy.h"

namespace harden::trace {

// The policy as it is tried out: the program is confined as always, but
// nothing of the user's is touched: no names, data or ports of a container
// that may be in use.

struct Trial {
  Policy policy;
  // Volumes that stand in for the policy's own.
  std::vector<std::string> volumes;
  // Whether the container needs the network `prefix` to be there.
  bool needs_network = false;
  // Folders of the host that are used as they are.
  std::vector<std::string> binds;
};

// All names of the trial begin with `prefix`.
Trial trial_of(Policy policy, const std::string& prefix);

// `--publish` for any free port of this machine, where the network has ports.
std::vector<std::string> publish_options(const Policy& policy);

// The tracing variant of an image: the image itself, and strace beside it in a
// folder of its own.
//
// strace comes with its loader and libraries and is started through that
// loader. So it runs in any image, also in one from scratch or of another
// libc, and nothing that the program sees is changed.

// Where strace and the logs lie in the tracing variant.
inline constexpr std::string_view tracer_folder = "/harden-trace";

// `tracer` is the image that strace is taken from, or installed in.
std::string tracing_dockerfile(const std::string& image,
                               const std::string& tracer);

// What is started instead of `argv`: its first word is the new entrypoint. The
// program stays the first process, so that signals reach it as they would
// without strace, when `first`; else strace waits for its end.
std::vector<std::string> traced(const std::vector<std::string>& argv,
                                const std::string& log, bool first);

// "/harden-trace/log/NAME"
std::string log_path(std::string_view name);

class Bench {
 public:
  // Throws ProcessFailure.
  explicit Bench(const TraceRequest& request);

  const EngineClient& engine() const { return engine_; }
  const ImageConfig& config() const { return config_; }
  const TemporaryFolder& folder() const { return folder_; }

  // The image, and its tracing variant.
  void build();

  // Data and names for a series of containers: `name` is new for each.
  Trial trial(const std::string& name);

  // A container of the image under a profile.
  std::unique_ptr<Container> run(const Trial& trial,
                                 const SeccompProfile& profile);
  // One of the tracing variant; the calls go into a log of this name.
  std::unique_ptr<Container> run_traced(const Trial& trial,
                                        const SeccompProfile& profile,
                                        const std::string& log);
  // Feeds the log of a container to the reader; throws ProcessFailure when
  // there is none.
  void read_log(const Container& container, const std::string& log,
                EvidenceReader& reader) const;

 private:
  std::vector<std::string> options(const Trial& trial,
                                   const SeccompProfile& profile);
  std::unique_ptr<Container> start(const std::vector<std::string>& words);
  void build_image(const std::string& tag, const std::string& file,
                   const std::string& context,
                   const std::vector<std::string>& options,
                   const std::string& purpose);
  void say(const std::string& line) const;

  const TraceRequest& request_;
  EngineClient engine_;
  TemporaryFolder folder_;
  Leftovers leftovers_;
  std::string id_;
  std::string image_;
  std::string traced_image_;
  std::string log_volume_;
  ImageConfig config_;
  bool has_network_ = false;
  unsigned containers_ = 0;
};

}  // namespace harden::trace
