#include "output/staging_sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_file.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::StartsWith;

class StagingSinkTest : public ::testing::Test {
 protected:
  StagingSinkTest() {
    std::string name = ::testing::TempDir() + "offprint-XXXXXX";
    root_ = fs::canonical(mkdtemp(name.data()));
    out_ = root_ / "public";
  }
  ~StagingSinkTest() override {
    std::error_code error;
    fs::remove_all(root_, error);
  }

  void Put(const fs::path& path, std::string_view bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << bytes;
  }

  void Build(std::string_view text) {
    StagingSink sink(out_, ForeignFolder::kRefuse);
    sink.Write("days/2026-01-23/index.html", text);
    sink.Commit();
  }

  // What lies in a folder, its own name left off, sorted.
  std::vector<std::string> Tree(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& item : fs::recursive_directory_iterator(folder)) {
      if (item.is_directory()) continue;
      names.push_back(item.path().lexically_relative(folder).string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  // The message with the test's own folder written "ROOT".
  std::string ErrorOf(const std::function<void()>& action) {
    try {
      action();
      return "";
    } catch (const EnvironmentError& error) {
      std::string what = error.what();
      for (size_t at; (at = what.find(root_.string())) != what.npos;) {
        what.replace(at, root_.string().size(), "ROOT");
      }
      return what;
    }
  }

  fs::path root_;
  fs::path out_;
};

constexpr Hash128 kOldSite = {1, 2};
constexpr Hash128 kNewSite = {3, 4};

TEST_F(StagingSinkTest, AnUnchangedFileIsTakenOverWithItsTime) {
  const fs::path page = out_ / "days/2026-01-23/index.html";
  Build("old");
  const fs::file_time_type long_ago =
      fs::last_write_time(page) - std::chrono::hours(24);
  fs::last_write_time(page, long_ago);
  StagingSink sink(out_, ForeignFolder::kRefuse);
  sink.Write("new.html", "new");
  sink.TakeOver({"days/2026-01-23/index.html"});
  sink.Commit();
  EXPECT_EQ(fs::last_write_time(page), long_ago);
  EXPECT_EQ(ReadFile(page), "old");
  EXPECT_THAT(Tree(out_), ElementsAre(".offprint", "days/2026-01-23/index.html",
                                      "new.html"));
}

TEST_F(StagingSinkTest, WhatIsGoneCannotBeTakenOver) {
  Build("old");
  StagingSink sink(out_, ForeignFolder::kRefuse);
  EXPECT_EQ(ErrorOf([&] { sink.TakeOver({"gone/index.html"}); }),
            "cannot take over ROOT/public/gone/index.html, which is not as the "
            "last build left it; build with --clean");
}

TEST_F(StagingSinkTest, WhatIsTakenOverHasNoFileInPlaceOfItsFolder) {
  Build("old");
  StagingSink sink(out_, ForeignFolder::kRefuse);
  sink.Write("days", "a file");
  EXPECT_EQ(ErrorOf([&] { sink.TakeOver({"days/2026-01-23/index.html"}); }),
            "cannot write ROOT/public/days/2026-01-23: Not a directory; a file "
            "has the name of its folder");
}

class ChangesTest : public StagingSinkTest {
 protected:
  ChangesTest() {
    StagingSink sink(out_, ForeignFolder::kRefuse);
    sink.Write("a/old.html", "old");
    sink.Write("a/both.html", "before");
    sink.Write("b/c/old.html", "old");
    sink.Commit(kOldSite);
  }
};

TEST_F(ChangesTest, ChangedFilesMoveInAndStaleOnesGoWithTheirFolders) {
  StagingSink sink(out_, ForeignFolder::kRefuse);
  sink.Write("a/both.html", "after");
  sink.Write("new/d/page.html", "new");
  sink.CommitChanges({"a/both.html", "new/d/page.html"},
                     {"a/old.html", "b/c/old.html"}, kOldSite);
  EXPECT_FALSE(HoldsSite(out_, kOldSite));
  sink.Finish(kNewSite);
  EXPECT_TRUE(HoldsSite(out_, kNewSite));
  EXPECT_THAT(Tree(out_),
              ElementsAre(".offprint", "a/both.html", "new/d/page.html"));
  EXPECT_FALSE(fs::exists(out_ / "b"));
  EXPECT_EQ(ReadFile(out_ / "a/both.html"), "after");
}

TEST_F(ChangesTest, AFolderMayTakeThePlaceOfAFileAndAFileThatOfAFolder) {
  StagingSink sink(out_, ForeignFolder::kRefuse);
  sink.Write("a/old.html/index.html", "page");
  sink.Write("b/c", "file");
  sink.CommitChanges({"a/old.html/index.html", "b/c"},
                     {"a/old.html", "b/c/old.html"}, kOldSite);
  EXPECT_THAT(Tree(out_), ElementsAre(".offprint", "a/both.html",
                                      "a/old.html/index.html", "b/c"));
}

TEST_F(ChangesTest, AFileInPlaceOfAFolderIsNamed) {
  Put(out_ / "mine", "the user's own");
  StagingSink sink(out_, ForeignFolder::kRefuse);
  sink.Write("mine/index.html", "page");
  EXPECT_EQ(
      ErrorOf([&] { sink.CommitChanges({"mine/index.html"}, {}, kOldSite); }),
      "cannot write ROOT/public/mine/index.html: Not a directory; a file has "
      "the name of its folder");
  EXPECT_EQ(ReadFile(out_ / "mine"), "the user's own");
}

TEST_F(ChangesTest, AnOutputThatIsAnotherIsLeftAlone) {
  StagingSink sink(out_, ForeignFolder::kRefuse);
  sink.Write("a/both.html", "after");
  EXPECT_EQ(ErrorOf([&] { sink.CommitChanges({"a/both.html"}, {}, kNewSite); }),
            "cannot put the changes in place at ROOT/public: another build has "
            "changed it meanwhile; build again");
  EXPECT_EQ(ReadFile(out_ / "a/both.html"), "before");
  EXPECT_TRUE(HoldsSite(out_, kOldSite));
}

TEST_F(StagingSinkTest, ALinkInTheOldOutputIsNotTakenOver) {
  Build("old");
  const fs::path page = out_ / "days/2026-01-23/index.html";
  Put(root_ / "elsewhere", "old");
  fs::remove(page);
  fs::create_symlink(root_ / "elsewhere", page);
  StagingSink sink(out_, ForeignFolder::kRefuse);
  EXPECT_NE(ErrorOf([&] { sink.TakeOver({"days/2026-01-23/index.html"}); }),
            "");
}

TEST_F(StagingSinkTest, PutsFilesInPlaceAtCommit) {
  StagingSink sink(out_, ForeignFolder::kRefuse);
  sink.Write("index.html", "home");
  sink.Write("topics/大模型/index.html", "topic");
  EXPECT_FALSE(fs::exists(out_));
  sink.Commit();
  EXPECT_THAT(Tree(root_), ElementsAre("public/.offprint", "public/index.html",
                                       "public/topics/大模型/index.html"));
  EXPECT_EQ(ReadFile(out_ / "topics/大模型/index.html"), "topic");
  EXPECT_EQ(ReadFile(out_ / ".offprint"),
            "Made by offprint, layout 1. The next build replaces this "
            "folder.\nsite 00000000000000000000000000000000\n");
}

TEST_F(StagingSinkTest, ReplacesTheOldOutputAsAWhole) {
  {
    StagingSink sink(out_, ForeignFolder::kRefuse);
    sink.Write("gone.html", "old");
    sink.Commit();
  }
  Build("new");
  EXPECT_THAT(Tree(root_), ElementsAre("public/.offprint",
                                       "public/days/2026-01-23/index.html"));
}

TEST_F(StagingSinkTest, AFailedBuildLeavesTheOldOutputWhole) {
  Build("old");
  {
    StagingSink sink(out_, ForeignFolder::kRefuse);
    sink.Write("days/2026-01-23/index.html", "new");
  }
  EXPECT_THAT(Tree(root_), ElementsAre("public/.offprint",
                                       "public/days/2026-01-23/index.html"));
  EXPECT_EQ(ReadFile(out_ / "days/2026-01-23/index.html"), "old");
}

TEST_F(StagingSinkTest, AKilledBuildIsSweptUpByTheNextOne) {
  Build("old");
  const pid_t child = fork();
  if (child == 0) {
    StagingSink sink(out_, ForeignFolder::kRefuse);
    sink.Write("half.html", "half");
    raise(SIGKILL);
  }
  waitpid(child, nullptr, 0);
  EXPECT_EQ(Tree(root_).size(), 4u);
  EXPECT_EQ(ReadFile(out_ / "days/2026-01-23/index.html"), "old");
  Build("new");
  EXPECT_THAT(Tree(root_), ElementsAre("public/.offprint",
                                       "public/days/2026-01-23/index.html"));
}

TEST_F(StagingSinkTest, LeavesABuildAloneThatStillRuns) {
  StagingSink first(out_, ForeignFolder::kRefuse);
  first.Write("first.html", "1");
  Build("second");
  first.Commit();
  EXPECT_THAT(Tree(root_),
              ElementsAre("public/.offprint", "public/first.html"));
}

TEST_F(StagingSinkTest, GivesBackAnOldOutputThatWasTakenAway) {
  Build("old");
  fs::rename(out_, root_ / ".public.offprint-old");
  RemoveLeftovers(out_);
  EXPECT_THAT(Tree(root_), ElementsAre("public/.offprint",
                                       "public/days/2026-01-23/index.html"));
}

TEST_F(StagingSinkTest, CarriesVersionControlOver) {
  Put(out_ / ".git/HEAD", "ref");
  CheckDestination(out_, {}, ForeignFolder::kRefuse);
  Build("one");
  Build("two");
  EXPECT_THAT(Tree(root_), ElementsAre("public/.git/HEAD", "public/.offprint",
                                       "public/days/2026-01-23/index.html"));
}

TEST_F(StagingSinkTest, FollowsALinkInPlaceOfTheDestination) {
  fs::create_directories(root_ / "www/site");
  fs::create_directory_symlink(root_ / "www/site", out_);
  Build("one");
  EXPECT_TRUE(fs::is_symlink(out_));
  EXPECT_THAT(Tree(root_ / "www"),
              ElementsAre("site/.offprint", "site/days/2026-01-23/index.html"));
}

TEST_F(StagingSinkTest, FollowsALinkToWhatIsNoMore) {
  fs::create_directories(root_ / "www/site");
  fs::create_directory_symlink("www/site", out_);
  Build("one");
  RemoveOutput(out_);
  EXPECT_FALSE(fs::exists(root_ / "www/site"));
  Build("two");
  EXPECT_TRUE(fs::is_symlink(out_));
  EXPECT_EQ(ReadFile(root_ / "www/site/days/2026-01-23/index.html"), "two");
  fs::create_symlink("loop", root_ / "loop");
  EXPECT_NE(ErrorOf([&] { ResolveFolder(root_ / "loop"); }), "");
}

TEST_F(StagingSinkTest, KeepsThePermissionsOfTheOldOutput) {
  Build("one");
  fs::permissions(out_, fs::perms(0750));
  Build("two");
  EXPECT_EQ(fs::status(out_).permissions(), fs::perms(0750));
}

TEST_F(StagingSinkTest, TakesFilesFromSeveralThreads) {
  StagingSink sink(out_, ForeignFolder::kRefuse);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&sink, t] {
      for (int i = 0; i < 50; ++i) {
        sink.Write("shared/" + std::to_string(i) + "/" + std::to_string(t),
                   "x");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  sink.Commit();
  EXPECT_EQ(Tree(out_).size(), 201u);
}

TEST_F(StagingSinkTest, RefusesAPathThatLeadsOutAndASecondWrite) {
  StagingSink sink(out_, ForeignFolder::kRefuse);
  EXPECT_EQ(ErrorOf([&] { sink.Write("a/../../x", "x"); }),
            "cannot write \"a/../../x\": this path is empty, too long or leads "
            "out of the output folder");
  sink.Write("a", "x");
  EXPECT_EQ(ErrorOf([&] { sink.Write("a", "x"); }),
            "cannot write ROOT/public/a: File exists; this build has already "
            "written it");
  EXPECT_EQ(ErrorOf([&] { sink.Write("a/b", "x"); }),
            "cannot write ROOT/public/a/b: Not a directory; a file has the "
            "name of its folder");
  EXPECT_EQ(ErrorOf([&] { sink.Write("a/b/index.html", "x"); }),
            "cannot write ROOT/public/a/b: Not a directory; a file has the "
            "name of its folder");
}

TEST_F(StagingSinkTest, AFileThatCannotBeWrittenIsNamed) {
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit old {};
  getrlimit(RLIMIT_FSIZE, &old);
  StagingSink sink(out_, ForeignFolder::kRefuse);
  const struct rlimit small { 4096, old.rlim_max };
  setrlimit(RLIMIT_FSIZE, &small);
  const std::string error =
      ErrorOf([&] { sink.Write("big.html", std::string(5000, 'x')); });
  setrlimit(RLIMIT_FSIZE, &old);
  EXPECT_EQ(error, "cannot write ROOT/public/big.html: File too large");
}

TEST_F(StagingSinkTest, AFullDiskSaysWhatToDo) {
  const pid_t child = fork();
  if (child == 0) {
    if (unshare(CLONE_NEWNS) != 0 ||
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", root_.c_str(), "tmpfs", 0, "size=64k") != 0) {
      _exit(77);
    }
    const std::string error = ErrorOf([&] {
      StagingSink sink(out_, ForeignFolder::kRefuse);
      sink.Write("a.html", std::string(200000, 'x'));
    });
    const bool swept = fs::is_empty(root_);
    _exit(
        swept &&
                error ==
                    "cannot write ROOT/public/a.html: No space left on device; "
                    "make room on the disk or choose another --destination"
            ? 0
            : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
  if (WEXITSTATUS(status) == 77) GTEST_SKIP() << "cannot mount a tmpfs here";
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(StagingSinkTest, AFolderThatCannotBeWrittenSaysWhatToDo) {
  const uid_t user = geteuid();
  fs::permissions(root_, fs::perms(0555));
  // Root may write everywhere.
  ASSERT_EQ(user == 0 ? seteuid(65534) : 0, 0);
  const std::string error =
      ErrorOf([&] { StagingSink sink(out_, ForeignFolder::kRefuse); });
  ASSERT_EQ(seteuid(user), 0);
  fs::permissions(root_, fs::perms(0755));
  EXPECT_EQ(error,
            "cannot make a folder in ROOT: Permission denied; a site is built "
            "beside its place: make this folder writable or choose another "
            "--destination");
}

TEST_F(StagingSinkTest, AParentThatIsAFileSaysWhatToDo) {
  Put(root_ / "file", "x");
  EXPECT_THAT(ErrorOf([&] {
                StagingSink sink(root_ / "file/public", ForeignFolder::kRefuse);
              }),
              StartsWith("cannot make a folder in ROOT/file: "));
}

TEST_F(StagingSinkTest, RefusesAFolderThatItDidNotMake) {
  Put(out_ / "thesis.tex", "x");
  const auto check = [&](ForeignFolder foreign) {
    return ErrorOf([&] { CheckDestination(out_, {}, foreign); });
  };
  EXPECT_EQ(check(ForeignFolder::kRefuse),
            "cannot build into ROOT/public: it holds files that offprint did "
            "not make (no .offprint in it); choose another --destination, or "
            "replace all of it with --force");
  EXPECT_EQ(check(ForeignFolder::kReplace), "");
  StagingSink sink(out_, ForeignFolder::kReplace);
  sink.Commit();
  EXPECT_THAT(Tree(out_), ElementsAre(".offprint"));
}

TEST_F(StagingSinkTest, RefusesAFolderThatFilledUpDuringTheBuild) {
  StagingSink sink(out_, ForeignFolder::kRefuse);
  Put(out_ / "thesis.tex", "x");
  EXPECT_THAT(ErrorOf([&] { sink.Commit(); }),
              StartsWith("cannot build into ROOT/public: it holds files"));
  EXPECT_THAT(Tree(out_), ElementsAre("thesis.tex"));
}

TEST_F(StagingSinkTest, TakesAnEmptyFolderAndRefusesAFile) {
  fs::create_directories(out_);
  CheckDestination(out_, {}, ForeignFolder::kRefuse);
  Put(root_ / "file", "x");
  EXPECT_EQ(ErrorOf([&] {
              CheckDestination(root_ / "file", {}, ForeignFolder::kReplace);
            }),
            "cannot build into ROOT/file: it is not a folder; remove it or "
            "choose another --destination");
}

TEST_F(StagingSinkTest, RefusesToReplaceWhatTheBuildReads) {
  const fs::path content = root_ / "site/content";
  Put(content / "a.md", "x");
  const auto check = [&](const fs::path& destination) {
    return ErrorOf([&] {
      CheckDestination(destination, {root_ / "site", content},
                       ForeignFolder::kReplace);
    });
  };
  EXPECT_EQ(check(root_ / "site"),
            "cannot build into ROOT/site: it would replace ROOT/site, which "
            "the build reads; choose another --destination");
  EXPECT_EQ(check(content),
            "cannot build into ROOT/site/content: it would replace "
            "ROOT/site/content, which the build reads; choose another "
            "--destination");
  EXPECT_THAT(check(content / ".." / ".."), StartsWith("cannot build into"));
  EXPECT_THAT(check("/"), StartsWith("cannot build into /: "));
  EXPECT_EQ(check(root_ / "site/public/"), "");
  EXPECT_EQ(check(root_ / "site/content2"), "");
}

TEST_F(StagingSinkTest, RemoveOutputTakesAwayWhatOffprintMade) {
  EXPECT_FALSE(RemoveOutput(out_));
  Build("one");
  fs::create_directories(root_ / ".public.offprint-new-0123456789abcdef/x");
  EXPECT_TRUE(RemoveOutput(out_));
  EXPECT_TRUE(fs::is_empty(root_));
}

TEST_F(StagingSinkTest, RemoveOutputLeavesVersionControl) {
  Build("one");
  Put(out_ / ".git/HEAD", "ref");
  EXPECT_TRUE(RemoveOutput(out_));
  EXPECT_THAT(Tree(root_), ElementsAre("public/.git/HEAD"));
}

TEST_F(StagingSinkTest, RemoveOutputRefusesAnyOtherFolder) {
  Put(out_ / "thesis.tex", "x");
  EXPECT_EQ(ErrorOf([&] { RemoveOutput(out_); }),
            "will not remove ROOT/public: offprint did not make it (no "
            ".offprint in it); remove it yourself if it is not wanted");
  EXPECT_THAT(Tree(out_), ElementsAre("thesis.tex"));
}

}  // namespace
}  // namespace offprint
