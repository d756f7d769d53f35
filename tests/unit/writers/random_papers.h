// Papers of random texts, made of pieces that mean something to a reader.
#ifndef OFFPRINT_TESTS_UNIT_WRITERS_RANDOM_PAPERS_H_
#define OFFPRINT_TESTS_UNIT_WRITERS_RANDOM_PAPERS_H_

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "writers/new_digest.h"

namespace offprint {

class RandomPapers {
 public:
  explicit RandomPapers(uint32_t seed) : random_(seed) {}

  NewDigest Digest() {
    NewDigest digest;
    digest.day = {2026, 1, 1 + static_cast<int>(Below(28))};
    if (Below(2) == 0) digest.head = {"2026-01-23 12:40:37", 7, Text(3), 99};
    for (size_t count = Below(6); count > 0; --count) {
      digest.papers.push_back(Paper());
    }
    return digest;
  }

  NewPaper Paper() {
    NewPaper paper;
    paper.id = Id();
    paper.version = static_cast<int>(Below(4));
    paper.title = Text(6);
    if (Below(2) == 0) paper.original_title = Text(6);
    for (size_t count = Below(4); count > 0; --count) {
      paper.authors.push_back(Text(3));
    }
    paper.topic = Below(3) == 0 ? Text(3) : "cs.CV";
    paper.source = Below(2) == 0 ? "bioRxiv" : Text(2);
    if (Below(2) == 0) paper.published = Date{2025, 12, 31};
    if (Below(2) == 0) paper.score = static_cast<double>(Below(1200)) / 100;
    for (int key = 0; key < 10; ++key) {
      if (Below(3) == 0) continue;
      paper.sections[static_cast<SectionKey>(key)] = Text(12);
    }
    return paper;
  }

 private:
  size_t Below(size_t bound) { return random_() % bound; }

  PaperId Id() {
    const std::string digits = std::to_string(10000 + Below(90000));
    switch (Below(6)) {
      case 0:
        return {PaperId::Kind::kArxiv, "math.GT/03" + digits};
      case 1:
        return {PaperId::Kind::kDoi, "10.1101/2024.09.01." + digits};
      default:
        return {PaperId::Kind::kArxiv, "2601." + digits};
    }
  }

  std::string Text(size_t most) {
    constexpr std::array<std::string_view, 78> kPieces = {
        "a",
        "word",
        "Ann Lee",
        "图像",
        "שלום",
        "\xE2\x80\xAE",
        "$x|y$",
        "|",
        "\\|",
        "\\",
        "`",
        "` - ",
        "#",
        "# ",
        "## ",
        "### ",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        "---",
        "\n---\n",
        "***",
        "**",
        "*",
        "_",
        "[",
        "]",
        "](",
        "(",
        ")",
        "[PDF](https://arxiv.org/pdf/1706.03762)",
        "| [PDF](https://arxiv.org/pdf/1706.03762) |",
        "PDF缺失",
        "| PDF缺失 |\n",
        "[x](https://arxiv.org/abs/1706.03762)",
        "\n### [1] [x](https://arxiv.org/abs/1706.03762)\n*Ann*\n",
        "\n### [Score: 9/10] x\n- **Authors:** y\n",
        "\n## 1. `cs.AI` - x [PDF](https://arxiv.org/pdf/1706.03762)\n",
        "\n# arxiv 2020-01-01\n",
        "\n| 标题 | 作者 | PDF链接 | 摘要 |\n",
        "标题",
        "\n| Publish Date | Title |\n",
        "\n## Updated on 2020.01.01\n",
        "Updated on",
        "\n### Background\n",
        "\n### Conclusion\n",
        "\nReason:",
        "\nScore: 9\n",
        "\nField: x\n",
        "[PAPER_START]",
        "\nTitle: x\n",
        "<h2>",
        "\n<h2 id='x'>x</h2>\n",
        "\n<details>\n",
        "\n<details><summary>x</summary>Method: y</details>\n",
        "\n#### [Score: 9/10] x\n",
        "\n### 背景\n",
        "\n## `cs.AI` - x [PDF](https://arxiv.org/pdf/1706.03762)\n",
        "\n</details>\n",
        "\n<summary>Abstract</summary>\n",
        "\nAbstract: ",
        "\nTL;DR: ",
        "\nMethod: ",
        "Summary generation failed",
        "{{ site.title }}",
        "{% raw %}",
        "<script>alert(1)</script>",
        "&lt;",
        "抱歉，",
        "As an AI",
        "et al.",
        ", Paper: [x](y)",
        "\x01",
        "\xFF",
        "\xC2\x85"};
    if (Below(40) == 0) return std::string(20000, 'x');
    std::string text;
    for (size_t count = Below(most + 1); count > 0; --count) {
      text += kPieces[Below(kPieces.size())];
    }
    return text;
  }

  std::mt19937 random_;
};

}  // namespace offprint

#endif  // OFFPRINT_TESTS_UNIT_WRITERS_RANDOM_PAPERS_H_
