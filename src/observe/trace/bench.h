// The two images on the engine, and containers of them as the policy wants
// them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/files/temporary_folder.h"
#include "observe/trace/container.h"
#include "observe/trace/image_config.h"
#include "observe/trace/trace.h"
#include "observe/trace/tried_policy.h"

namespace harden::trace {

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
  std::unique_ptr<Container> start(std::vector<std::string> words);
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
