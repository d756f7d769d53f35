#include "harvest/new_papers.h"

namespace offprint::harvest {
namespace {

Rule RuleOf(const std::string& text) {
  Rule rule;
  RuleError error;
  return ParseRule(text, &rule, &error) ? rule : Rule();
}

NewPaper PaperOf(const arxiv::Record& record) {
  NewPaper paper;
  paper.id = {PaperId::Kind::kArxiv, record.id};
  paper.version = record.version;
  paper.title = record.title;
  for (const arxiv::RecordAuthor& author : record.authors) {
    paper.authors.push_back(author.name);
  }
  paper.source = "arxiv";
  paper.published = record.published;
  paper.sections[SectionKey::kAbstract] = record.abstract;
  return paper;
}

}  // namespace

Selection::Selection(const PapersSettings& settings,
                     std::set<std::string> known)
    : most_(static_cast<size_t>(settings.most)),
      match_(RuleOf(settings.match)),
      known_(std::move(known)) {
  for (const TopicRule& topic : settings.topics) {
    if (topic.match.empty()) continue;
    topics_.emplace_back(topic.topic, RuleOf(topic.match));
  }
}

std::vector<NewPaper> Selection::Choose(
    const std::vector<arxiv::Record>& records) {
  std::vector<NewPaper> papers;
  left_ = 0;
  for (const arxiv::Record& record : records) {
    if (known_.contains(record.id)) continue;
    const RuleSubject subject(record);
    if (!match_.Matches(subject)) continue;
    if (papers.size() >= most_) {
      ++left_;
      continue;
    }
    known_.insert(record.id);
    papers.push_back(PaperOf(record));
    papers.back().topic = TopicOf(record, subject);
  }
  return papers;
}

std::string Selection::TopicOf(const arxiv::Record& record,
                               const RuleSubject& subject) const {
  for (const auto& [topic, rule] : topics_) {
    if (rule.Matches(subject)) return topic;
  }
  return record.categories.empty() ? "" : record.categories.front();
}

}  // namespace offprint::harvest
