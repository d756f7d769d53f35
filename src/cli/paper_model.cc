#include "cli/paper_model.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/source_file.h"
#include "build/build_cache.h"
#include "cli/report.h"
#include "cli/theme_folders.h"
#include "fetch/url.h"
#include "theme/theme.h"
#include "writers/writer.h"

namespace offprint {
namespace {

constexpr const char* kBaseVariable = "OPENAI_BASE_URL";
constexpr const char* kKeyVariable = "OPENAI_API_KEY";
constexpr const char* kOpenAi = "https://api.openai.com/v1";

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

// What keeps the endpoint from being asked; empty where nothing does.
std::string ProblemOf(const llm::Endpoint& endpoint, bool allow_private) {
  const auto url = fetch::ParseUrl(endpoint.base);
  if (!url) {
    return std::string(kBaseVariable) + " is no address such as " + kOpenAi;
  }
  if (endpoint.key.empty() && endpoint.base == kOpenAi) {
    return std::string(kKeyVariable) +
           " is not set: put the key for the model there, or the address of "
           "another server into " +
           kBaseVariable;
  }
  const auto is_visible = [](char c) { return c > 0x20 && c < 0x7F; };
  if (!std::ranges::all_of(endpoint.key, is_visible)) {
    return std::string(kKeyVariable) +
           " has characters that no key has: was more copied than the key?";
  }
  if (!endpoint.key.empty() && url->scheme == "http" && !allow_private) {
    return std::string(kBaseVariable) +
           " is http, by which everyone on the way could read the key: use "
           "https, or for a server of your own --allow-private-addresses";
  }
  return {};
}

// The pace and patience that models need. No redirects: the key is for this
// server alone.
fetch::FetchOptions HttpFor(const FetchRun& run, const std::string& base) {
  const PapersSettings& papers = run.config.papers;
  fetch::FetchOptions http = run.http;
  http.timeout = std::chrono::minutes(5);
  http.low_speed_time = std::chrono::minutes(5);
  http.most_redirects = 0;
  const auto at_once = static_cast<size_t>(papers.at_once);
  http.pace.hosts[fetch::ParseUrl(base)->host] = {
      at_once, std::chrono::milliseconds(60'000 / papers.requests_a_minute)};
  return http;
}

llm::Limits LimitsOf(const FetchRun& run) {
  const PapersSettings& papers = run.config.papers;
  llm::Limits limits;
  limits.at_once = static_cast<size_t>(papers.at_once);
  limits.tokens_a_minute = papers.tokens_a_minute;
  limits.most_tokens = papers.most_tokens;
  limits.offline = run.options.fetch.offline;
  return limits;
}

const std::string& LanguageOf(const SiteConfig& config) {
  return config.papers.language.empty() ? config.lang : config.papers.language;
}

// The prompt of the site's theme, or else of the default one.
std::optional<liquid::Source> FindPrompt(const FetchRun& run,
                                         const std::string& name) {
  for (const std::string& theme_name :
       {run.config.theme, std::string("default")}) {
    Theme theme;
    if (!LoadTheme(theme_name, run.options.source,
                   ThemeFolders(run.options.source), &theme, run.diagnostics)) {
      return std::nullopt;
    }
    if (const std::filesystem::path* file = theme.Find(name)) {
      const ThemeLayer& layer = theme.layers[theme.holders.at(name).front()];
      return liquid::Source{layer.ShownPath(name), ReadFile(*file)};
    }
  }
  run.diagnostics.Error({name, 0, 0},
                        "no theme has this prompt: install offprint with its "
                        "themes, or write the file beside " +
                            run.options.config);
  return std::nullopt;
}

}  // namespace

PaperModel::PaperModel(FetchRun& run, Dialect dialect, llm::Endpoint endpoint,
                       fetch::FetchOptions http,
                       std::unique_ptr<llm::Prompts> prompts)
    : run_(run),
      dialect_(dialect),
      prompts_(std::move(prompts)),
      asker_(std::move(endpoint), std::move(http),
             run.options.source / kCacheFolder / "llm", *prompts_,
             LimitsOf(run), run.stopped) {}

bool PaperModel::Work(NewDigest* digest) {
  std::vector<llm::Outcome> outcomes;
  int64_t tokens = 0;
  run_.progress.BeginStage("asking " + run_.config.papers.model,
                           digest->papers.size());
  const bool is_done = asker_.Ask(
      &digest->papers, &outcomes, &tokens, [this] { run_.progress.Advance(); },
      run_.diagnostics);
  run_.progress.EndStage();
  if (!is_done) return false;
  std::vector<NewPaper> papers;
  for (size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i] == llm::Outcome::kLeft) {
      ++left_;
      continue;
    }
    if (outcomes[i] == llm::Outcome::kFailed) {
      ++failed_;
      Mark(&digest->papers[i]);
    }
    papers.push_back(std::move(digest->papers[i]));
  }
  digest->papers = std::move(papers);
  digest->head.model = run_.config.papers.model;
  digest->head.tokens = tokens;
  return true;
}

// Where the abstract has no place of its own, it takes another one.
void PaperModel::Mark(NewPaper* paper) const {
  const bool chinese = LanguageOf(run_.config).starts_with("zh");
  std::string text = paper->sections[SectionKey::kAbstract] +
                     (chinese ? " [翻译失败]" : " [not translated]");
  for (const SectionKey key :
       {SectionKey::kAbstract, SectionKey::kReason, SectionKey::kBackground}) {
    if (!HoldsSection(dialect_, key)) continue;
    paper->sections[key] = std::move(text);
    return;
  }
}

int64_t PaperModel::Estimate(const std::vector<NewPaper>& papers) {
  int64_t tokens = 0;
  for (const NewPaper& paper : papers) {
    tokens += asker_.Estimate(paper, run_.diagnostics);
  }
  return tokens;
}

std::string PaperModel::Summary() const {
  const llm::Spent& spent = asker_.spent();
  std::string line =
      run_.config.papers.model + ": " + WithCommas(spent.asked) +
      " questions, " + WithCommas(spent.kept) + " kept answers, " +
      WithCommas(static_cast<uint64_t>(spent.tokens)) + " tokens";
  if (failed_ > 0) {
    line += "; " + WithCommas(failed_) + " papers keep their own words";
  }
  if (left_ > 0) {
    line += "; " + WithCommas(left_) +
            " papers are left for the next run, as \"papers.most_tokens\" is "
            "spent";
  }
  return line;
}

std::unique_ptr<PaperModel> MakePaperModel(FetchRun& run, Dialect dialect) {
  const PapersSettings& papers = run.config.papers;
  llm::Endpoint endpoint = {Variable(kBaseVariable), Variable(kKeyVariable),
                            papers.model};
  while (endpoint.base.ends_with('/')) endpoint.base.pop_back();
  if (endpoint.base.empty()) endpoint.base = kOpenAi;
  const std::string problem =
      ProblemOf(endpoint, run.options.fetch.allow_private);
  if (!problem.empty()) {
    run.diagnostics.Error({"environment", 0, 0}, problem);
    return nullptr;
  }
  std::vector<std::string> topics;
  for (const TopicRule& rule : papers.topics) topics.push_back(rule.topic);
  auto system = FindPrompt(run, "_prompts/system.md");
  auto paper = FindPrompt(run, "_prompts/paper.md");
  if (!system || !paper) return nullptr;
  const size_t errors = run.diagnostics.errors();
  auto prompts = std::make_unique<llm::Prompts>(
      *std::move(system), *std::move(paper),
      llm::PromptValues{LanguageOf(run.config), papers.interests,
                        llm::WantedFor(dialect, topics)},
      run.diagnostics);
  if (run.diagnostics.errors() > errors) return nullptr;
  fetch::FetchOptions http = HttpFor(run, endpoint.base);
  return std::make_unique<PaperModel>(run, dialect, std::move(endpoint),
                                      std::move(http), std::move(prompts));
}

}  // namespace offprint
