#include "base/files/read_input.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "base/source/source_file.h"
#include "temporary_folder.h"

namespace harden::cli {
namespace {

// What is said about a file with these bytes; its folder is left out.
std::string said(const std::string& bytes) {
  const TemporaryFolder folder;
  const auto path = folder.write("Dockerfile", bytes);
  try {
    read_input(path);
  } catch (const BadInput& bad) {
    return std::string(bad.what()).substr(folder.path().size() + 1);
  }
  return "fine";
}

std::string said_of(const std::string& path) {
  try {
    read_input(path);
  } catch (const BadInput& bad) {
    return bad.what();
  }
  return "fine";
}

TEST(ReadInput, TakesTheBytesAsTheyAre) {
  const TemporaryFolder folder;
  const std::string bytes =
      "\xef\xbb\xbf"
      "FROM a\r\n# \xff\xfe\nUSER b";
  const auto source = read_input(folder.write("Dockerfile", bytes));
  EXPECT_EQ(source.bytes(), bytes);
  EXPECT_EQ(source.name(), folder.path("Dockerfile"));
}

TEST(ReadInput, SaysWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  EXPECT_EQ(said_of("/nonexistent"),
            "/nonexistent: no such file; give the path of a Dockerfile, or - "
            "for standard input");
  EXPECT_EQ(
      said_of(folder.path()),
      folder.path() +
          ": is a directory; give the path of a Dockerfile, or - for standard "
          "input");
  EXPECT_EQ(said_of("/dev/null/x"),
            "/dev/null/x: no such file: a part of its path is not a folder");
}

TEST(ReadInput, RefusesEmptyFiles) {
  const std::string empty =
      "Dockerfile: is empty; a Dockerfile begins with FROM";
  EXPECT_EQ(said(""), empty);
  EXPECT_EQ(said(" \t\r\n\n"), empty);
  EXPECT_EQ(said("\xef\xbb\xbf\n"), empty);
}

TEST(ReadInput, RefusesBinaryFiles) {
  EXPECT_EQ(said(std::string("FROM a\nRUN \0b\n", 14)),
            "Dockerfile:2: has a NUL byte; binary files cannot be "
            "Dockerfiles");
  EXPECT_EQ(said("\x1f\x8b\x08\x08\x01\x02\x03\x04zip"),
            "Dockerfile:1: is a binary file, not a Dockerfile");
  EXPECT_EQ(said(std::string("\xff\xfe"
                             "F\0R\0",
                             6)),
            "Dockerfile:1: is UTF-16 text; save it as UTF-8");
}

TEST(ReadInput, RefusesWhatIsTooLarge) {
  std::string line(1023, 'a');
  line += '\n';
  std::string exact;
  for (int i = 0; i < 16 * 1024; ++i) exact += line;
  EXPECT_EQ(said(exact), "fine");
  const std::string large =
      ": is larger than 16 MiB; give the path of a Dockerfile, or - for "
      "standard input";
  EXPECT_EQ(said(exact + "a"), "Dockerfile" + large);
}

TEST(ReadInput, RefusesAnEndlessLine) {
  const std::string four_mib(std::size_t{4} << 20, 'a');
  EXPECT_EQ(said("FROM a\n" + four_mib + "\n"), "fine");
  EXPECT_EQ(said("FROM a\n" + four_mib + "a"),
            "Dockerfile:2: is one endless line (over 4 MiB); this cannot be a "
            "Dockerfile");
}

TEST(ReadInput, RefusesMoreLinesThanAnybodyWrites) {
  std::string lines = "FROM a\n";
  for (int i = 1; i < 500'000; ++i) lines += "#\n";
  EXPECT_EQ(said(lines), "fine");
  EXPECT_EQ(said(lines + "#\n"),
            "Dockerfile: has over 500,000 lines; split it, or take out what "
            "was generated into it");
}

TEST(ReadInput, StopsReadingADeviceThatDoesNotEnd) {
  EXPECT_EQ(said_of("/dev/zero"),
            "/dev/zero: is larger than 16 MiB; give the path of a Dockerfile, "
            "or - for standard input");
}

TEST(ReadInput, ReadsOtherFiles) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_bytes(folder.write("a.json", "{}"), "JSON"), "{}");
  EXPECT_THROW(read_bytes(folder.path("b.json"), "JSON"), BadInput);
}

TEST(ReadInput, ReadsPipes) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const std::string text = "FROM a\n" + std::string(300000, '#') + "\n";
  std::thread writer([&] {
    for (std::size_t done = 0; done < text.size();) {
      const auto written =
          write(ends[1], text.data() + done, text.size() - done);
      if (written < 0) break;
      done += static_cast<std::size_t>(written);
    }
    close(ends[1]);
  });
  const auto source = read_input("<stdin>", ends[0]);
  writer.join();
  close(ends[0]);
  EXPECT_EQ(source.bytes(), text);
  EXPECT_EQ(source.name(), "<stdin>");
}

}  // namespace
}  // namespace harden::cli
