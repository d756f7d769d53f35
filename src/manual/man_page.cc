#include "manual/man_page.h"

#include <cstdio>

#include "base/text.h"

namespace offprint {
namespace {

// Text for a line of roff: "-" stays what one types, a "." or "'" at the
// beginning is no request, and what is not ASCII is written by its number
// (groff_char(7)).
std::string Roff(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c < 0x80) {
      out += static_cast<char>(c);
    } else {
      char number[16];
      std::snprintf(number, sizeof number, "\\[u%04X]",
                    static_cast<unsigned>(c));
      out += number;
    }
  }
  return out;
}

// Lines of at most 80 bytes, which roff fills anew.
std::string RoffLines(std::string_view text) {
  constexpr size_t kMost = 80;
  std::string out;
  size_t line = 0;
  for (const std::string_view part : Split(text, ' ')) {
    const std::string word = Roff(part);
    if (line > 0 && line + 1 + word.size() > kMost) {
      out += '\n';
      line = 0;
    }
    if (line > 0) out += ' ';
    line += word.size() + (line > 0 ? 1 : 0);
    out += word;
  }
  return out;
}

std::string ValueName(const ValueWords& value) {
  return value.kind == ValueKind::kChoice && value.name.empty()
             ? Join(value.choices, "|")
             : value.name;
}

// "\fB\-s\fR, \fB\-\-source\fR \fIDIR\fR", and what it does below it.
void AppendFlag(const FlagWords& flag, std::string* page) {
  *page += ".TP\n";
  for (const std::string& name : flag.names) {
    if (&name != &flag.names.front()) *page += ", ";
    *page += "\\fB" + Roff(name) + "\\fR";
  }
  if (flag.value.kind != ValueKind::kNone) {
    *page += " \\fI" + Roff(ValueName(flag.value)) + "\\fR";
  }
  *page += "\n" + RoffLines(flag.help + ".") + "\n";
}

void AppendCommand(const CommandWords& command, std::string* page) {
  *page += ".SS " + Roff(command.name) + "\n.B offprint " + Roff(command.name) +
           "\n.RI [ flags ]";
  if (command.argument.kind != ValueKind::kNone) {
    *page += " \" " + Roff(command.argument.name) + "\"";
  }
  *page += "\n.PP\n" + RoffLines(std::string(command.help) + ".") + "\n";
  for (const FlagWords& flag : command.flags) AppendFlag(flag, page);
}

constexpr std::string_view kDescription = R"roff(.SH NAME
offprint \- build a static site from a folder of paper digests
.SH SYNOPSIS
.B offprint
.I command
.RI [ flags ]
.SH DESCRIPTION
.B offprint
reads digests of research papers, Markdown files in the folder
.I content/
beside
.IR site.yml ,
and makes a site of them: a page for each day, topic, paper and author, feeds,
and a search that needs no server. The site is either finished
.RB ( "\-\-format html" )
or a source that GitHub Pages builds
.RB ( "\-\-format jekyll" ).
.PP
Settings come from
.IR site.yml ,
then from variables of the environment, then from flags: the last one counts.
.SH OPTIONS
)roff";

constexpr std::string_view kRest = R"roff(.SH EXIT STATUS
.TP
0
All is well.
.TP
1
Digests, settings or templates have mistakes; what could be made is made.
.TP
2
A wrong command or flag, or the machine does not do it: a full disk, a folder
that cannot be written.
.SH ENVIRONMENT
.TP
.BI OFFPRINT_ SETTING
A setting of
.IR site.yml ,
in capitals and with "_" for ".": OFFPRINT_BASEURL, OFFPRINT_FEED_ENTRIES.
.SH FILES
.TP
.I site.yml
The settings. The file that "offprint new site" writes explains each of them.
.TP
.I content/
The digests.
.TP
.I public/
The site, where
.B destination
does not name another folder.
.TP
.I .offprint\-cache/
What the next build goes on from. It may be deleted at any time.
.SH EXAMPLES
.TP
.B offprint new site my\-archive
Begin a site.
.TP
.B offprint serve \-\-open
Show the site of this folder in the browser, and each change of it.
.TP
.B offprint check \-\-links \-\-strict
Fail where a digest has a mistake or a link leads nowhere.
.TP
.B offprint publish \-\-push
Build the site, and push it to the branch that GitHub Pages shows.
)roff";

}  // namespace

std::string ManPage(const CommandLineWords& words, std::string_view date) {
  std::string page = ".TH OFFPRINT 1 \"" + std::string(date) +
                     "\" \"offprint " + words.version + "\"\n";
  page += kDescription;
  for (const FlagWords& flag : words.flags) AppendFlag(flag, &page);
  page += ".SH COMMANDS\n";
  for (const CommandWords& command : words.commands) {
    AppendCommand(command, &page);
  }
  page += kRest;
  return page;
}

}  // namespace offprint
