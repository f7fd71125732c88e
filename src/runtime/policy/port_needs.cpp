#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>

#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

// `EXPOSE 8000-9000` is a promise, not a list: more are not published one by
// one.
constexpr std::uint32_t most_of_a_range = 64;

std::optional<std::uint16_t> number(std::string_view text) {
  std::uint16_t value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end || value == 0) return std::nullopt;
  return value;
}

std::optional<Protocol> protocol(std::string_view text) {
  if (text.empty() || text == "tcp" || text == "TCP") return Protocol::tcp;
  if (text == "udp" || text == "UDP") return Protocol::udp;
  if (text == "sctp" || text == "SCTP") return Protocol::sctp;
  return std::nullopt;
}

class PortReader {
 public:
  explicit PortReader(const PolicySubject& subject) : subject_(subject) {}

  PortNeeds run() {
    for (const std::string& it : subject_.state().ports) read(it);
    const auto key = [](const PortNeed& it) {
      return std::tuple(it.port, it.protocol);
    };
    std::ranges::stable_sort(result_.ports,
                             [&](const PortNeed& left, const PortNeed& right) {
                               return key(left) < key(right);
                             });
    const auto end =
        std::unique(result_.ports.begin(), result_.ports.end(),
                    [&](const PortNeed& left, const PortNeed& right) {
                      return key(left) == key(right);
                    });
    result_.ports.erase(end, result_.ports.end());
    return std::move(result_);
  }

 private:
  void read(const std::string& word) {
    const std::string_view text = word;
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto kind = protocol(text.substr(std::min(slash + 1, text.size())));
    const std::string_view range = text.substr(0, slash);
    const std::size_t dash = std::min(range.find('-'), range.size());
    const auto first = number(range.substr(0, dash));
    const auto last =
        dash == range.size() ? first : number(range.substr(dash + 1));
    if (!kind || !first || !last || *last < *first ||
        *last - *first >= static_cast<int>(most_of_a_range)) {
      result_.unknown.push_back("`EXPOSE " + word + "`");
      return;
    }
    for (std::uint32_t port = *first; port <= *last; ++port) {
      add(static_cast<std::uint16_t>(port), *kind, word);
    }
  }

  void add(std::uint16_t port, Protocol kind, const std::string& word) {
    PortNeed need;
    need.port = port;
    need.protocol = kind;
    need.host_port = port;
    need.reasons.push_back(reason(word));
    result_.ports.push_back(std::move(need));
  }

  Reason reason(const std::string& word) const {
    for (const std::size_t i : subject_.chain()) {
      const Instruction& it = subject_.instruction(i);
      if (it.keyword != Keyword::expose) continue;
      const bool names_it = it.arguments.text.find(word.substr(
                                0, word.find('/'))) != std::string::npos ||
                            it.arguments.text.find('$') != std::string::npos;
      if (!names_it) continue;
      return subject_.from_file(i, "`EXPOSE` in " + subject_.line_of(i));
    }
    const auto& base = subject_.state().base;
    return known("base_images.json" + (base ? ": " + base->id : ""),
                 "the base image listens there");
  }

  const PolicySubject& subject_;
  PortNeeds result_;
};

}  // namespace

PortNeeds port_needs(const PolicySubject& subject) {
  return PortReader(subject).run();
}

}  // namespace harden
