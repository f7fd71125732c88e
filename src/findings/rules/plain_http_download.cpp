#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text/ascii.h"
#include "base/text/find_any.h"
#include "command/argument_options.h"
#include "findings/runs/check_switch.h"
#include "findings/runs/downloads.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo plain_http_download = {
    .code = "HD436",
    .name = "plain-http-download",
    .summary = "A file comes over plain HTTP, and nothing checks it",
    .what =
        "A RUN calls curl, wget or aria2c with an `http://` address, and no "
        "command behind it in the stage compares checksums or signatures "
        "(`sha256sum -c`, `gpg --verify`, `rpm --checksig`, cosign, minisign). "
        "Hosts without a dot, loopback addresses and names that a variable "
        "holds do not count, nor do calls that throw away what they get "
        "(`--spider`, `-o /dev/null`).",
    .why =
        "Nothing shows who answered: any machine between the build and the "
        "server can send another file, which then becomes part of the image.",
    .remedy =
        "Write `https://`. Where the server does not speak it, compare the "
        "file with a checksum that you got elsewhere: `sha256sum -c`.",
    .before =
        "FROM debian:12\n"
        "RUN wget -O /usr/bin/tool http://example.com/tool && \\\n"
        "    chmod +x /usr/bin/tool\n"
        "USER 1000:1000\n",
    .references = {"https://cwe.mitre.org/data/definitions/319.html",
                   "https://cwe.mitre.org/data/definitions/494.html"},
    .severity = Severity::warning,
};

namespace {

constexpr std::string_view http_scheme = "http://";

// A word that is not known is as it is written, in quotes.
std::string_view unquoted(std::string_view word) {
  while (word.starts_with('"') || word.starts_with('\'')) word.remove_prefix(1);
  while (word.ends_with('"') || word.ends_with('\'')) word.remove_suffix(1);
  return word;
}

// "example.com" of `http://user@example.com:80/file`; empty for other schemes.
std::string_view http_host(std::string_view address) {
  if (!equals_ignoring_case(address.substr(0, http_scheme.size()),
                            http_scheme)) {
    return {};
  }
  address.remove_prefix(http_scheme.size());
  address = address.substr(0, find_any_of(address, "/?#"));
  address.remove_prefix(std::min(address.find('@') + 1, address.size()));
  return address.substr(0, address.find(':'));
}

// Nobody sits in between, or nobody can tell.
bool is_near(std::string_view host) {
  return host.find('.') == host.npos || host.find('$') != host.npos ||
         host.find('`') != host.npos || host.starts_with("127.") ||
         host == "0.0.0.0" || host.ends_with(".local") ||
         host.ends_with(".localhost") || host.ends_with(".internal");
}

// Of the address that a downloader gets over plain HTTP.
std::optional<std::size_t> plain_address(const Call& call) {
  const bool curl = call.program == "curl";
  const ArgumentOptions read(
      call.argv, {.letters_with_value = curl ? value_letters("curl") : "OoB",
                  .names_with_value = "--data --data-raw --header --output "
                                      "--output-document --preproxy --proxy "
                                      "--referer"});
  const CommandWord* output =
      read.value({"-o", "--output", curl ? "-o" : "-O", "--output-document"});
  if (read.has({"-I", "--head", "--spider"}) ||
      (output != nullptr && output->text == "/dev/null")) {
    return std::nullopt;
  }
  const auto is_plain = [&](std::size_t at) {
    return !is_near(http_host(unquoted(call.argv[at].value)));
  };
  const auto found = std::ranges::find_if(read.operands, is_plain);
  if (found != read.operands.end()) return *found;
  const auto* url = read.find({"--url"});
  return url != nullptr && is_plain(url->value_at)
             ? std::optional(url->value_at)
             : std::nullopt;
}

// Whether a command behind it in the stage checks files.
class ChecksBehind {
 public:
  explicit ChecksBehind(const Subject& subject) : subject_(subject) {
    const auto& all = subject.calls().all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (checks_files(all[i])) checks_.push_back(i);
    }
  }
  bool cover(std::size_t call) const {
    const auto& all = subject_.calls().all();
    const auto next = std::ranges::upper_bound(checks_, call);
    return next != checks_.end() &&
           subject_.stage_of(all[*next].instruction) ==
               subject_.stage_of(all[call].instruction);
  }

 private:
  const Subject& subject_;
  std::vector<std::size_t> checks_;  // of all calls, ascending
};

}  // namespace

void check_plain_http_download(const Subject& subject, Findings& findings) {
  const ChecksBehind checks(subject);
  const auto& all = subject.calls().all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_downloader(all[i])) continue;
    const auto address = plain_address(all[i]);
    if (!address || checks.cover(i)) continue;
    const ShellWord& word = all[i].argv[*address];
    report(findings, plain_http_download, subject.place(all[i], word.span),
           fmt::format("`{}` gets `{}` over plain HTTP, and nothing checks it: "
                       "whoever sits in between can send another file",
                       all[i].program, unquoted(word.value)),
           "write `https://`, or compare the file with a checksum: `sha256sum "
           "-c`");
  }
}

}  // namespace harden::rule
