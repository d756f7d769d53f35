// themes/VALUES.md against what the renderer gives, on the example archive.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "base/source_file.h"
#include "base/text.h"
#include "build/ingest.h"
#include "build/metadata_memory.h"
#include "config/load_config.h"
#include "pages/excerpt.h"
#include "pages/site.h"
#include "readers/reader.h"
#include "render/front_matter.h"
#include "render/page_globals.h"
#include "render/site_values.h"
#include "theme/settings.h"
#include "theme/theme.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAreArray;

struct DocumentedValue {
  std::string type;
  std::string pages;  // of `page`: kinds of pages that have it
};

// What a heading documents: values by their names.
using DocumentedTypes =
    std::map<std::string, std::map<std::string, DocumentedValue>>;

std::vector<std::string> CellsOf(std::string_view row) {
  std::vector<std::string> cells;
  for (const std::string_view cell : Split(row, '|')) {
    cells.emplace_back(Trim(cell));
  }
  return cells;
}

DocumentedTypes ReadDocument(const std::filesystem::path& file) {
  DocumentedTypes types;
  std::string heading;
  bool by_page = false;
  const std::string text = ReadFile(file);
  for (const std::string_view line : Split(text, '\n')) {
    if (line.starts_with("## ")) heading = line.substr(3);
    if (line.starts_with("| value |")) {
      by_page = line.find("| pages |") != std::string_view::npos;
    }
    if (heading.empty() || !line.starts_with("| `")) continue;
    const std::vector<std::string> cells = CellsOf(line);
    EXPECT_GE(cells.size(), by_page ? 7U : 6U) << line;
    types[heading][cells[1].substr(1, cells[1].size() - 2)] = {
        cells[2], by_page ? cells[3] : "all"};
  }
  return types;
}

bool IsDate(std::string_view text) {
  return ParseDate(std::string(text)).has_value();
}

// Whether a text is what the word says; words that say no more are true.
bool IsTextOf(std::string_view type, std::string_view text) {
  if (type == "date") return IsDate(text);
  if (type == "address") return text.starts_with('/');
  if (type == "link") return text.starts_with("http");
  return type == "text" || type == "html";
}

class Checker {
 public:
  explicit Checker(DocumentedTypes types) : types_(std::move(types)) {}

  // Holds the value to the type, and what it holds to theirs.
  void Check(const liquid::Value& value, std::string type,
             const std::string& path) {
    if (type.ends_with('?') && !type.starts_with("list of ")) {
      type.pop_back();
      if (value.IsNil()) return;
    }
    if (type.starts_with("list of ")) return CheckList(value, type, path);
    if (types_.contains(type)) return CheckHash(value, type, path);
    const bool fits = type == "number"  ? value.IsNumber()
                      : type == "truth" ? value.IsBool()
                      : type == "mapping"
                          ? value.IsHash()
                          : value.IsString() && IsTextOf(type, value.text());
    if (!fits) wrong_.insert(path + " is no " + type);
  }

  // The names under the heading, for a page of that kind.
  std::vector<std::string> NamesOf(const std::string& heading,
                                   const std::string& kind) const {
    std::vector<std::string> names;
    for (const auto& [name, value] : types_.at(heading)) {
      const std::vector<std::string_view> kinds = Split(value.pages, ',');
      const bool listed =
          std::any_of(kinds.begin(), kinds.end(), [&](std::string_view one) {
            return Trim(one) == "all" || Trim(one) == kind;
          });
      if (listed) names.push_back(name);
    }
    return names;
  }

  const std::string& TypeOf(const std::string& heading,
                            const std::string& name) const {
    return types_.at(heading).at(name).type;
  }

  // Values that no part of the archive has.
  std::set<std::string> NeverSeen() const {
    std::set<std::string> unseen;
    for (const auto& [heading, values] : types_) {
      for (const auto& [name, value] : values) {
        const std::string both = heading + "." + name;
        if (heading != "page" && !seen_.contains(both)) unseen.insert(both);
      }
    }
    return unseen;
  }

  const std::set<std::string>& wrong() const { return wrong_; }
  void Reset() { arena_.Reset(); }
  liquid::Arena& arena() { return arena_; }

 private:
  void CheckList(const liquid::Value& value, const std::string& type,
                 const std::string& path) {
    if (!value.IsArray()) {
      wrong_.insert(path + " is no " + type);
      return;
    }
    for (size_t i = 0; i < value.size(); ++i) {
      Check(value.At(i, arena_), type.substr(8), path + "[]");
    }
  }

  void CheckHash(const liquid::Value& value, const std::string& type,
                 const std::string& path) {
    if (!value.IsHash()) {
      wrong_.insert(path + " is no " + type);
      return;
    }
    if (std::count(open_.begin(), open_.end(), type) > 0) return;
    open_.push_back(type);
    std::set<std::string> names;
    for (size_t i = 0; i < value.size(); ++i) {
      names.emplace(value.KeyAt(i));
    }
    for (const auto& [name, member] : types_.at(type)) {
      const liquid::Value found = value.Find(liquid::Key(name), arena_);
      Check(found, member.type, path + "." + name);
      if (!found.IsNil()) seen_.insert(type + "." + name);
      if (names.erase(name) == 0) wrong_.insert(path + " has no " + name);
    }
    for (const std::string& name : names) {
      wrong_.insert(path + "." + name + " is not documented");
    }
    open_.pop_back();
  }

  DocumentedTypes types_;
  liquid::Arena arena_;
  std::vector<std::string> open_;  // types that are being checked
  std::set<std::string> seen_;
  std::set<std::string> wrong_;
};

// The values of bodies by the table at the head of the document: under "day"
// and "all", values with their types.
std::map<std::string, std::map<std::string, std::string>> ReadBodies(
    const std::filesystem::path& file) {
  std::map<std::string, std::map<std::string, std::string>> bodies;
  const std::string text = ReadFile(file);
  for (const std::string_view line : Split(text, '\n')) {
    if (line.starts_with("## ")) break;
    if (!line.starts_with("| ") || line.starts_with("| body")) continue;
    const std::vector<std::string> cells = CellsOf(line);
    auto& values =
        bodies[cells[1] == "all" ? "all"
                                 : cells[1].substr(1, cells[1].size() - 2)];
    if (cells[2].find('`') == std::string::npos) continue;
    for (const std::string_view part : Split(cells[2], ',')) {
      const std::string value(Trim(part));  // `paginator` (paginator)
      const size_t end = value.find('`', 1);
      values[value.substr(1, end - 1)] =
          value.substr(end + 3, value.size() - end - 4);
    }
  }
  return bodies;
}

class DocumentedValuesTest : public ::testing::Test {
 protected:
  DocumentedValuesTest()
      : root_(std::filesystem::path(OFFPRINT_TESTS_DIR).parent_path()),
        config_(ExampleConfig()),
        archive_(BuildArchive(ReadExample(), ArchiveOptionsOf(config_),
                              ReadMetadata(root_, config_, 2, diagnostics_))),
        site_(PlanSite(archive_, config_, diagnostics_)),
        checker_(ReadDocument(root_ / "themes/VALUES.md")) {}

  // The example's settings, with lists cut short enough to have neighbours.
  SiteConfig ExampleConfig() {
    SiteConfig config = LoadConfig(root_ / "site.yml", "site.yml",
                                   {DialectNames()}, diagnostics_);
    config.paginate = 2;
    RemoteSource source;
    source.name = "friend";
    source.title = "A friend";
    source.link = "https://friend.example";
    config.sources.push_back(source);
    return config;
  }

  // The example's digests, and one of somebody else.
  std::vector<Digest> ReadExample() {
    std::vector<Digest> digests =
        ReadDigests(FindDigests(root_, config_, diagnostics_), config_, 2,
                    progress_, diagnostics_);
    SourceFile file("content/remote/friend/2026-01-24.md",
                    "# Papers\n\n- [Cups](https://arxiv.org/abs/2601.00001)\n",
                    diagnostics_);
    digests.push_back(ReadDigest(std::move(file), std::nullopt, diagnostics_));
    for (Digest& digest : digests) MakeExcerpts(&digest);
    return digests;
  }

  void CheckPage(const Page& page) {
    const std::string kind(PageKindName(page.kind));
    const data::Object front_matter = FrontMatterOf(page);
    std::vector<std::string> names;
    for (const data::Member& member : front_matter.members()) {
      names.push_back(member.key);
      checker_.Check(member.value, checker_.TypeOf("page", member.key),
                     kind + ": page." + member.key);
    }
    EXPECT_THAT(names,
                UnorderedElementsAreArray(checker_.NamesOf("page", kind)));
    CheckBody(page, front_matter, kind);
  }

  std::filesystem::path root_;
  Diagnostics diagnostics_;
  Progress progress_;
  SiteConfig config_;
  Archive archive_;
  Site site_;
  Checker checker_;
  std::map<std::string, std::map<std::string, std::string>> bodies_ =
      ReadBodies(root_ / "themes/VALUES.md");
  Theme theme_ = ExampleTheme();
  data::Object theme_values_ = ThemeValues(theme_);

 private:
  Theme ExampleTheme() {
    Theme theme;
    EXPECT_TRUE(LoadTheme(config_.theme, root_, {root_ / "themes"}, &theme,
                          diagnostics_));
    theme.settings =
        ResolveSettings(DeclaredSettings(theme, diagnostics_),
                        config_.theme_settings, "site.yml", diagnostics_);
    EXPECT_EQ(diagnostics_.errors(), 0U);
    return theme;
  }

  data::Object FrontMatterOf(const Page& page) const {
    data::Object values = MakeFrontMatter(site_, page, {});
    values.Append("url", EncodePermalink(page.permalink.value));
    return values;
  }

  void CheckBody(const Page& page, const data::Object& front_matter,
                 const std::string& kind) {
    const data::Object site_values = MakeSiteValues(site_, theme_);
    const SharedValues shared = {&site_, liquid::Value(&site_values),
                                 MakeCalendar(archive_), &theme_values_};
    liquid::Hash globals;
    SetPageGlobals(shared, page, front_matter, checker_.arena(), &globals);
    std::map<std::string, std::string> documented = bodies_.at("all");
    documented.insert(bodies_.at(kind).begin(), bodies_.at(kind).end());
    for (const std::string_view name : globals.Keys()) {
      if (name == "site" || name == "page") continue;
      const auto type = documented.find(std::string(name));
      ASSERT_NE(type, documented.end()) << kind << ": " << name;
      checker_.Check(globals.Find(liquid::Key(name), checker_.arena()),
                     type->second, kind + ": " + std::string(name));
      documented.erase(type);
    }
    EXPECT_THAT(documented, IsEmpty()) << kind;
    checker_.Reset();
  }
};

TEST_F(DocumentedValuesTest, EveryPageOfTheExampleHasWhatIsDocumented) {
  for (const Page& page : site_.pages) CheckPage(page);
  data::Object values = MakeSiteValues(site_, theme_);
  values.Append("data", data::Object());
  checker_.Check(&values, "site", "site");
  EXPECT_THAT(checker_.wrong(), IsEmpty());
  // No title of the example has words of a translator around it, and its theme
  // has no parent.
  EXPECT_THAT(checker_.NeverSeen(),
              ElementsAre("entry.title_note", "theme.parent"));
}

}  // namespace
}  // namespace offprint
