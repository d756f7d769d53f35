#include "config/papers_value.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "config/setting_member.h"
#include "config/setting_value.h"

namespace offprint {

void SetCategories(const SettingValue& value,
                   std::vector<std::string>* categories) {
  std::vector<std::string> given;
  SetTexts(value, &given);
  const auto is_category = value.vocabulary.is_category;
  for (const std::string& name : given) {
    if (is_category == nullptr || is_category(name)) continue;
    return Refuse(value,
                  "should list categories of arXiv such as \"cs.CV\", "
                  "not \"" +
                      name + "\"");
  }
  *categories = std::move(given);
}

void SetRule(const SettingValue& value, std::string* rule) {
  std::string given;
  SetText(value, &given);
  const auto problem_of = value.vocabulary.rule_problem;
  const std::string problem = problem_of == nullptr ? "" : problem_of(given);
  if (!problem.empty()) return Refuse(value, problem);
  *rule = std::move(given);
}

void SetTopicRules(const SettingValue& value, std::vector<TopicRule>* rules) {
  const data::Array* list = value.value.AsArray();
  if (list == nullptr) return Refuse(value, "should be a list");
  std::vector<TopicRule> given;
  for (const data::Value& item : *list) {
    const SettingValue rule = InnerValue(value, item, value.name);
    if (MappingOf(rule) == nullptr) continue;
    WarnOfOthers(rule, {"topic", "match"});
    const std::string* topic = MemberText(rule, "topic");
    if (topic == nullptr) continue;
    TopicRule one = {*topic, {}};
    SetName(InnerValue(rule, *item.AsObject()->Find("topic"), "topic"),
            &one.topic);
    if (const data::Value* match = item.AsObject()->Find("match")) {
      SetRule(InnerValue(rule, *match, "match"), &one.match);
    }
    given.push_back(std::move(one));
  }
  *rules = std::move(given);
}

void SetWrittenDialect(const SettingValue& value, std::string* dialect) {
  std::vector<std::string_view> names = value.vocabulary.dialects;
  std::erase(names, "generic");
  int known = -1;
  SetChoice(value, names, &known);
  if (known >= 0) *dialect = names[static_cast<size_t>(known)];
}

void SetSubfolder(const SettingValue& value, std::string* folder) {
  std::string given;
  SetName(value, &given);
  const auto is_bad_part = [](std::string_view part) {
    return part.empty() || part.starts_with('.') || part.starts_with('_') ||
           part.find('\\') != std::string_view::npos;
  };
  if (given.empty()) return;
  if (std::ranges::any_of(Split(given, '/'), is_bad_part)) {
    return Refuse(value,
                  "should be a folder below that of the digests, such as "
                  "\"papers\", whose names do not begin with \".\" or "
                  "\"_\", not \"" +
                      given + "\"");
  }
  *folder = std::move(given);
}

}  // namespace offprint
