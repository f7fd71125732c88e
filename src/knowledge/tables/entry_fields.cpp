#include "knowledge/tables/entry_fields.h"

#include <algorithm>

#include "knowledge/fact_text.h"

namespace harden::knowledge {

void EntryObject::read(const std::string& key, Family& to) {
  if (!has(key)) return;
  const auto family = parse_family(text(key));
  if (!family) fail("`" + key + "` is none of the known ones");
  to = *family;
}

void EntryObject::read(const std::string& key, std::vector<Account>& to) {
  to = parsed(key, parse_account);
}

void EntryObject::read(const std::string& key, std::vector<Group>& to) {
  to = parsed(key, parse_group);
}

void EntryObject::read(const std::string& key, std::vector<WrittenPath>& to) {
  to = parsed(key, parse_written_path);
}

void EntryObject::read(const std::string& key, std::vector<VersionRange>& to) {
  to = parsed(key, parse_version_range);
}

void EntryObject::read(const std::string& key, const Enumerator& to) {
  read(key, to.name);
  if (std::ranges::find(to.known, to.name) == to.known.end()) {
    fail("`" + key + "` is none of the known ones");
  }
}

}  // namespace harden::knowledge
