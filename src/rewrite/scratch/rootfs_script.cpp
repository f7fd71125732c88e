#include "rewrite/scratch/rootfs_script.h"

#include <algorithm>
#include <string_view>

#include "base/quote/words.h"
#include "base/text/joined_texts.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// What programs look for in every image. mime.types is Go's.
constexpr std::string_view system_files[] = {
    "/etc/nsswitch.conf /etc/services /etc/protocols /etc/mime.types",
    "/etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt",
    "/etc/localtime /etc/timezone /usr/share/zoneinfo",
};
// OpenSSL looks certificates up one by one, behind links.
constexpr std::string_view certificate_files[] = {
    "/usr/share/ca-certificates /usr/local/share/ca-certificates",
    "/etc/ssl/certs /etc/ssl/cert.pem /etc/pki/tls /etc/pki/ca-trust/extracted",
};
// Its own folder, which leads there. A closure takes it where the library is
// seen; in a static program nothing shows it.
constexpr std::string_view static_openssl_files[] = {
    "/usr/lib/ssl /etc/ssl/openssl.cnf",
};

class RootfsScriptWriter {
 public:
  RootfsScriptWriter(const ScratchPlan& plan, bool comments)
      : plan_(plan), comments_(comments) {}

  std::vector<std::string> run() {
    add_functions();
    if (plan_.closure) {
      call_programs();
      call_runtime();
    } else if (!plan_.program.empty()) {
      call("static", {plan_.program});
    }
    for (const std::string& it : plan_.needed) call("keep", {it});
    call_try();
    for (const std::string& it : plan_.folders) call("folder", {it});
    if (plan_.closure) call_leave_out();
    for (const std::string& it : plan_.asked) call("keep", {it});
    if (plan_.closure) lines_.emplace_back("libraries;");
    call_accounts();
    return std::move(lines_);
  }

 private:
  bool asks() const {
    return plan_.runtime != nullptr && !plan_.runtime->scratch->asks.empty();
  }

  void add_functions() {
    section("start");
    section("keep");
    if (plan_.closure) {
      section("program");
      if (plan_.path_folders) section("in_path");
      section(plan_.shell ? "shell" : "no_shell");
      if (asks()) section("folders");
      section("libraries");
    } else if (!plan_.program.empty()) {
      section("static");
    }
    section("accounts");
  }

  void section(std::string_view name) {
    for (const std::string_view line : script_section(name)) {
      const bool comment = line.find_first_not_of(' ') == line.find('#');
      if (comments_ || !comment) lines_.emplace_back(line);
    }
  }

  template <typename Words>
  void call(const std::string& function, const Words& words) {
    std::string line = function;
    for (const auto& it : words) line += " " + shell_word(it);
    lines_.push_back(line + ";");
  }
  void call(const std::string& function,
            std::initializer_list<std::string> words) {
    call(function, std::vector<std::string>(words));
  }

  void call_programs() {
    if (plan_.shell) call("shell", plan_.commands);
    for (const std::string& it : plan_.programs) {
      const bool by_name = it.find('/') == std::string::npos;
      if (by_name && plan_.path_folders) {
        std::vector<std::string> words{it};
        words.insert(words.end(), plan_.path_folders->begin(),
                     plan_.path_folders->end());
        call("in_path", words);
      }
      call("program", {it});
    }
    if (!plan_.shell) lines_.emplace_back("no_shell;");
  }

  void call_runtime() {
    if (!asks()) return;
    const ScratchFacts& facts = *plan_.runtime->scratch;
    std::vector<std::string> names{std::string(facts.interpreter)};
    names.insert(names.end(), facts.interpreters.begin(),
                 facts.interpreters.end());
    call("runtime_is", names);
    std::string line = "folders_of \"$runtime\"";
    for (const auto it : facts.asks) line += " " + shell_word(it);
    lines_.push_back(line + ";");
  }
  void call_leave_out() {
    if (!asks()) return;
    const ScratchFacts& facts = *plan_.runtime->scratch;
    std::string line = "leave_out " + shell_word(facts.leaves_out_in);
    // Patterns are quoted: the function matches them itself.
    for (const auto it : facts.leaves_out) line += " " + shell_word(it);
    lines_.push_back(line + ";");
  }

  void call_try() {
    std::vector<std::string> parts;
    std::string own = joined_texts(plan_.wanted, " ", shell_word);
    if (!own.empty()) parts.push_back(std::move(own));
    for (const auto it : system_files) parts.emplace_back(it);
    if (plan_.closure || may_hold_openssl()) {
      for (const auto it : certificate_files) parts.emplace_back(it);
    }
    if (may_hold_openssl()) {
      for (const auto it : static_openssl_files) parts.emplace_back(it);
    }
    for (const std::string& it : parts) lines_.push_back("try " + it + ";");
  }

  // Go has a TLS of its own, which reads the bundle.
  bool may_hold_openssl() const {
    if (plan_.closure || plan_.program.empty()) return false;
    return plan_.built.empty() ||
           plan_.built.front().build.tool != BuildTool::go;
  }

  void call_accounts() {
    const std::size_t colon = plan_.user.find(':');
    std::string line = "accounts " + shell_word(plan_.user.substr(0, colon));
    if (colon != std::string::npos) {
      line += " " + shell_word(plan_.user.substr(colon + 1));
    }
    lines_.push_back(std::move(line));
  }

  const ScratchPlan& plan_;
  bool comments_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> rootfs_script(const ScratchPlan& plan, bool comments) {
  return RootfsScriptWriter(plan, comments).run();
}

std::vector<std::string> system_rootfs_script(const std::string& user,
                                              bool comments) {
  ScratchPlan plan;
  plan.user = user;
  return rootfs_script(plan, comments);
}

}  // namespace harden
