#include "jekyll/site_renderer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "base/diagnostics.h"
#include "jekyll/template_errors.h"
#include "output/memory_sink.h"

namespace offprint::jekyll {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr int64_t kFirstOfMay = 1'777'593'600;  // 2026-05-01T00:00Z

// A site made by hand: templates in a folder, documents in memory.
class SiteRendererTest : public testing::Test {
 protected:
  SiteRendererTest() {
    std::string name = (fs::temp_directory_path() / "offprint-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    source_.settings.time = kFirstOfMay;
    source_.collections.resize(2);
    source_.collections[0].label = "posts";
    source_.collections[0].output = true;
    source_.collections[1].label = "notes";
    theme_.name = "own";
    theme_.layers.push_back({"", folder_, "", {}});
  }
  ~SiteRendererTest() override { fs::remove_all(folder_); }

  void Template(const std::string& path, const std::string& text) {
    const fs::path file = folder_ / path;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
    theme_.files[path] = file;
    theme_.holders[path] = {0};
  }

  Document& Add(DocumentKind kind, const std::string& path,
                const std::string& url, const std::string& body) {
    Document& document = source_.documents.emplace_back();
    document.kind = kind;
    document.path = path;
    document.url = url;
    document.output_path =
        url.substr(1) + (url.ends_with('/') ? "index.html" : "");
    document.body = body;
    const auto index = static_cast<DocumentIndex>(source_.documents.size() - 1);
    if (kind == DocumentKind::kPage) {
      source_.pages.push_back(index);
      return document;
    }
    Collection& collection =
        source_.collections[kind == DocumentKind::kPost ? 0 : 1];
    document.collection = collection.label;
    if (!collection.documents.empty()) {
      const DocumentIndex before = collection.documents.back();
      document.previous = before;
      source_.documents[before].next = index;
    }
    collection.documents.push_back(index);
    return document;
  }
  Document& AddPage(const std::string& url, const std::string& body) {
    return Add(DocumentKind::kPage, url.substr(1) + "index.md", url, body);
  }
  Document& AddPost(const std::string& name, const std::string& body) {
    Document& post =
        Add(DocumentKind::kPost, "_posts/2026-05-01-" + name + ".md",
            "/2026/05/01/" + name + ".html", body);
    post.values.Append("title", name);
    post.values.Append("slug", name);
    return post;
  }

  MemorySink::Files Build(size_t jobs = 2) {
    MemorySink sink;
    SiteRenderer renderer(folder_, source_, theme_, extra_, diagnostics_);
    renderer.RenderBodies(diagnostics_);
    renderer.WriteSite(jobs, taken_, sink, diagnostics_);
    return sink.files();
  }

  std::vector<std::string> Reports() const {
    std::vector<std::string> reports;
    for (const Diagnostic& diagnostic : diagnostics_.list()) {
      reports.push_back(FormatDiagnostic(diagnostic));
    }
    return reports;
  }

  fs::path folder_;
  Source source_;
  Theme theme_;
  data::Object extra_;
  OutputPaths taken_;
  Diagnostics diagnostics_;
};

TEST_F(SiteRendererTest, FiltersOfAddressesTakeDocuments) {
  AddPost("a", "");
  AddPage("/", "{{ site.posts[0] | relative_url }}");
  EXPECT_THAT(Build()["index.html"], testing::HasSubstr("/2026/05/01/a.html"));
}

TEST_F(SiteRendererTest, ABodyIsLaidIntoLayoutsThatNest) {
  Template("_layouts/page.html",
           "---\nlayout: base\nwide: true\nmeta: {a: 1, b: 2}\n---\n"
           "[{{ page.title }}: {{ content }}]");
  Template("_layouts/base.html",
           "---\nwide: false\nmeta: {b: 3, c: 4}\nlang: zh\n---\n"
           "<{{ layout.wide }} {{ layout.lang }} {{ layout.meta }}>"
           "{{ content }}");
  Document& page = AddPage("/about/", "{{ 1 | plus: 1 }}");
  page.layout = "page";
  page.values.Append("title", "About");
  EXPECT_EQ(Build()["about/index.html"],
            R"(<true zh {"b"=>2, "c"=>4, "a"=>1}>[About: 2])");
  EXPECT_THAT(Reports(), IsEmpty());
}

TEST_F(SiteRendererTest, MarkdownBecomesHtmlBeforeTheLayout) {
  Template("_layouts/base.html", "<main>{{ content }}</main>");
  Document& page = AddPage("/a/", "*{{ page.url }}*\n");
  page.converter = Converter::kMarkdown;
  page.layout = "base";
  EXPECT_EQ(Build()["a/index.html"], "<main><p><em>/a/</em></p>\n</main>");
}

TEST_F(SiteRendererTest, DocumentsSeeWhatWasRenderedBeforeThem) {
  AddPost("one", "1[{{ page.next.content }}]").converter = Converter::kMarkdown;
  AddPost("two", "{{ page.previous.content }}{{ 2 }}");
  AddPage("/", "{% for p in site.posts %}({{ p.content }}){% endfor %}");
  auto files = Build();
  EXPECT_EQ(files["2026/05/01/one.html"],
            "<p>1[{{ page.previous.content }}{{ 2 }}]</p>\n");
  EXPECT_EQ(files["2026/05/01/two.html"],
            "<p>1[{{ page.previous.content }}{{ 2 }}]</p>\n2");
  EXPECT_EQ(files["index.html"], "(" + files["2026/05/01/two.html"] + ")(" +
                                     files["2026/05/01/one.html"] + ")");
}

TEST_F(SiteRendererTest, OutputIsThereForWhatComesLater) {
  Template("_layouts/post.html", "<{{ content }}{{ page.output }}>");
  for (const char* name : {"one", "two", "three"}) {
    AddPost(name, "{{ page.previous.output }}.").layout = "post";
  }
  EXPECT_EQ(Build(4)["2026/05/01/three.html"], "<<<.>.>.>");
}

TEST_F(SiteRendererTest, APostHasItsExcerptAndItsNeighbours) {
  AddPost("one", "First *words* of {{ page.title }}.\n\nMore.\n").converter =
      Converter::kMarkdown;
  AddPost("two", "x").values.Append("excerpt", "By hand");
  AddPage("/",
          "{% for p in site.posts %}{{ p.excerpt | strip }}|{{ p.id }}|"
          "{{ p.next.title }}|{{ p.previous.title }}\n{% endfor %}");
  EXPECT_EQ(Build()["index.html"],
            "By hand|/2026/05/01/two||one\n"
            "<p>First <em>words</em> of one.</p>|/2026/05/01/one|two|\n");
}

TEST_F(SiteRendererTest, SiteHasItsListsAndSettings) {
  source_.settings.values.Append("title", "T");
  source_.settings.values.Append("motto", "m");
  extra_.Append("title", "Laid over");
  AddPost("one", "").values.Append("tags", data::Array{"a", "b"});
  AddPost("two", "").values.Append("tags", data::Array{"b"});
  Add(DocumentKind::kCollected, "_notes/n.md", "/notes/n.html", "")
      .values.Append("title", "N");
  StaticFile& file = source_.static_files.emplace_back();
  file.path = "assets/a.b.png";
  file.url = "/assets/a.b.png";
  file.writes = false;
  AddPage("/",
          "{{ site.title }} {{ site.motto }} {{ site.notes[0].title }} "
          "{{ site.posts | map: 'title' | join: ',' }} "
          "{{ site.tags.b | map: 'title' | join: ',' }} "
          "{% for t in site.tags %}{{ t[0] }}{{ t[1].size }}{% endfor %} "
          "{{ site.collections | map: 'label' | join: ',' }} "
          "{{ site.documents.size }} {{ site.pages.size }} "
          "{{ site.html_pages[0].dir }} {{ site.time | date: '%F' }} "
          "{{ site.static_files[0].path }} "
          "{{ site.static_files[0].basename }} {{ jekyll.version }}");
  EXPECT_EQ(Build()["index.html"],
            "Laid over m N two,one two,one a1b2 notes,posts 3 1 / 2026-05-01 "
            "/assets/a.b.png a.b 3.10.0");
}

TEST_F(SiteRendererTest, RelatedPostsAreThoseOfThePostThatIsRendered) {
  AddPost("one", "{{ site.related_posts | map: 'title' | join: ',' }}");
  AddPost("two", "{{ site.related_posts | map: 'title' | join: ',' }}");
  AddPage("/", "{{ site.related_posts | size }}");
  auto files = Build();
  EXPECT_EQ(files["2026/05/01/one.html"], "two");
  EXPECT_EQ(files["2026/05/01/two.html"], "one");
  EXPECT_EQ(files["index.html"], "0");
}

TEST_F(SiteRendererTest, APageOfPaginationHasItsPosts) {
  AddPost("one", "");
  AddPost("two", "");
  Document& page = AddPage("/page2/",
                           "{{ paginator.page }}/{{ paginator.total_pages }} "
                           "{{ paginator.posts[0].title }} "
                           "{{ paginator.previous_page_path }} "
                           "{{ paginator.next_page | inspect }}");
  page.pagination = Pagination{2, 1, 2, {0}, 2, "/", ""};
  EXPECT_EQ(Build()["page2/index.html"], "2/2 one / nil");
}

TEST_F(SiteRendererTest, IncludesComeFromTheSitesFolderAlone) {
  Template("docs/part.txt", "the part");
  fs::create_symlink("/etc/hostname", folder_ / "docs/out.txt");
  Document& page = AddPage("/", "{% include_relative part.txt %}");
  page.path = "docs/index.md";
  Document& other = AddPage("/b/", "{% include_relative out.txt %}");
  other.path = "docs/other.md";
  EXPECT_EQ(Build()["index.html"], "the part");
  ASSERT_EQ(diagnostics_.errors(), 1U);
  EXPECT_EQ(diagnostics_.list()[0].where.file, "docs/other.md");
}

TEST_F(SiteRendererTest, AMissingLayoutIsAWarningWithANearName) {
  Template("_layouts/default.html", "{{ content }}");
  Document& page = AddPage("/a/", "body");
  page.layout = "defalt";
  page.values.Append("layout", "defalt", {3, 1});
  EXPECT_EQ(Build()["a/index.html"], "body");
  EXPECT_THAT(Reports(),
              ElementsAre("a/index.md:3:1: warning: there is no layout "
                          "\"defalt\", so the page is written without one; did "
                          "you mean \"default\"?"));
}

TEST_F(SiteRendererTest, LayoutsThatNameEachOtherAreAnError) {
  Template("_layouts/a.html", "---\nlayout: b\n---\n{{ content }}");
  Template("_layouts/b.html", "---\nlayout: a\n---\n{{ content }}");
  Build();
  EXPECT_THAT(
      Reports(),
      UnorderedElementsAre(
          "_layouts/a.html:2:1: error: layouts that name each other as their "
          "layout have no end",
          "_layouts/b.html:2:1: error: layouts that name each other as their "
          "layout have no end"));
}

TEST_F(SiteRendererTest, AMistakeIsToldWithItsPageAndTheOthersAreWritten) {
  AddPage("/a/", "x\n{% fro a in b %}").body_line = 4;
  AddPage("/b/", "fine");
  auto files = Build();
  EXPECT_EQ(files.size(), 1U);
  ASSERT_EQ(Reports().size(), 1U);
  EXPECT_THAT(Reports()[0],
              testing::StartsWith("a/index.md:5:1: error: unknown tag 'fro'"));
  EXPECT_THAT(Reports()[0], testing::HasSubstr("(on the page /a/)"));
}

TEST_F(SiteRendererTest, WhoeverWritesLastInJekyllWins) {
  AddPage("/a/", "a page");
  Add(DocumentKind::kCollected, "_notes/a.md", "/a/", "a note");
  EXPECT_EQ(Build()["a/index.html"], "a note");
  EXPECT_THAT(Reports(),
              ElementsAre("a/index.md: warning: _notes/a.md goes to the same "
                          "place, /a/index.html, and wins; give one of them "
                          "another permalink"));
}

TEST_F(SiteRendererTest, WhatIsTakenAndWhatIsNotWrittenIsLeftOut) {
  AddPage("/a/", "a");
  AddPage("/b/", "b").writes = false;
  AddPage("/c/", "c");
  taken_.emplace("a/index.html", "feed");
  EXPECT_THAT(Build(), ElementsAre(testing::Pair("c/index.html", "c")));
}

TEST_F(SiteRendererTest, AnExcerptThatShowsItselfComesToAnEnd) {
  AddPost("one",
          "a{{ page.title }}{% for p in site.posts %}({{ p.excerpt }})"
          "{% endfor %}");
  AddPage("/", "{{ site.posts[0].excerpt }}");
  EXPECT_EQ(Build()["index.html"], "aone()");
}

TEST_F(SiteRendererTest, AnExcerptThatCutsABlockIsAWarning) {
  AddPost("one", "{% if true %}a\n\nb{% endif %}");
  source_.documents[0].values.Append("excerpt_separator", "\n\n");
  Build();
  ASSERT_EQ(diagnostics_.warnings(), 1U);
  EXPECT_THAT(Reports()[0],
              testing::StartsWith("_posts/2026-05-01-one.md: warning: the "
                                  "excerpt ends inside a block of Liquid"));
}

TEST_F(SiteRendererTest, ListsOfAllMembersComeToAnEnd) {
  for (const char* name : {"one", "two", "three", "four", "five"}) {
    AddPost(name, "");
  }
  AddPage("/", "{{ site.posts[0] | jsonify | size | at_most: 10000 }}");
  EXPECT_NE(Build()["index.html"], "10000");
}

}  // namespace
}  // namespace offprint::jekyll
